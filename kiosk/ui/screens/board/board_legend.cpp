// What the marks of the board mean, in words.
#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/board/board_parts.h"

namespace stormote {

namespace {

constexpr float legend_mark = 28;

struct LegendLine {
    std::string text;
    std::optional<std::size_t> sector = {};
    std::optional<AttendeeRole> role = {};
    std::optional<bool> is_here = {};
    std::optional<bool> is_seat_taken = {};
    TableLeader leader = TableLeader::nobody;
    bool is_lock = false;
};

std::vector<LegendLine> sector_lines(const BoardView& view) {
    std::vector<LegendLine> lines;
    for (std::size_t i = 0; i < view.sectors().size(); ++i) {
        lines.push_back({.text = view.sectors()[i], .sector = i});
    }
    return lines;
}

std::vector<LegendLine> room_lines(const Ui& ui, const BoardView& view) {
    std::vector<LegendLine> lines;
    lines.push_back({.text = ui.say(Sentence{"Is here"}), .is_seat_taken = true});
    lines.push_back({.text = ui.say(Sentence{"Is expected"}), .is_seat_taken = false});
    const auto& columns = view.columns();
    const bool are_led = std::any_of(columns.begin(), columns.end(), [](const auto& column) {
        return column.leader != TableLeader::nobody;
    });
    if (are_led) {
        lines.push_back(
            {.text = ui.say(Sentence{"Facilitator is here"}), .leader = TableLeader::here});
        lines.push_back(
            {.text = ui.say(Sentence{"Facilitator missing"}), .leader = TableLeader::missing});
    }
    for (LegendLine& line : sector_lines(view)) lines.push_back(std::move(line));
    return lines;
}

// Of everything that cards and tables show; whoever sees the room finds its own beside it, too.
std::vector<LegendLine> legend_lines(const Ui& ui, const BoardView& view) {
    std::vector<LegendLine> lines = sector_lines(view);
    for (const AttendeeRole role :
         {AttendeeRole::civil, AttendeeRole::elected, AttendeeRole::official}) {
        lines.push_back({.text = ui.say(role_sentence(role)), .role = role});
    }
    lines.push_back({.text = ui.say(Sentence{"Is here"}), .is_here = true});
    lines.push_back({.text = ui.say(Sentence{"Has not come"}), .is_here = false});
    lines.push_back({.text = ui.say(Sentence{"Place is locked"}), .is_lock = true});
    return lines;
}

float words_width_in_legend(const Ui& ui, float width) {
    return width - ui.icon_px(legend_mark) - ui.px(16);
}

float legend_line_height(Ui& ui, float width, const LegendLine& line) {
    return std::max(ui.icon_px(legend_mark), measure_text(ui, words_width_in_legend(ui, width),
                                                          line.text, quiet_text_style({}))
                                                 .height) +
           ui.px(8);
}

void draw_mark_of(Ui& ui, const Rect& square, const LegendLine& line) {
    if (line.sector) draw_sector_mark(ui, square, *line.sector);
    if (line.role) draw_role_mark(ui, square, *line.role);
    if (line.is_here) draw_here_mark(ui, square, *line.is_here);
    if (line.is_seat_taken) draw_seat_mark(ui, square, *line.is_seat_taken);
    if (line.leader != TableLeader::nobody) draw_leader_mark(ui, square, line.leader);
    if (line.is_lock) ui.painter().icon(square, Icon::lock, ui.theme().ink);
}

// What does not stand wholly in sight is drawn, but not written down.
void draw_line(Ui& ui, const Rect& rect, const LegendLine& line, const Rect& sight) {
    const float side = ui.icon_px(legend_mark);
    const Rect square{rect.left, std::round(rect.top + (rect.height - side) / 2), side, side};
    draw_mark_of(ui, square, line);
    TextBlockStyle style = quiet_text_style(ui.theme());
    style.vertical = Vertical::middle;
    const float width = words_width_in_legend(ui, rect.width);
    const Rect words{rect.right() - width, rect.top, width, rect.height};
    if (words.top >= sight.top - 1 && words.bottom() <= sight.bottom() + 1) {
        draw_text(ui, words, line.text, style);
    } else {
        paint_text(ui, words, line.text, style);
    }
}

}  // namespace

float legend_height(Ui& ui, float width, const BoardView& view) {
    float height = 0;
    for (const LegendLine& line : legend_lines(ui, view)) {
        height += legend_line_height(ui, width, line);
    }
    return height;
}

void draw_legend(Ui& ui, const ScrolledBounds& scrolled, const Rect& rect, const BoardView& view) {
    float top = rect.top;
    for (const LegendLine& line : legend_lines(ui, view)) {
        const float height = legend_line_height(ui, rect.width, line) - ui.px(8);
        draw_line(ui, {rect.left, top, rect.width, height}, line, scrolled.bounds);
        top += height + ui.px(8);
    }
}

float RoomLegend::height_within(float most) const {
    float height = 0;
    for (const float row : rows) {
        if (height + row > most) break;
        height += row;
    }
    return height;
}

RoomLegend lay_out_room_legend(Ui& ui, float width, const BoardView& view) {
    RoomLegend legend;
    const float gap = ui.px(unit::gap);
    const float narrowest = ui.px(248) * ui.text_scale();
    const float across = std::max(1.0F, std::floor((width + gap) / (narrowest + gap)));
    legend.columns = static_cast<std::size_t>(across);
    legend.width = std::floor((width - gap * (across - 1)) / across);
    const std::vector<LegendLine> lines = room_lines(ui, view);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i % legend.columns == 0) legend.rows.push_back(0);
        float& row = legend.rows.back();
        row = std::max(row, legend_line_height(ui, legend.width, lines[i]));
    }
    return legend;
}

void draw_room_legend(Ui& ui, const Rect& rect, const BoardView& view) {
    const RoomLegend legend = lay_out_room_legend(ui, rect.width, view);
    const std::vector<LegendLine> lines = room_lines(ui, view);
    float top = rect.top;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const std::size_t column = i % legend.columns;
        const float row = legend.rows[i / legend.columns];
        // The panel's legend has all of them.
        if (top + row > rect.bottom() + 1) return;
        const float left =
            rect.left + static_cast<float>(column) * (legend.width + ui.px(unit::gap));
        draw_line(ui, {left, top, legend.width, row - ui.px(8)}, lines[i], rect);
        if (column + 1 == legend.columns) top += row;
    }
}

}  // namespace stormote
