#include "kiosk/lists/spreadsheet/sheet_values.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <optional>

#include <fmt/format.h>

namespace stormote {

namespace {

constexpr int minutes_a_day = 24 * 60;
constexpr double last_day = 2'958'465;  // 9999-12-31

std::optional<double> parse_number(const std::string& text) {
    double number = 0;
    const char *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (text.empty() || read.ec != std::errc() || read.ptr != end || !std::isfinite(number)) {
        return std::nullopt;
    }
    return number;
}

std::string clock_of(int minutes) {
    return fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
}

}  // namespace

bool is_date_format(std::string_view format) {
    for (std::size_t i = 0; i < format.size(); ++i) {
        switch (format[i]) {
            case '"':
                i = std::min(format.find('"', i + 1), format.size() - 1);
                break;
            case '[': {
                const auto end = std::min(format.find(']', i + 1), format.size() - 1);
                // "[h]" counts hours beyond a day.
                const std::string_view inside = format.substr(i + 1, end - i - 1);
                if (inside == "h" || inside == "hh" || inside == "m" || inside == "mm") return true;
                i = end;
                break;
            }
            case '\\':
            case '_':
                ++i;
                break;
            case 'y':
            case 'Y':
            case 'm':
            case 'M':
            case 'd':
            case 'D':
            case 'h':
            case 'H':
                return true;
            default:
                break;
        }
    }
    return false;
}

bool is_date_format(int number) {
    return (number >= 14 && number <= 22) || (number >= 27 && number <= 36) ||
           (number >= 45 && number <= 47) || (number >= 50 && number <= 58);
}

std::string date_of_serial(const std::string& number, SheetEpoch epoch) {
    const auto serial = parse_number(number);
    if (!serial || *serial < 0 || *serial > last_day) return number;
    const double day = std::floor(*serial);
    int minutes = static_cast<int>(std::lround((*serial - day) * minutes_a_day));
    if (day == 0 && minutes > 0) return clock_of(minutes % minutes_a_day);
    if (day == 0) return number;
    // The days of January and February 1900 are counted one too few by everybody after Lotus 1-2-3.
    const int shift = epoch == SheetEpoch::macintosh ? 1462 : (day < 60 ? 1 : 0);
    auto date = std::chrono::sys_days(std::chrono::year(1899) / 12 / 30) +
                std::chrono::days(static_cast<int>(day) + shift);
    if (minutes == minutes_a_day) {
        minutes = 0;
        date += std::chrono::days(1);
    }
    const std::chrono::year_month_day calendar(date);
    std::string text =
        fmt::format("{:04}-{:02}-{:02}", static_cast<int>(calendar.year()),
                    static_cast<unsigned>(calendar.month()), static_cast<unsigned>(calendar.day()));
    if (minutes > 0) text += 'T' + clock_of(minutes);
    return text;
}

std::string number_as_written(const std::string& number) {
    const auto value = parse_number(number);
    if (!value) return number;
    constexpr double largest_whole = 1e15;
    if (*value == std::floor(*value) && std::abs(*value) < largest_whole) {
        return fmt::format("{}", static_cast<std::int64_t>(*value));
    }
    return fmt::format("{}", *value);
}

std::string date_of_text(std::string_view iso_8601) {
    constexpr std::size_t date_length = 10;
    constexpr std::size_t minute_length = 16;
    std::string date(iso_8601.substr(0, date_length));
    if (iso_8601.size() < minute_length) return date;
    const std::string_view clock = iso_8601.substr(date_length + 1, 5);
    if (clock != "00:00") date += 'T' + std::string(clock);
    return date;
}

std::string time_of_duration(std::string_view iso_8601) {
    const auto number_before = [&](char unit) {
        const auto end = iso_8601.find(unit, 2);
        if (end == std::string_view::npos) return 0;
        const auto before = iso_8601.find_last_not_of("0123456789", end - 1);
        int number = 0;
        std::from_chars(iso_8601.data() + before + 1, iso_8601.data() + end, number);
        return number;
    };
    if (!iso_8601.starts_with("PT")) return std::string(iso_8601);
    return fmt::format("{:02}:{:02}", number_before('H'), number_before('M'));
}

}  // namespace stormote
