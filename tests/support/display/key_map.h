// KeyMap: which keys of one keyboard, under the layout it is set to, type a letter. Read once
// from the X server; a value after that, any thread.
#pragma once

#include <map>
#include <string_view>
#include <vector>

#include <X11/Xlib.h>

namespace stormote {

class KeyMap {
  public:
    // `device` is an XInput 2 device id.
    KeyMap(Display *connection, int device);

    // Key codes to hold in this order, the last one being the letter's own. Throws
    // ExpectationFailure when no key types it.
    [[nodiscard]] std::vector<int> keys_for_letter(char32_t letter) const;
    // The same for a key by its X name, after its modifiers: "Return", "Shift+Tab", "Control+a".
    [[nodiscard]] std::vector<int> keys_by_name(std::string_view name) const;

  private:
    struct Position {
        int key_code = 0;
        int level = 0;  // 0 plain, 1 with Shift, 2 with AltGr, 3 with both
    };

    // `wanted` is what the message says is missing.
    [[nodiscard]] const Position& position(KeySym symbol, std::string_view wanted) const;

    std::map<KeySym, Position> positions_;
};

}  // namespace stormote
