#include "kiosk/ui/screens/common/room/room_floor.h"

#include <algorithm>
#include <cmath>

namespace stormote {

namespace {

// As near to `wanted` as something of that length can lie between the walls.
float kept_between(float wanted, float length, float start, float end) {
    return std::clamp(wanted, start, std::max(start, end - length));
}

bool is_within(const Rect& box, const Rect& sight) {
    return box.left >= sight.left - 1 && box.right() <= sight.right() + 1 &&
           box.top >= sight.top - 1 && box.bottom() <= sight.bottom() + 1;
}

}  // namespace

void RoomFloor::draw_ground() const {
    const Theme& theme = ui_.theme();
    ui_.painter().fill(floor_, theme.room, ui_.px(16));
    if (map_.has_walls) ui_.painter().outline(floor_, theme.hairline, ui_.px(3), ui_.px(16));
}

TextBlockStyle RoomFloor::stage_style() const {
    TextBlockStyle style = strong_text_style(ui_.theme(), unit::label);
    style.align = Align::centre;
    style.vertical = Vertical::middle;
    return style;
}

std::optional<Rect> RoomFloor::stage_box() const {
    if (!map_.stage) return std::nullopt;
    const Size letters = measure_text(ui_, 0, ui_.say(Sentence{"Stage"}), stage_style());
    const Size size{std::max(letters.width + ui_.px(48), 4.5F * scale_),
                    letters.height + ui_.px(8)};
    const Point middle = place_of(*map_.stage);
    const float rim = ui_.px(6);
    return Rect{std::round(kept_between(middle.x - size.width / 2, size.width, floor_.left + rim,
                                        floor_.right() - rim)),
                std::round(kept_between(middle.y - size.height / 2, size.height, floor_.top + rim,
                                        floor_.bottom() - rim)),
                size.width, size.height};
}

void RoomFloor::draw_stage() const {
    const auto stage = stage_box();
    if (!stage) return;
    ui_.painter().fill(*stage, ui_.theme().card, ui_.px(10));
    ui_.painter().outline(*stage, ui_.theme().outline, ui_.px(2), ui_.px(10));
    draw_words(*stage, ui_.say(Sentence{"Stage"}), stage_style());
}

void RoomFloor::draw_marks(const IsFree& is_free) const {
    draw_window(is_free);
    if (map_.exit) draw_mark(*map_.exit, Icon::exit, ui_.say(Sentence{"Exit"}), is_free);
    if (map_.coffee) draw_mark(*map_.coffee, Icon::cup, ui_.say(Sentence{"Coffee"}), is_free);
}

// A piece of the nearest wall.
void RoomFloor::draw_window(const IsFree& is_free) const {
    if (!map_.window) return;
    const Spot& spot = *map_.window;
    const double right = map_.size.across - spot.across;
    const double below = map_.size.down - spot.down;
    const bool is_side = std::min(spot.across, right) <= std::min(spot.down, below);
    const Point at = place_of(spot);
    const float half = std::max(ui_.px(40), 1.5F * scale_);
    const float thick = ui_.px(10);
    Rect pane{at.x - half, at.y - half, 2 * half, 2 * half};
    const TextBlockStyle style = quiet_text_style(ui_.theme(), unit::label);
    const std::string words = ui_.say(Sentence{"Window"});
    const Size letters = measure_text(ui_, 0, words, style);
    Rect label{0, 0, letters.width + 2, letters.height};
    if (is_side) {
        const bool is_left = spot.across <= right;
        pane.left = is_left ? floor_.left : floor_.right() - thick;
        pane.width = thick;
        label.left = is_left ? pane.right() + ui_.px(8) : pane.left - label.width - ui_.px(8);
        label.top = at.y - label.height / 2;
    } else {
        const bool is_top = spot.down <= below;
        pane.top = is_top ? floor_.top : floor_.bottom() - thick;
        pane.height = thick;
        label.left = at.x - label.width / 2;
        label.top = is_top ? pane.bottom() + ui_.px(4) : pane.top - label.height - ui_.px(4);
    }
    ui_.painter().fill(pane, ui_.theme().outline, ui_.px(4));
    if (is_free(label)) draw_words(label, words, style);
}

void RoomFloor::draw_mark(const Spot& spot, std::optional<Icon> icon, const std::string& words,
                          const IsFree& is_free) const {
    TextBlockStyle style = strong_text_style(ui_.theme(), unit::label);
    style.vertical = Vertical::middle;
    const float side = icon ? ui_.icon_px(32) : 0;
    const float between = icon ? ui_.px(8) : 0;
    const Size letters = measure_text(ui_, 0, words, style);
    const float pad = ui_.px(12);
    const float rim = ui_.px(6);
    const Point at = place_of(spot);
    Rect box{0, 0, side + between + letters.width + 2 + 2 * pad,
             std::max(side, letters.height) + pad};
    box.left =
        kept_between(at.x - box.width / 2, box.width, floor_.left + rim, floor_.right() - rim);
    box.top =
        kept_between(at.y - box.height / 2, box.height, floor_.top + rim, floor_.bottom() - rim);
    if (!is_free(box)) return;
    ui_.painter().fill(box, ui_.theme().card, ui_.px(10));
    ui_.painter().outline(box, ui_.theme().outline, ui_.px(2), ui_.px(10));
    Rect inside = box.inset(pad, 0);
    const Rect picture = inside.take_left(side);
    if (icon) ui_.painter().icon(picture.middle({side, side}), *icon, ui_.theme().ink);
    inside.take_left(between);
    draw_words(inside, words, style);
}

void RoomFloor::draw_words(const Rect& box, const std::string& words,
                           const TextBlockStyle& style) const {
    if (is_within(box, sight_)) {
        draw_text(ui_, box, words, style);
    } else {
        paint_text(ui_, box, words, style);
    }
}

}  // namespace stormote
