// Pan area: content larger than its bounds in both directions, moved by one finger, or by four
// buttons, so that nobody has to drag. The screen thread.
#pragma once

#include <string_view>

#include "kiosk/ui/widgets/ui.h"

namespace stormote {

// The caller keeps it and hands it back.
struct Pan {
    Point offset;       // how far the sheet is moved left and up, in pixels
    bool held = false;  // a finger holds the sheet: where it came down, and the offset then
    Point held_at;
    Point held_offset;

    bool operator==(const Pan&) const = default;
};

// What a sheet leaves over, and how far one press of a button moves it.
struct PanRange {
    Point furthest;
    Point step;

    [[nodiscard]] bool moves() const { return furthest.x > 0 || furthest.y > 0; }
};

// Within the sheet.
[[nodiscard]] Pan keep_within(Pan pan, const PanRange& range);
// Follows a finger that came down in the room beside everything that can be pressed.
[[nodiscard]] Pan follow_finger(const Ui& ui, const Rect& bounds, const PanRange& range, Pan pan);
// Moves the sheet so that this part of it shows, where it does not.
[[nodiscard]] Pan show_part(Pan pan, const Rect& part, Size bounds);
// Towards an edge of the room that a finger with something in it has come near to.
[[nodiscard]] Pan pull_at_edge(Ui& ui, const Rect& bounds, const PanRange& range, Pan pan);

// Four buttons beside each other, from the left of the strip.
[[nodiscard]] Size pan_buttons_size(const Ui& ui);
[[nodiscard]] Pan draw_pan_buttons(Ui& ui, Point corner, const PanRange& range, Pan pan);

}  // namespace stormote
