#include "kiosk/ui/shell/staff_corner.h"

#include "kiosk/ui/shell/frame.h"

namespace stormote {

namespace {

// Of a header at its least height; it grows with larger letters.
constexpr float corner_width = 176;
constexpr float corner_height = 112;
constexpr std::int64_t frame_ms = 33;

void draw_ring(Ui& ui, float share) {
    const Point centre{ui.metrics().screen.width - margin_of(ui) - ui.px(28),
                       ui.px(corner_height / 2)};
    const float radius = ui.px(46);
    const float thickness = ui.px(8);
    ui.painter().circle(centre, radius, ui.theme().hairline, thickness);
    ui.painter().arc(centre, radius, ui.theme().primary, thickness, share);
    RecordedItem item;
    item.role = Role::image;
    item.label = ui.say(Sentence{"Keep holding: this opens the staff page."});
    item.rect = {centre.x - radius, centre.y - radius, 2 * radius, 2 * radius};
    ui.record().add(std::move(item));
}

// Where a finger meets it: in a mirrored screen on the other side.
Rect corner_of(Ui& ui) {
    const float width = ui.px(corner_width);
    return ui.painter().mirror().placed(
        {ui.metrics().screen.width - width, 0, width, ui.px(corner_height)});
}

// Whoever presses Back for long wants to go back.
bool is_taken(const Ui& ui, const Rect& corner) {
    const RecordedItem *back = ui.record().find_target("back");
    return back != nullptr && back->rect.right() > corner.left &&
           back->rect.left < corner.right() && back->rect.top < corner.bottom();
}

}  // namespace

bool StaffCorner::draw(Ui& ui) {
    const Pointer& finger = ui.input().pointer;
    const Rect corner = corner_of(ui);
    const bool is_there = finger.down && corner.contains(finger.position) && !is_taken(ui, corner);
    if (is_there && finger.change == PointerChange::down) since_ms_ = ui.now_ms();
    // Sliding off cancels, as everywhere.
    if (!is_there) since_ms_.reset();
    if (!since_ms_) return false;
    const std::int64_t held_ms = ui.now_ms() - *since_ms_;
    if (held_ms >= hold_ms) {
        since_ms_.reset();
        return true;
    }
    draw_ring(ui, static_cast<float>(held_ms) / static_cast<float>(hold_ms));
    ui.wake_at(ui.now_ms() + frame_ms);
    return false;
}

}  // namespace stormote
