#include "tests/support/display/key_map.h"

#include <algorithm>
#include <string>

#include <fmt/format.h>

#include "tests/support/display/x11.h"
#include "tests/support/machine/wait.h"
#include "tests/support/screens/letters.h"

namespace stormote {

namespace {

constexpr int level_count = 4;

// Latin-1 letters are their own key symbols, all others are marked as Unicode (X protocol,
// appendix A).
KeySym symbol_of(char32_t letter) {
    switch (letter) {
        case U'\r':
            return XK_Return;
        case U'\t':
            return XK_Tab;
        default:
            return letter < 0x100 ? letter : 0x01000000 + letter;
    }
}

}  // namespace

KeyMap::KeyMap(Display *connection, int device) {
    XkbDescPtr map = XkbGetMap(connection, XkbAllClientInfoMask, static_cast<unsigned int>(device));
    if (map == nullptr) throw ExpectationFailure("The layout of a keyboard could not be read.");
    for (int key = map->min_key_code; key <= map->max_key_code; ++key) {
        if (XkbKeyNumGroups(map, key) == 0) continue;
        const int levels = std::min(static_cast<int>(XkbKeyGroupWidth(map, key, 0)), level_count);
        for (int level = 0; level < levels; ++level) {
            const KeySym symbol = XkbKeySymEntry(map, key, level, 0);
            if (symbol == NoSymbol) continue;
            const auto [known, is_new] = positions_.try_emplace(symbol, Position{key, level});
            if (!is_new && level < known->second.level) known->second = {key, level};
        }
    }
    XkbFreeKeyboard(map, XkbAllComponentsMask, True);
}

const KeyMap::Position& KeyMap::position(KeySym symbol, std::string_view wanted) const {
    const auto found = positions_.find(symbol);
    if (found == positions_.end()) {
        throw ExpectationFailure(fmt::format("The keyboard has no key for \"{}\".", wanted));
    }
    return found->second;
}

std::vector<int> KeyMap::keys_for_letter(char32_t letter) const {
    // There is no key for it: scanners that end with CR LF send this, as terminals do.
    if (letter == U'\n') return keys_by_name("Control+j");
    const Position& key = position(symbol_of(letter), to_utf8(letter));
    std::vector<int> keys;
    if ((key.level & 1) != 0) keys = keys_by_name("Shift_L");
    if ((key.level & 2) != 0) keys.push_back(keys_by_name("ISO_Level3_Shift").front());
    keys.push_back(key.key_code);
    return keys;
}

std::vector<int> KeyMap::keys_by_name(std::string_view name) const {
    std::vector<int> keys;
    for (std::size_t plus = name.find('+'); plus != std::string_view::npos; plus = name.find('+')) {
        const std::string modifier = std::string(name.substr(0, plus)) + "_L";
        keys.push_back(position(XStringToKeysym(modifier.c_str()), modifier).key_code);
        name.remove_prefix(plus + 1);
    }
    const std::string key(name);
    keys.push_back(position(XStringToKeysym(key.c_str()), key).key_code);
    return keys;
}

}  // namespace stormote
