// List words: what people write in the cells of a list beside names (list_names.h) and dates
// (list_dates.h), and what it means. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sync/model/presence.h"

namespace stormote {

// "12" from 1 to `most`; nothing where it is anything else.
[[nodiscard]] std::optional<int> whole_number(std::string_view text, int most);

// Whether the words say that there is nothing: "saknas", "-", "nej", "inga".
[[nodiscard]] bool says_nothing(std::string_view text);
// Whether a mark is set: "x", "ja", "1", a date.
[[nodiscard]] bool is_marked(std::string_view text);

// Swedish and English words: "Förtroendevald", "Ledamot (C)", "Enhetschef", "civil society".
// Nothing when the word is not known.
[[nodiscard]] std::optional<AttendeeRole> role_in_words(std::string_view text);

// What was probably meant by a text that is none: "asa@example,org", "mailto:asa@example.org".
// Empty where nothing can be proposed.
[[nodiscard]] std::string proposed_email(std::string_view text);

// "sv" for "Svenska" or "Swedish"; other texts stay as they are.
[[nodiscard]] std::string language_in_words(std::string_view text);

}  // namespace stormote
