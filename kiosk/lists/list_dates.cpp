#include "kiosk/lists/list_dates.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <vector>

#include <fmt/format.h>

#include "kiosk/lists/heading_words.h"
#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

bool is_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// 1 to 12 for the beginning of a month's name, Swedish or English; 0 for anything else.
int month_of(const std::string& word) {
    constexpr std::array months = {"jan", "feb", "mar", "apr", "maj", "jun",
                                   "jul", "aug", "sep", "okt", "nov", "dec"};
    const std::string start = word.substr(0, 3);
    if (start == "may") return 5;
    if (start == "oct") return 10;
    for (std::size_t i = 0; i < months.size(); ++i) {
        if (start == months[i]) return static_cast<int>(i) + 1;
    }
    return 0;
}

// The day of a number that spreadsheets count days with; 0 is 1899-12-30.
std::optional<std::string> date_of_serial_number(const std::string& text) {
    constexpr int first = 36'526;  // 2000-01-01
    constexpr int last = 73'050;   // 2099-12-31
    if (text.size() != 5 || !is_digits(text)) return std::nullopt;
    const int number = std::stoi(text);
    if (number < first || number > last) return std::nullopt;
    const std::chrono::year_month_day day(std::chrono::sys_days(std::chrono::year(1899) / 12 / 30) +
                                          std::chrono::days(number));
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()),
                       static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
}

// "--09-26" for a day and a month without a year.
std::optional<std::string> date_without_year(std::string_view text,
                                             const std::vector<std::string>& parts) {
    // "14:03" is a time of the day.
    if (text.find(':') != std::string_view::npos) return std::nullopt;
    if (parts.size() != 2 || !is_digits(parts[0]) || parts[0].size() > 2) return std::nullopt;
    const bool is_number = is_digits(parts[1]) && parts[1].size() <= 2;
    const int month = is_number ? std::stoi(parts[1]) : month_of(parts[1]);
    const std::string date = fmt::format("-{:02}-{:02}", month, std::stoi(parts[0]));
    // In a year that has all days.
    return is_date("2000" + date) ? std::optional("-" + date) : std::nullopt;
}

std::optional<std::string> date_of(const std::vector<std::string>& parts) {
    const auto number = [&parts](std::size_t i) {
        return is_digits(parts[i]) && parts[i].size() <= 4 ? std::stoi(parts[i]) : 0;
    };
    std::string date;
    if (parts[0].size() == 8 && is_digits(parts[0])) {
        date = parts[0].substr(0, 4) + "-" + parts[0].substr(4, 2) + "-" + parts[0].substr(6);
    } else if (parts.size() >= 3 && parts[0].size() == 4) {
        date = fmt::format("{:04}-{:02}-{:02}", number(0), number(1), number(2));
    } else if (parts.size() >= 3 && parts[2].size() == 4) {
        const int month = is_digits(parts[1]) ? number(1) : month_of(parts[1]);
        date = fmt::format("{:04}-{:02}-{:02}", number(2), month, number(0));
    }
    return is_date(date) ? std::optional(date) : std::nullopt;
}

// "14:03" from "2022-09-26 14:03:22"; empty where there is no time of 24 hours. "2:03 pm" is none.
std::string time_of(std::string_view text) {
    // The last word: a month may have a dot, too.
    const auto space = text.rfind(' ');
    const std::size_t last = space == std::string_view::npos ? 0 : space + 1;
    const auto colon = text.find_first_of(":.", std::max<std::size_t>(last, 8));
    if (colon == std::string_view::npos || colon + 3 > text.size()) return {};
    if (text.find_first_not_of("0123456789:.", colon) != std::string_view::npos) return {};
    const std::size_t start = text.find_last_not_of("0123456789", colon - 1) + 1;
    const std::string_view hour = text.substr(start, colon - start);
    const std::string_view minute = text.substr(colon + 1, 2);
    if (!is_digits(hour) || hour.size() > 2 || !is_digits(minute)) return {};
    return fmt::format("{:0>2}:{}", hour, minute);
}

}  // namespace

std::optional<RegisteredDate> registered_in_words(std::string_view text) {
    const std::string trimmed = trim_text(text);
    const std::string word = heading_key(trimmed);
    // Our own exports say how somebody came to be there.
    for (const char *yes : {"ja", "yes", "x", "anmald", "oanmald", "ersattare", "registered",
                            "walkin", "substitute"}) {
        if (word == yes) return RegisteredDate{};
    }
    if (word == "nej" || word == "no") return RegisteredDate{false, ""};
    // Words and numbers, whatever stands between them; the "T" of ISO 8601 parts, too.
    std::string parted = trimmed;
    if (parted.size() > 10 && parted[10] == 'T') parted[10] = ' ';
    std::vector<std::string> parts = fold_words(parted);
    // "Mon, 26 Sep 2022", "måndag 26 september 2022".
    if (parts.size() >= 3 && !is_digits(parts[0]) && month_of(parts[0]) == 0) {
        parts.erase(parts.begin());
    }
    if (parts.empty()) return std::nullopt;
    if (parts.size() == 1) {
        if (const auto date = date_of_serial_number(parts[0])) return RegisteredDate{true, *date};
    }
    if (const auto date = date_without_year(parted, parts)) return RegisteredDate{true, *date};
    const auto date = date_of(parts);
    if (!date) return std::nullopt;
    // "+0200" and "GMT" behind the time of a mail: the time is that of whoever wrote it.
    const auto zone = parted.find_last_of("+-");
    if (zone != std::string::npos && zone > 10 &&
        is_digits(std::string_view(parted).substr(zone + 1))) {
        parted = trim_text(parted.substr(0, zone));
    }
    if (parted.ends_with(" GMT")) parted.resize(parted.size() - 4);
    const std::string time = time_of(parted);
    const std::string both = *date + "T" + time;
    return RegisteredDate{true, is_local_time(both) ? both : *date};
}

}  // namespace stormote
