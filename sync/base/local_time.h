// Local time: wall-clock time at the venue, in the time zone of the machine. Any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace stormote {

// "2022-10-12T18:00", as settings store it: checked to be a date and a time that exist.
[[nodiscard]] bool is_local_time(std::string_view text);
// "2022-10-12".
[[nodiscard]] bool is_date(std::string_view text);

// "18:05" of what people write for a time of the day: "18:05", "18.05", "8:05:00", "kl. 18.05".
[[nodiscard]] std::optional<std::string> parse_clock(std::string_view text);

// "2022-10-12T18:00" of an instant.
[[nodiscard]] std::string local_time_of(std::int64_t wall_ms);
// The instant of a local time; nothing when the text is not one.
[[nodiscard]] std::optional<std::int64_t> instant_of(std::string_view local_time);
// "2022-10-12T16:00:00.250Z" (RFC 3339, UTC) of an instant, for exports and scripts.
[[nodiscard]] std::string utc_text(std::int64_t wall_ms);
// "18.00", as Swedes write it.
[[nodiscard]] std::string clock_text(std::int64_t wall_ms);

}  // namespace stormote
