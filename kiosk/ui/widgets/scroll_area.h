// Scroll area: a list longer than its bounds, moved by one finger, or by the buttons beside it,
// so that nobody has to drag. The screen thread.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

// The caller keeps it and hands it back; ScrolledBounds says when it has changed.
struct Scroll {
    // How far the list is moved up, in pixels. At the end where `at_end`: a list that grows there
    // goes on showing what is new.
    float offset = 0;
    bool at_end = false;
    // A finger holds the list: where it came down, and the offset then.
    bool held = false;
    float held_y = 0;
    float held_offset = 0;
    bool moved = false;  // so what it lifts from was not tapped

    bool operator==(const Scroll&) const = default;
};

struct ScrolledBounds {
    Rect bounds;             // what shows of the list; draw clipped to it
    float top = 0;           // the upper edge of the list on the screen
    bool taps_count = true;  // false when the finger has moved the list
    Scroll scroll;           // as it is from now on
    // Where the buttons stand in the screen's record.
    std::size_t first_button = 0;
    std::size_t end_button = 0;
};

// Shares out the room, draws the buttons where the list is longer, and follows the finger.
// `height_at` gives the list's height at a width. Ids begin with `id`.
ScrolledBounds draw_scroll(Ui& ui, std::string_view id, const Rect& bounds,
                           const std::function<float(float)>& height_at, const Scroll& scroll);
// Once the list is drawn: its buttons are read and reached after it.
void end_scroll(Ui& ui, const ScrolledBounds& scrolled);

// The part of something in the list that can be seen; an empty one where too little of it can be
// seen to be touched.
[[nodiscard]] Rect touchable_part(const Ui& ui, const ScrolledBounds& scrolled, const Rect& rect);
[[nodiscard]] bool is_in_sight(const ScrolledBounds& scrolled, const Rect& rect);

}  // namespace stormote
