// E-mail address: whether a text is one. Pure.
#pragma once

#include <string_view>

namespace stormote {

// One address: something@somewhere.something, no spaces, at most 254 bytes (RFC 5321).
[[nodiscard]] inline bool is_email_address(std::string_view text) {
    if (text.size() > 254 || text.find_first_of(" \t\r\n,;<>()[]\\\":") != std::string_view::npos) {
        return false;
    }
    const auto at = text.find('@');
    if (at == std::string_view::npos || at == 0 ||
        text.find('@', at + 1) != std::string_view::npos) {
        return false;
    }
    const std::string_view domain = text.substr(at + 1);
    const auto dot = domain.rfind('.');
    return dot != std::string_view::npos && dot > 0 && dot + 2 < domain.size() &&
           domain.front() != '-' && domain.find("..") == std::string_view::npos &&
           domain.front() != '.';
}

}  // namespace stormote
