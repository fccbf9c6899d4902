// Account name: what somebody may be called. Two sign-in names that look alike are one: they are
// compared folded, without marks and case, Cyrillic and Greek letters as Latin ones. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sync/base/error.h"

namespace stormote {

struct LoginName {
    std::string shown;  // lower case, marks kept
    std::string key;    // what it is compared by
};

// Error: empty, longer than an e-mail address may be (254 bytes), or with anything but letters that
// have a Latin likeness, digits, and . - _ + @
[[nodiscard]] Result<LoginName> check_login_name(std::string_view text);
// What a name that somebody signs in with is looked up by; nothing where no account can have it.
[[nodiscard]] std::optional<std::string> login_key_of(std::string_view text);

// Trimmed, on one line. Error: empty, longer than 200 bytes, no UTF-8, or with characters that are
// not seen and change how others are read.
[[nodiscard]] Result<std::string> check_full_name(std::string_view text);

// A text on one line for people to read: no UTF-8 and unseen characters become U+FFFD, and what is
// beyond so many bytes goes, between characters.
[[nodiscard]] std::string one_safe_line(std::string_view text, std::size_t most_bytes);

}  // namespace stormote
