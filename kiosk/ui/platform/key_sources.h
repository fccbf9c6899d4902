// KeySources: from which keyboard each key came, and when, by XInput 2 on a connection of its own.
//
// GLFW tells neither: all keyboards are one to it, and its events are as late as the frame in which
// they are read. A hand scanner is a keyboard of its own that types fast. The screen thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "kiosk/device/scanner/key_burst_filter.h"

namespace stormote {

struct KeySource {
    int device = 0;  // as XInput 2 numbers it
    KeyDevice kind = KeyDevice::unknown;
    std::uint32_t server_ms = 0;
};

struct UntoldKey {
    int x_keycode = 0;
    KeySource source;
};

class KeySources {
  public:
    // Listens from now on. Without XInput 2.1 it knows of no key.
    KeySources();
    ~KeySources();
    KeySources(const KeySources&) = delete;
    KeySources& operator=(const KeySources&) = delete;

    // Of the next key of that code to go down that was not asked for yet; ask in the order in
    // which they went down. Asks the X server where it has not been told yet.
    [[nodiscard]] std::optional<KeySource> take(int x_keycode);
    // The next key that types, where GLFW does not tell of it: one that went down twice within a
    // millisecond, as a scanner's may for an X server that is late, of which only the character is
    // passed on.
    [[nodiscard]] std::optional<UntoldKey> take_untold();

  private:
    struct Listener;
    std::unique_ptr<Listener> listener_;
};

}  // namespace stormote
