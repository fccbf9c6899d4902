#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/board/board_parts.h"

namespace stormote {

namespace {

constexpr float mark_side = 28;
constexpr float card_padding = 10;
constexpr float mark_gap = 8;

TextBlockStyle card_name(const Theme& theme) {
    return strong_text_style(theme, unit::label);
}

TextBlockStyle card_words(const Theme& theme) {
    return quiet_text_style(theme, unit::label);
}

// Marks stand at both sides of the words, below each other.
float words_width(const Ui& ui, float width) {
    return width - 2 * ui.px(card_padding) - 2 * ui.icon_px(mark_side) - 2 * ui.px(mark_gap);
}

struct CardWords {
    float name = 0;
    float organisation = 0;
};

CardWords measure_card(Ui& ui, float width, const BoardCard& card) {
    const float words = words_width(ui, width);
    CardWords height;
    height.name = measure_text(ui, words, card.name, card_name(ui.theme())).height;
    if (!card.organisation.empty()) {
        height.organisation =
            measure_text(ui, words, card.organisation, card_words(ui.theme())).height;
    }
    return height;
}

Icon sector_icon(std::size_t sector) {
    const auto first = static_cast<std::size_t>(Icon::mark_disc);
    return static_cast<Icon>(first + std::min(sector, sector_mark_count - 1));
}

struct LegendLine {
    std::string text;
    std::optional<std::size_t> sector = {};
    std::optional<AttendeeRole> role = {};
    std::optional<bool> is_here = {};
    bool is_lock = false;
};

std::vector<LegendLine> legend_lines(const Ui& ui, const BoardView& view) {
    std::vector<LegendLine> lines;
    for (std::size_t i = 0; i < view.sectors.size(); ++i) {
        lines.push_back({.text = view.sectors[i], .sector = i});
    }
    for (const AttendeeRole role :
         {AttendeeRole::civil, AttendeeRole::elected, AttendeeRole::official}) {
        lines.push_back({.text = ui.say(role_sentence(role)), .role = role});
    }
    lines.push_back({.text = ui.say(Sentence{"Is here"}), .is_here = true});
    lines.push_back({.text = ui.say(Sentence{"Has not come"}), .is_here = false});
    lines.push_back({.text = ui.say(Sentence{"Place is locked"}), .is_lock = true});
    return lines;
}

float legend_words(const Ui& ui, float width) {
    return width - ui.icon_px(mark_side) - ui.px(16);
}

float legend_line_height(Ui& ui, float width, const LegendLine& line) {
    return std::max(
               ui.icon_px(mark_side),
               measure_text(ui, legend_words(ui, width), line.text, quiet_text_style({})).height) +
           ui.px(8);
}

}  // namespace

Sentence role_sentence(AttendeeRole role) {
    switch (role) {
        case AttendeeRole::elected:
            return {"Elected representative"};
        case AttendeeRole::official:
            return {"Municipal official"};
        case AttendeeRole::civil:
            break;
    }
    return {"Civil society"};
}

void draw_sector_mark(Ui& ui, const Rect& square, std::size_t sector) {
    const auto& kinds = ui.theme().kinds;
    ui.painter().icon(square, sector_icon(sector),
                      kinds[std::min(sector, sector_mark_count - 1) % kinds.size()]);
}

void draw_role_mark(Ui& ui, const Rect& square, AttendeeRole role) {
    const Icon icon = role == AttendeeRole::elected    ? Icon::ballot
                      : role == AttendeeRole::official ? Icon::building
                                                       : Icon::people;
    ui.painter().icon(square, icon, ui.theme().ink);
}

void draw_here_mark(Ui& ui, const Rect& square, bool is_here) {
    const Theme& theme = ui.theme();
    const float radius = square.width / 2;
    if (!is_here) {
        ui.painter().circle(square.centre(), radius, theme.outline, ui.px(3));
        return;
    }
    ui.painter().disc(square.centre(), radius, theme.success);
    const float side = std::round(square.width * 0.7F);
    ui.painter().icon(square.middle({side, side}), Icon::check, theme.card);
}

float legend_height(Ui& ui, float width, const BoardView& view) {
    float height = 0;
    for (const LegendLine& line : legend_lines(ui, view)) {
        height += legend_line_height(ui, width, line);
    }
    return height;
}

void draw_legend(Ui& ui, const ScrolledBounds& scrolled, const Rect& rect, const BoardView& view) {
    float top = rect.top;
    const float side = ui.icon_px(mark_side);
    for (const LegendLine& line : legend_lines(ui, view)) {
        const float height = legend_line_height(ui, rect.width, line) - ui.px(8);
        const Rect square{rect.left, std::round(top + (height - side) / 2), side, side};
        if (line.sector) draw_sector_mark(ui, square, *line.sector);
        if (line.role) draw_role_mark(ui, square, *line.role);
        if (line.is_here) draw_here_mark(ui, square, *line.is_here);
        if (line.is_lock) ui.painter().icon(square, Icon::lock, ui.theme().ink);
        TextBlockStyle style = quiet_text_style(ui.theme());
        style.vertical = Vertical::middle;
        const Rect words{rect.right() - legend_words(ui, rect.width), top,
                         legend_words(ui, rect.width), height};
        const bool shows =
            words.top >= scrolled.bounds.top - 1 && words.bottom() <= scrolled.bounds.bottom() + 1;
        if (shows) {
            draw_text(ui, words, line.text, style);
        } else {
            paint_text(ui, words, line.text, style);
        }
        top += height + ui.px(8);
    }
}

float card_height(Ui& ui, float width, const BoardCard& card) {
    const CardWords words = measure_card(ui, width, card);
    const float marks = 2 * ui.icon_px(mark_side) + ui.px(6);
    return std::max(
        {ui.px(unit::target), words.name + words.organisation + ui.px(20), marks + ui.px(20)});
}

void paint_card(Ui& ui, const Rect& rect, const BoardCard& card, const CardStyle& style) {
    const Theme& theme = ui.theme();
    Painter& painter = ui.painter();
    const float radius = ui.px(18);
    const bool is_marked = style.is_chosen || style.is_lifted;
    if (style.is_gone) {
        painter.outline(rect, theme.outline, ui.px(2), radius);
        return;
    }
    painter.fill(rect, is_marked ? theme.primary_tint : theme.card, radius);
    painter.outline(rect, is_marked ? theme.primary : theme.outline, ui.px(is_marked ? 4 : 2),
                    radius);
    const float side = ui.icon_px(mark_side);
    const float left = rect.left + ui.px(card_padding);
    const float right = rect.right() - ui.px(card_padding) - side;
    const float upper = std::round(rect.centre().y - side - ui.px(3));
    const float lower = std::round(rect.centre().y + ui.px(3));
    if (card.sector) draw_sector_mark(ui, {left, upper, side, side}, *card.sector);
    const float role = card.sector ? lower : std::round(rect.centre().y - side / 2);
    draw_role_mark(ui, {left, role, side, side}, card.role);
    const float here = card.is_locked ? upper : std::round(rect.centre().y - side / 2);
    draw_here_mark(ui, {right, here, side, side}, card.is_here);
    if (card.is_locked) painter.icon({right, lower, side, side}, Icon::lock, theme.ink);
    const CardWords words = measure_card(ui, rect.width, card);
    const float top = rect.top + std::round((rect.height - words.name - words.organisation) / 2);
    const Rect name{left + side + ui.px(mark_gap), top, words_width(ui, rect.width), words.name};
    paint_text(ui, name, card.name, card_name(theme));
    if (words.organisation == 0) return;
    paint_text(ui, {name.left, name.bottom(), name.width, words.organisation}, card.organisation,
               card_words(theme));
}

std::string card_label(const Ui& ui, const BoardView& view, const BoardCard& card) {
    std::string label = card.name;
    const auto add = [&label](const std::string& words) {
        if (!words.empty()) label += ", " + words;
    };
    add(card.organisation);
    if (card.sector && *card.sector < view.sectors.size()) add(view.sectors[*card.sector]);
    add(ui.say(role_sentence(card.role)));
    add(card.is_here ? ui.say(Sentence{"is here"}) : ui.say(Sentence{"has not come"}));
    if (card.is_locked) add(ui.say(Sentence{"place is locked"}));
    return label;
}

}  // namespace stormote
