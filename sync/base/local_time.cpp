#include "sync/base/local_time.h"

#include <algorithm>
#include <array>
#include <ctime>

#include <fmt/format.h>

namespace stormote {

namespace {

// Digits where the pattern has '0', the very character elsewhere.
bool has_shape(std::string_view text, std::string_view pattern) {
    if (text.size() != pattern.size()) return false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_digit = text[i] >= '0' && text[i] <= '9';
        if (pattern[i] == '0' ? !is_digit : text[i] != pattern[i]) return false;
    }
    return true;
}

int number_at(std::string_view text, std::size_t start, std::size_t length) {
    int value = 0;
    for (const char digit : text.substr(start, length)) value = value * 10 + (digit - '0');
    return value;
}

std::tm broken_down(std::int64_t wall_ms) {
    const auto seconds = std::time_t{wall_ms / 1000};
    std::tm local{};
    localtime_r(&seconds, &local);
    return local;
}

}  // namespace

bool is_date(std::string_view text) {
    if (!has_shape(text, "0000-00-00")) return false;
    const int year = number_at(text, 0, 4);
    const int month = number_at(text, 5, 2);
    const int day = number_at(text, 8, 2);
    if (month < 1 || month > 12 || day < 1) return false;
    constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    const int last = days[static_cast<std::size_t>(month - 1)] + (month == 2 && is_leap ? 1 : 0);
    return day <= last;
}

bool is_local_time(std::string_view text) {
    return has_shape(text, "0000-00-00T00:00") && is_date(text.substr(0, 10)) &&
           number_at(text, 11, 2) < 24 && number_at(text, 14, 2) < 60;
}

std::optional<std::string> parse_clock(std::string_view text) {
    for (const std::string_view word : {"kl.", "kl"}) {
        if (!text.starts_with(word)) continue;
        text.remove_prefix(word.size());
        break;
    }
    while (text.starts_with(' ')) text.remove_prefix(1);
    std::string clock(text);
    std::replace(clock.begin(), clock.end(), '.', ':');
    if (has_shape(clock, "0:00") || has_shape(clock, "0:00:00")) clock.insert(0, "0");
    if (!has_shape(clock, "00:00") && !has_shape(clock, "00:00:00")) return std::nullopt;
    clock.resize(5);
    if (number_at(clock, 0, 2) >= 24 || number_at(clock, 3, 2) >= 60) return std::nullopt;
    return clock;
}

std::string local_time_of(std::int64_t wall_ms) {
    const std::tm local = broken_down(wall_ms);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}", local.tm_year + 1900, local.tm_mon + 1,
                       local.tm_mday, local.tm_hour, local.tm_min);
}

std::optional<std::int64_t> instant_of(std::string_view local_time) {
    if (!is_local_time(local_time)) return std::nullopt;
    std::tm local{};
    local.tm_year = number_at(local_time, 0, 4) - 1900;
    local.tm_mon = number_at(local_time, 5, 2) - 1;
    local.tm_mday = number_at(local_time, 8, 2);
    local.tm_hour = number_at(local_time, 11, 2);
    local.tm_min = number_at(local_time, 14, 2);
    local.tm_isdst = -1;
    return std::int64_t{std::mktime(&local)} * 1000;
}

std::string utc_text(std::int64_t wall_ms) {
    const std::time_t seconds{wall_ms / 1000};
    std::tm utc{};
    gmtime_r(&seconds, &utc);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z", utc.tm_year + 1900,
                       utc.tm_mon + 1, utc.tm_mday, utc.tm_hour, utc.tm_min, utc.tm_sec,
                       wall_ms % 1000);
}

std::string clock_text(std::int64_t wall_ms) {
    const std::tm local = broken_down(wall_ms);
    return fmt::format("{:02}.{:02}", local.tm_hour, local.tm_min);
}

}  // namespace stormote
