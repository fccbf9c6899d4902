// What a table in the room looks like.
#include <algorithm>
#include <cmath>
#include <numbers>

#include "kiosk/ui/screens/board/board_room.h"

namespace stormote {

namespace {

constexpr float ring_units = 14;
constexpr float thin_ring_units = 8;
constexpr float mix_dot = 5;  // its radius
constexpr float seat_mark_units = 22;
// More people than that have no seat of their own in the ring.
constexpr std::size_t most_seats = 14;

// In turns, clockwise from twelve o'clock.
Point on_ring(Point centre, float radius, float turn) {
    const float angle = (turn - 0.25F) * 2 * std::numbers::pi_v<float>;
    return {centre.x + std::cos(angle) * radius, centre.y + std::sin(angle) * radius};
}

struct Piece {
    float from = 0;
    float to = 0;
    float thickness = 0;
};

void draw_piece(Ui& ui, Point centre, float radius, const Piece& piece, Colour colour) {
    const float length = (piece.to - piece.from) * 2 * std::numbers::pi_v<float> * radius;
    const auto steps = static_cast<std::size_t>(std::clamp(length / ui.px(6), 2.0F, 40.0F));
    std::vector<Point> corners;
    corners.reserve(steps + 1);
    for (std::size_t i = 0; i <= steps; ++i) {
        const float share = static_cast<float>(i) / static_cast<float>(steps);
        corners.push_back(on_ring(centre, radius, piece.from + (piece.to - piece.from) * share));
    }
    ui.painter().stroke(corners, colour, piece.thickness);
}

Colour kind_colour(const Theme& theme, std::size_t sector) {
    return theme.kinds[std::min(sector, sector_mark_count - 1) % theme.kinds.size()];
}

class TableShape {
  public:
    TableShape(Ui& ui, const PlacedTable& table, const TableLook& look)
        : ui_(ui), theme_(ui.theme()), table_(table), column_(*table.column), look_(look) {}

    void draw() {
        if (column_.group == 0) return draw_waiting();
        draw_disc();
        if (table_.holds_words) {
            draw_words();
        } else {
            draw_number();
            draw_count_below();
        }
        draw_leader();
        draw_alarm();
    }

  private:
    [[nodiscard]] Colour ground() const {
        if (look_.is_aimed) return theme_.success_ground;
        return look_.is_open ? theme_.primary_tint : theme_.card;
    }
    [[nodiscard]] const std::string& count() const {
        return look_.becomes.empty() ? column_.present : look_.becomes;
    }
    [[nodiscard]] TextBlockStyle count_style() const {
        TextBlockStyle style = table_count_style(theme_);
        if (look_.is_aimed) {
            style.colour = theme_.success;
            style.weight = Weight::bold;
        }
        return style;
    }

    // Those without a group sit at no table.
    void draw_waiting() {
        const Rect& rect = table_.rect;
        const float radius = ui_.px(18);
        ui_.painter().fill(rect, ground(), radius);
        const bool is_marked = look_.is_open || look_.is_aimed;
        ui_.painter().outline(rect, look_.is_aimed ? theme_.success : theme_.outline,
                              ui_.px(is_marked ? 5 : 2), radius);
        Rect inside = rect.inset(ui_.px(6), ui_.px(6));
        const Size words = measure_text(ui_, inside.width, count(), count_style());
        paint_text(ui_, inside.take_bottom(words.height), count(), count_style());
        paint_text(ui_, inside, column_.title, table_name_style(theme_));
    }

    void draw_disc() {
        if (look_.is_open || look_.is_aimed) {
            ui_.painter().kept_disc(table_.centre, table_.radius + ui_.px(6),
                                    look_.is_aimed ? theme_.success : theme_.primary);
            ui_.painter().kept_disc(table_.centre, table_.radius + ui_.px(2), ground());
        }
        ui_.painter().kept_disc(table_.centre, table_.radius, ground());
        const bool has_seats = table_.holds_words && column_.cards.size() <= most_seats;
        if (column_.cards.empty()) {
            ui_.painter().kept_circle(table_.centre, table_.radius, theme_.outline, ui_.px(2));
        } else if (has_seats) {
            draw_seats();
        } else {
            draw_share();
            draw_mix();
        }
    }

    // A seat for each, those who are here first; beside it what the person stands for.
    void draw_seats() {
        const auto count = static_cast<float>(column_.cards.size());
        const float thick = ui_.px(ring_units);
        const float radius = table_.radius - thick / 2;
        const float turn = 1 / count;
        // Round ends lie beyond what is drawn, and some room between them.
        const float rest = (thick + ui_.px(5)) / (2 * std::numbers::pi_v<float> * radius);
        const float side = ui_.icon_px(seat_mark_units);
        const float marks = table_.radius - thick - ui_.px(4) - side / 2;
        float at = 0;
        for (const bool is_here : {true, false}) {
            for (const BoardCard& card : column_.cards) {
                if (card.is_here != is_here) continue;
                const float from = at + std::min(rest, turn * 0.6F) / 2;
                const Piece piece{from, std::max(from + 0.001F, at + turn - rest / 2), thick};
                draw_seat(radius, piece, is_here);
                if (card.sector) {
                    const Point mark = on_ring(table_.centre, marks, at + turn / 2);
                    draw_sector_mark(
                        ui_,
                        {std::round(mark.x - side / 2), std::round(mark.y - side / 2), side, side},
                        *card.sector);
                }
                at += turn;
            }
        }
    }

    void draw_seat(float radius, Piece piece, bool is_here) {
        draw_piece(ui_, table_.centre, radius, piece, is_here ? theme_.primary : theme_.outline);
        if (is_here) return;
        piece.thickness -= 2 * ui_.px(2);
        draw_piece(ui_, table_.centre, radius, piece, ground());
    }

    // The ring as a whole: how many of those expected are here.
    void draw_share() {
        const float share =
            static_cast<float>(column_.here) / static_cast<float>(column_.cards.size());
        ui_.painter().kept_circle(table_.centre, table_.radius, theme_.outline, ui_.px(2));
        ui_.painter().kept_arc(table_.centre, table_.radius, theme_.primary, ring(), share);
    }

    // Within the ring a dot for each, in the colour of what the person stands for; alike together.
    void draw_mix() {
        std::array<std::size_t, sector_mark_count> counts{};
        std::size_t all = 0;
        for (const BoardCard& card : column_.cards) {
            if (!card.sector) continue;
            ++counts.at(std::min(*card.sector, sector_mark_count - 1));
            ++all;
        }
        const float turn = 1 / static_cast<float>(std::max<std::size_t>(1, all));
        const float inner = table_.radius - ring() - ui_.px(2);
        const float around = 2 * std::numbers::pi_v<float> * inner;
        const float radius = std::min(ui_.px(mix_dot), around * turn * 0.42F);
        float at = turn / 2;
        for (std::size_t i = 0; i < counts.size(); ++i) {
            for (std::size_t one = 0; one < counts[i]; ++one) {
                const Point dot = on_ring(table_.centre, inner - radius, at);
                ui_.painter().kept_disc(dot, radius, kind_colour(theme_, i));
                at += turn;
            }
        }
    }

    [[nodiscard]] float ring() const {
        return ui_.px(table_.holds_words ? ring_units : thin_ring_units);
    }

    // Number, name and count below each other; no name where it would touch the marks.
    void draw_words() {
        const TextBlockStyle number = table_number_style(theme_);
        const TextBlockStyle name = table_name_style(theme_);
        const std::string digits = std::to_string(column_.group);
        const Size upper = measure_text(ui_, 0, digits, number);
        const Size middle = measure_text(ui_, 0, column_.table, name);
        const Size lower = measure_text(ui_, 0, count(), count_style());
        const float room = table_.radius - table_rim(ui_) + ui_.px(8);
        const float high = upper.height + middle.height + lower.height;
        const float corner = line_share * high / 2;
        const bool has_name = !column_.table.empty() &&
                              std::hypot(lower.width / 2, corner) <= room &&
                              std::hypot(middle.width / 2, middle.height * 0.6F) <= room;
        const float height = has_name ? high : upper.height + lower.height;
        const float wide = 2 * table_.radius;
        Rect words{table_.centre.x - table_.radius, std::round(table_.centre.y - height / 2), wide,
                   height};
        paint_text(ui_, words.take_top(upper.height), digits, number);
        if (has_name) paint_text(ui_, words.take_top(middle.height), column_.table, name);
        paint_text(ui_, words, count(), count_style());
    }

    void draw_number() {
        const TextScale scale(ui_, 1);
        const float units = table_.radius / ui_.px(1);
        const std::string digits = std::to_string(column_.group);
        TextBlockStyle style = table_number_style(theme_);
        style.size = std::max(unit::label, units * (digits.size() > 2 ? 0.58F : 0.75F));
        paint_text(ui_,
                   {table_.centre.x - table_.radius, table_.centre.y - table_.radius,
                    2 * table_.radius, 2 * table_.radius},
                   digits, style);
    }

    void draw_count_below() {
        const float top = table_.centre.y + table_.radius;
        Rect words{table_.rect.left, top, table_.rect.width, table_.rect.bottom() - top};
        const Size size = measure_text(ui_, 0, count(), count_style());
        words = words.take_bottom(size.height);
        words = words.middle({size.width + 2, size.height});
        paint_text(ui_, words, count(), count_style());
    }

    void draw_leader() {
        const float radius = ui_.px(table_.holds_words ? 20 : 16);
        const Point at = on_ring(table_.centre, table_.radius - radius * 0.6F, 0.125F);
        draw_leader_mark(ui_, {at.x - radius, at.y - radius, 2 * radius, 2 * radius},
                         column_.leader);
    }

    // On the rim below: a word in a frame.
    void draw_alarm() {
        if (column_.alarm.empty()) return;
        const TextScale scale(ui_, std::min(TextScale::aside, ui_.text_scale()));
        TextBlockStyle style = table_name_style(theme_);
        style.colour = theme_.warning;
        const Size letters = measure_text(ui_, 0, column_.alarm, style);
        const Size size{std::ceil(letters.width + ui_.px(20)), letters.height};
        const float sunk = table_.holds_words ? size.height * 0.75F : size.height * 0.85F;
        const Rect frame{std::round(table_.centre.x - size.width / 2),
                         std::round(table_.centre.y + table_.radius - sunk), size.width,
                         size.height};
        ui_.painter().fill(frame, theme_.warning_ground, size.height / 2);
        ui_.painter().outline(frame, theme_.warning, ui_.px(2), size.height / 2);
        paint_text(ui_, frame, column_.alarm, style);
    }

    Ui& ui_;
    const Theme& theme_;
    const PlacedTable& table_;
    const BoardColumn& column_;
    const TableLook& look_;
};

}  // namespace

void draw_seat_mark(Ui& ui, const Rect& square, bool is_taken) {
    const float thick = std::round(square.height * 0.42F);
    const Rect bar = square.middle({square.width, thick});
    if (is_taken) {
        ui.painter().fill(bar, ui.theme().primary, thick / 2);
    } else {
        ui.painter().outline(bar, ui.theme().outline, ui.px(2), thick / 2);
    }
}

void draw_leader_mark(Ui& ui, const Rect& square, TableLeader leader) {
    if (leader == TableLeader::nobody) return;
    const Theme& theme = ui.theme();
    const float radius = square.width / 2;
    const Point centre = square.centre();
    if (leader == TableLeader::here) {
        ui.painter().kept_disc(centre, radius, theme.primary);
        const float side = std::round(square.width * 0.66F);
        ui.painter().icon(square.middle({side, side}), Icon::person, theme.on_primary);
        return;
    }
    ui.painter().kept_disc(centre, radius, theme.warning_ground);
    ui.painter().kept_circle(centre, radius, theme.warning, ui.px(2));
    const TextScale scale(ui, 1);
    TextBlockStyle style = strong_text_style(theme, unit::label);
    style.colour = theme.warning;
    style.align = Align::centre;
    style.vertical = Vertical::middle;
    paint_text(ui, square.inset(-radius, -radius), "?", style);
}

void paint_table(Ui& ui, const PlacedTable& table, const TableLook& look) {
    TableShape(ui, table, look).draw();
}

}  // namespace stormote
