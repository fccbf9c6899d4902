// Date text: a day and times as people of a language write them, from local times as settings
// store them. Any thread.
#pragma once

#include <string>
#include <string_view>

namespace stormote {

// "onsdag 12 oktober 2022" of "2022-10-12T18:00", by CLDR; the text itself where it is no date.
[[nodiscard]] std::string date_in_words(std::string_view local_time, const std::string& language);

// "18.00" in Swedish and Finnish, "18:00" elsewhere; empty where there is no time.
[[nodiscard]] std::string time_in_words(std::string_view local_time, const std::string& language);
// The same of a time without a day, "18:00".
[[nodiscard]] std::string clock_in_words(std::string_view clock, const std::string& language);

}  // namespace stormote
