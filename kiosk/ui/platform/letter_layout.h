// Letter layout: the letters of a language as they stand on its keyboards, for a keyboard on the
// screen. Of languages that are not written with the Latin alphabet. The screen thread.
//
// Source: xkeyboard-config, read by libxkbregistry and libxkbcommon.
#pragma once

#include <array>
#include <string>
#include <vector>

namespace stormote {

struct KeyLetters {
    std::string plain;
    std::string shifted;  // the capital, or what else the key types with Shift; may be the same
};

struct LetterLayout {
    std::array<std::vector<KeyLetters>, 3> rows;  // from the top
    bool has_capitals = false;                    // its letters are small and capital
    bool is_arabic = false;                       // its comma and question mark are turned round
};

// Of a language by its code of ISO 639-1; null for the Latin alphabet, and where this machine has
// no keyboard of that language. Read once.
[[nodiscard]] const LetterLayout *letter_layout(const std::string& language);

}  // namespace stormote
