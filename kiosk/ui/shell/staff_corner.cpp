#include "kiosk/ui/shell/staff_corner.h"

#include "kiosk/ui/shell/frame.h"

namespace stormote {

namespace {

// Of a header at its least height; it grows with larger letters.
constexpr float corner_width = 176;
constexpr float corner_height = 112;
constexpr std::int64_t frame_ms = 33;

void draw_ring(Ui& ui, float share) {
    const Point centre{margin_of(ui) + ui.px(28), ui.px(corner_height / 2)};
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

}  // namespace

bool StaffCorner::draw(Ui& ui) {
    const Pointer& finger = ui.input().pointer;
    const Rect corner{0, 0, ui.px(corner_width), ui.px(corner_height)};
    const bool is_there = finger.down && corner.contains(finger.position);
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
