// A connection to the X server beside GLFW's, for input that GLFW does not know. One thread for
// each connection.
#pragma once

#include <memory>
#include <optional>
#include <span>

#include <X11/Xlib.h>

namespace stormote {

struct CloseDisplay {
    void operator()(Display *display) const { XCloseDisplay(display); }
};
using OwnedDisplay = std::unique_ptr<Display, CloseDisplay>;

// Null where there is no X server.
[[nodiscard]] OwnedDisplay open_display();
// The number that XInput's events carry; nothing where it is older than that version times ten.
[[nodiscard]] std::optional<int> find_input_extension(Display *display, int least_version);
// Asks for those XInput 2 events of all keyboards and pointers.
void select_input(Display *display, Window window, std::span<const int> event_types);

}  // namespace stormote
