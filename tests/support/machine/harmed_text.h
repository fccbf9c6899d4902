// Harmed text: a file as nobody made it in good faith, for tests of readers. Any thread.
#pragma once

#include <string>

#include "sync/base/random.h"

namespace stormote::testing {

// A piece taken out, written twice, or put in place of another; digits grow.
inline void harm_text(std::string& text, SeededRandom& random) {
    if (text.empty()) return;
    const std::size_t from = random.below(text.size());
    const std::size_t length = std::min<std::size_t>(text.size() - from, random.below(40));
    switch (random.below(4)) {
        case 0:
            text.erase(from, length);
            break;
        case 1:
            text.insert(random.below(text.size()), text.substr(from, length));
            break;
        case 2:
            text[from] = static_cast<char>(random.below(256));
            break;
        default:
            for (char& c : text) {
                if (c >= '0' && c <= '9' && random.below(8) == 0) c = '9';
            }
            break;
    }
}

}  // namespace stormote::testing
