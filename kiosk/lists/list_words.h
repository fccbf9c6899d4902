// List words: what people write in the cells of a registration list, and what it means. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/model/presence.h"

namespace stormote {

struct SplitName {
    std::string given;
    std::string family;
};
// "Åsa Öberg"; "Öberg, Åsa"; "Anna von Essen" (the family name begins at a particle such as von,
// af, de). One word is a given name.
[[nodiscard]] SplitName split_name(std::string_view full_name);
// "Öberg Åsa", "von Essen Anna": the family name first, with its particle.
[[nodiscard]] SplitName split_family_first(std::string_view full_name);

struct NameWithParty {
    std::string name;
    bool has_party = false;
};
// "Åsa Öberg (C)" without the letters of her party.
[[nodiscard]] NameWithParty without_party(std::string_view name);

// "Anna och Per Svensson" as "Anna Svensson" and "Per Svensson"; none where it names one person.
[[nodiscard]] std::vector<std::string> names_of_several(std::string_view name);

// What a cell that holds more than a name may say: "Åsa Öberg, Eken, asa@example.org".
struct TakenApart {
    std::string name;
    std::string organisation;
    std::string email;
    std::string phone;
};
// Nothing where the cell may well be a name.
[[nodiscard]] std::optional<TakenApart> take_apart(std::string_view cell);

// "12" from 1 to `most`; nothing where it is anything else.
[[nodiscard]] std::optional<int> whole_number(std::string_view text, int most);

// Whether the words say that there is nothing: "saknas", "-", "nej", "inga".
[[nodiscard]] bool says_nothing(std::string_view text);
// Whether a mark is set: "x", "ja", "1", a date.
[[nodiscard]] bool is_marked(std::string_view text);

// Swedish and English words: "Förtroendevald", "Ledamot (C)", "Enhetschef", "civil society".
// Nothing when the word is not known.
[[nodiscard]] std::optional<AttendeeRole> role_in_words(std::string_view text);

// One address: something@somewhere.something, no spaces, at most 254 bytes (RFC 5321).
[[nodiscard]] bool is_email_address(std::string_view text);
// What was probably meant by a text that is none: "asa@example,org", "mailto:asa@example.org".
// Empty where nothing can be proposed.
[[nodiscard]] std::string proposed_email(std::string_view text);

// "sv" for "Svenska" or "Swedish"; other texts stay as they are.
[[nodiscard]] std::string language_in_words(std::string_view text);

struct RegisteredDate {
    bool is_registered = true;  // false: the list says "nej"
    std::string date;           // "2022-09-26" or "2022-09-26T14:03"; empty: the list says "ja"
};
// Dates as Sweden, ISO 8601 and survey tools write them: 2022-09-26 14:03, 26/9/2022, 26 september
// 2022, or as mail and spreadsheets do: Mon, 26 Sep 2022 14:03:00 +0200, 44830. A date without a
// year, "26/9" or "26 sept", is "--09-26". Nothing when the text is none of these.
[[nodiscard]] std::optional<RegisteredDate> registered_in_words(std::string_view text);

}  // namespace stormote
