// List words: what people write in the cells of a registration list, and what it means. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sync/model/presence.h"

namespace stormote {

struct SplitName {
    std::string given;
    std::string family;
};
// "Åsa Öberg"; "Öberg, Åsa"; "Anna von Essen" (the family name begins at a particle such as von,
// af, de). One word is a given name.
[[nodiscard]] SplitName split_name(std::string_view full_name);

// Swedish and English words: "Förtroendevald", "tjänsteperson", "civil society". Nothing when the
// word is not known.
[[nodiscard]] std::optional<AttendeeRole> role_in_words(std::string_view text);

// One address: something@somewhere.something, no spaces, at most 254 bytes (RFC 5321).
[[nodiscard]] bool is_email_address(std::string_view text);

// "sv" for "Svenska" or "Swedish"; other texts stay as they are.
[[nodiscard]] std::string language_in_words(std::string_view text);

struct RegisteredDate {
    bool is_registered = true;  // false: the list says "nej"
    std::string date;           // "2022-09-26" or "2022-09-26T14:03"; empty: the list says "ja"
};
// Dates as Sweden, ISO 8601 and survey tools write them: 2022-09-26 14:03, 26/9/2022, 26 september
// 2022. Nothing when the text is none of these.
[[nodiscard]] std::optional<RegisteredDate> registered_in_words(std::string_view text);

}  // namespace stormote
