// TouchDisplay: a touchscreen with a keyboard and a hand scanner, off-screen: what a test needs
// to use a program the way people do, and to see what they would see.
//
// Every call returns when the X server has handled the input and sent it on its way to the
// program; what the program makes of it is the caller's to wait for. One thread; owns the server.
#pragma once

#include <array>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "tests/support/display/display_kind.h"

namespace stormote {

struct Point {
    double x = 0;  // pixels from the left edge
    double y = 0;  // pixels from the top edge
};

enum class TouchPhase;

class TouchDisplay {
  public:
    static constexpr int finger_count = 10;

    // Throws std::runtime_error when no X server can be started.
    explicit TouchDisplay(const DisplayKind& kind = {});
    ~TouchDisplay();
    TouchDisplay(const TouchDisplay&) = delete;
    TouchDisplay& operator=(const TouchDisplay&) = delete;

    // What a program finds in DISPLAY.
    [[nodiscard]] const std::string& name() const;
    [[nodiscard]] Size size() const;

    // Fingers are numbered from 0 to 9; each goes down, moves, and is lifted where it was last.
    void touch_down(int finger, Point point);
    void touch_move(int finger, Point point);
    void touch_up(int finger);
    void tap(Point point);
    // A finger that slides from one place to another in `steps` moves.
    void slide(Point from, Point to, int steps = 10);

    // Types on the keyboard, which has a Swedish layout. Throws ExpectationFailure, having typed
    // nothing, when it has no key for a letter.
    void type(std::string_view text);
    // A key by its X name, after its modifiers: "Return", "Left", "Shift+Tab", "Control+a".
    void press_key(std::string_view name);

    // The hand scanner reads a code: types it and Enter.
    void scan(std::string_view text);
    // The same without an Enter of its own: for scanners that are set to send something else.
    // '\r' is Enter, and '\n' Control+J, as scanners send a line feed.
    void type_on_scanner(std::string_view text);

    // The colour of one pixel now, as 0x00RRGGBB; much quicker than a whole picture.
    [[nodiscard]] std::uint32_t pixel(Point point) const;
    // What is on the screen now.
    [[nodiscard]] Picture picture() const;
    void save_picture(const std::filesystem::path& path) const;

  private:
    struct Parts;

    void touch(int finger, TouchPhase phase);

    std::unique_ptr<Parts> parts_;
    std::array<Point, finger_count> fingers_{};
};

}  // namespace stormote
