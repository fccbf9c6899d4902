// List dates: how people, forms, mails and spreadsheets write the day of a registration. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace stormote {

struct RegisteredDate {
    bool is_registered = true;  // false: the list says "nej"
    std::string date;           // "2022-09-26" or "2022-09-26T14:03"; empty: the list says "ja"
};
// Dates as Sweden, ISO 8601 and survey tools write them: 2022-09-26 14:03, 26/9/2022, 26 september
// 2022, or as mail and spreadsheets do: Mon, 26 Sep 2022 14:03:00 +0200, 44830. A date without a
// year, "26/9" or "26 sept", is "--09-26". Nothing when the text is none of these.
[[nodiscard]] std::optional<RegisteredDate> registered_in_words(std::string_view text);

}  // namespace stormote
