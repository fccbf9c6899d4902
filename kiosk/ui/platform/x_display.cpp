#include "kiosk/ui/platform/x_display.h"

#include <array>

#include <X11/extensions/XInput2.h>

namespace stormote {

OwnedDisplay open_display() {
    return OwnedDisplay{XOpenDisplay(nullptr)};
}

std::optional<int> find_input_extension(Display *display, int least_version) {
    int opcode = 0;
    int first_event = 0;
    int first_error = 0;
    if (XQueryExtension(display, "XInputExtension", &opcode, &first_event, &first_error) == 0) {
        return std::nullopt;
    }
    int major = least_version / 10;
    int minor = least_version % 10;
    if (XIQueryVersion(display, &major, &minor) != Success) return std::nullopt;
    if (major * 10 + minor < least_version) return std::nullopt;
    return opcode;
}

void select_input(Display *display, Window window, std::span<const int> event_types) {
    std::array<unsigned char, XIMaskLen(XI_LASTEVENT)> bits{};
    for (const int type : event_types) {
        bits.at(static_cast<std::size_t>(type) / 8) |= static_cast<unsigned char>(1 << type % 8);
    }
    XIEventMask mask{XIAllMasterDevices, static_cast<int>(bits.size()), bits.data()};
    XISelectEvents(display, window, &mask, 1);
}

}  // namespace stormote
