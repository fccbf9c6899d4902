// How large a measurement is: as the environment says. Any thread.
#pragma once

#include <cstdint>
#include <cstdlib>

namespace stormote::testing {

// Of a variable that is set to a number; else the usual one.
inline std::size_t number_asked(const char *variable, std::size_t otherwise) {
    const char *text = std::getenv(variable);
    const std::size_t asked = text == nullptr ? 0 : std::strtoull(text, nullptr, 10);
    return asked == 0 ? otherwise : asked;
}

}  // namespace stormote::testing
