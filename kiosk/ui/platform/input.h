// FrameInput: all that reached the screen between two frames. Filled by the Window, or by a test.
// Plain values; the screen thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/device/scanner/key_burst_filter.h"
#include "kiosk/ui/render/geometry.h"

namespace stormote {

enum class PointerChange {
    none,
    down,
    up,
    // Another finger took over while this one still lay on the screen.
    displaced,
};

// One finger, or the mouse. At most one change a frame, so that none is lost between two.
struct Pointer {
    Point position{-1, -1};
    bool present = false;  // a lifted finger points at nothing
    bool down = false;
    PointerChange change = PointerChange::none;
};

enum class KeyKind {
    character,
    backspace,
    enter,
    finish,      // Ctrl and Enter: what is being written is done
    find,        // Ctrl and F: among what the page shows
    copy,        // Ctrl and C
    cut,         // Ctrl and X
    select_all,  // Ctrl and A
    escape,
    next,      // Tab
    previous,  // Shift and Tab
    up,
    down,
    left,
    right,
    home,
    end,
    page_up,
    page_down,
    pause,    // F8: of what is being read
    speech,   // F9: reading aloud, on and off
    repeat,   // F10
    quieter,  // F11
    louder,   // F12
    other,
};

struct KeyStroke {
    KeyKind kind = KeyKind::other;
    char32_t character = 0;
    bool selects = false;  // an arrow, Home or End with Shift
};

struct FrameInput {
    Size screen;
    Pointer pointer;
    std::vector<KeyStroke> keys;
    std::vector<ScanText> scans;
    bool touched = false;       // a person did something: touch, mouse press or key
    bool close_wanted = false;  // the window was asked to close, and refused
};

}  // namespace stormote
