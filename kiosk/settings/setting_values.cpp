#include "kiosk/settings/setting_values.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "kiosk/documents/house_style.h"
#include "kiosk/lists/field_limits.h"
#include "kiosk/settings/setting_words.h"
#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

constexpr std::size_t date_length = 10;  // "2022-10-12"
constexpr std::int64_t day_ms = 86'400'000;
constexpr Sentence public_task{"public task"};
constexpr Sentence consent{"consent"};
constexpr Sentence kept{"kept"};

std::vector<std::string> lines_of(const std::string& said) {
    std::string lines = said;
    std::replace(lines.begin(), lines.end(), ';', '\n');
    std::vector<std::string> parts;
    for (const std::string_view line : split_text(lines, '\n')) {
        if (std::string name = trim_text(line); !name.empty()) parts.push_back(std::move(name));
    }
    return parts;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += (text.empty() ? "" : "\n") + line;
    return text;
}

Result<> check_room(const SettingRule& rule, const std::string& where,
                    const std::vector<std::string>& lines) {
    for (const std::string& line : lines) {
        if (const auto length = excess_length(line, rule.longest)) {
            const std::string which = rule.most > 0 ? fmt::format("{} {}", where, line) : where;
            return input_error({"{} is longer than {} characters: it has {}, and would not fit on "
                                "the kiosk's page. Make it shorter."},
                               which, rule.longest, *length);
        }
    }
    if (rule.most > 0 && lines.size() > rule.most) {
        return input_error({"{} names {}, and {} fit on the kiosk's page. Leave some out."}, where,
                           lines.size(), rule.most);
    }
    return Done{};
}

Result<std::string> read_programme(const SettingRule& rule, const SaidSetting& said) {
    std::vector<ProgrammeItem> programme;
    for (const std::string& line : lines_of(said.text)) {
        const std::size_t space = std::min(line.find(' '), line.size());
        const auto clock = parse_clock(line.substr(0, space));
        const std::string title = trim_text(line.substr(space));
        if (!clock || title.empty()) {
            return input_error({"{} {} is not a time and what happens then. Write it as \"18:30 "
                                "Inledning\"."},
                               said.where, line);
        }
        programme.push_back({*clock, title});
    }
    std::stable_sort(programme.begin(), programme.end(), [](const auto& left, const auto& right) {
        return left.starts < right.starts;
    });
    std::vector<std::string> titles;
    for (const ProgrammeItem& item : programme) titles.push_back(item.title);
    if (auto fits = check_room(rule, said.where, titles); !fits) return fits.error();
    return write_programme(programme);
}

Result<std::string> read_time(const SaidSetting& said, const std::string& starts) {
    std::string text = said.text;
    if (const auto clock = parse_clock(text)) {
        text = starts.substr(0, date_length) + 'T' + *clock;
    } else if (text.size() > date_length && text[date_length] == ' ') {
        if (const auto hour = parse_clock(text.substr(date_length + 1))) {
            text = text.substr(0, date_length) + 'T' + *hour;
        }
    }
    if (is_local_time(text)) return text;
    return input_error({"{} {} is not a date and time. Write it as 2022-10-12T18:00."}, said.where,
                       said.text);
}

std::string days_before(const std::string& starts, int days) {
    // From noon, or an hour of summer time would make it another day.
    const auto noon = instant_of(starts.substr(0, date_length) + "T12:00");
    return noon ? local_time_of(*noon - days * day_ms).substr(0, date_length) : "";
}

// "16 days before": the number, where the words after it are those of a language.
std::optional<int> read_count(std::string_view text, Sentence one, Sentence other) {
    int count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc{} || count < 0 || count > most_keep_days) return std::nullopt;
    const std::string shown = trim_text(text);
    const auto& languages = written_languages();
    const bool is_count = std::any_of(languages.begin(), languages.end(), [&](const Texts& texts) {
        return fold_text(texts.get_plural(one, other, count)) == fold_text(shown);
    });
    return is_count || end == text.data() + text.size() ? std::optional(count) : std::nullopt;
}

Result<std::string> read_date(const SaidSetting& said, const std::string& starts) {
    if (is_date(said.text)) return said.text;
    if (const auto days = read_count(said.text, {"{} day before"}, {"{} days before"});
        days && !starts.empty()) {
        if (std::string date = days_before(starts, *days); !date.empty()) return date;
    }
    return input_error({"{} {} is not a date. Write it as 2022-09-26."}, said.where, said.text);
}

Result<std::string> read_basis(const SaidSetting& said) {
    if (is_written(said.text, public_task)) return std::string();
    if (is_written(said.text, consent)) return std::string("consent");
    return input_error({"{} {} is not a legal basis. Write \"public task\" or \"consent\"."},
                       said.where, said.text);
}

// Of a server alone, without a path: the address that is printed goes on with one.
Result<std::string> read_address(const SettingRule& rule, const SaidSetting& said) {
    std::string text = trim_text(said.text);
    while (text.ends_with('/')) text.pop_back();
    if (auto fits = check_room(rule, said.where, {text}); !fits) return fits.error();
    const std::size_t begin = text.starts_with("https://")  ? 8
                              : text.starts_with("http://") ? 7
                                                            : text.size();
    const std::string_view server = std::string_view(text).substr(begin);
    const bool is_server = !server.empty() && std::all_of(server.begin(), server.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
               std::string_view(".-:[]").find(c) != std::string_view::npos;
    });
    if (is_server) return text;
    return input_error({"{} {} is not a server's address. Write it as https://meetings.example, "
                        "without anything after it."},
                       said.where, said.text);
}

struct SaidKind {
    const DocumentKindWords *kind = nullptr;
    std::string value;
};

// "Kost och behov: 30 dagar" or "needs 30 days": what stands behind a kind's name.
SaidKind read_kind(const std::string& line) {
    SaidKind said;
    for (std::size_t end = line.find_first_of(": "); end != std::string::npos;
         end = line.find_first_of(": ", end + 1)) {
        const std::string name = trim_text(line.substr(0, end));
        for (const DocumentKindWords& kind : document_kinds()) {
            if (fold_text(kind.stored) == fold_text(name) || is_written(name, kind.words)) {
                // The longest name: "drafts" begins "Drafts of notes".
                said = {&kind, trim_text(line.substr(end + 1))};
            }
        }
    }
    return said;
}

Result<std::string> read_table(const SaidSetting& said, const LatestFields& present) {
    KeepTable table = keep_table(present);
    for (const std::string& line : lines_of(said.text)) {
        const auto [kind, value] = read_kind(line);
        if (kind == nullptr) {
            std::string known;
            for (const DocumentKindWords& one : document_kinds()) {
                known += (known.empty() ? "" : ", ") + std::string(one.stored);
            }
            return input_error({"{} {} does not say what is kept. Write it as \"needs 30\" or "
                                "\"proposals keep\"; the kinds are: {}."},
                               said.where, line, known);
        }
        auto& rule = table[static_cast<std::size_t>(kind->kind)];
        if (is_written(value, kept) || value == "keep") {
            rule.reset();
        } else if (const auto days = read_count(value, {"{} day"}, {"{} days"})) {
            rule = days;
        } else {
            return input_error({"{} {} does not say how long. Write a number of days after the "
                                "event, or \"keep\"."},
                               said.where, line);
        }
    }
    return write_keep_table(table);
}

std::string in_words(const std::string& local_time) {
    std::string text = local_time;
    if (text.size() > date_length) text[date_length] = ' ';
    return text;
}

std::string time_line(const std::string& time, const std::string& starts, SaidTimes times) {
    const bool is_same_day =
        is_local_time(time) && time.substr(0, date_length) == starts.substr(0, date_length);
    return times == SaidTimes::by_the_start && is_same_day ? time.substr(date_length + 1)
                                                           : in_words(time);
}

std::string date_line(const std::string& date, const std::string& starts, SaidTimes times,
                      const Texts& texts) {
    const auto day = instant_of(date + "T12:00");
    const auto start = instant_of(starts.substr(0, date_length) + "T12:00");
    if (times == SaidTimes::as_they_are || !day || !start || *day > *start) return date;
    // Rounded: there may be a night of 23 or 25 hours between.
    return texts.get_plural({"{} day before"}, {"{} days before"},
                            (*start - *day + day_ms / 2) / day_ms);
}

std::vector<std::string> table_lines(const LatestFields& present, const Texts& texts) {
    const KeepTable table = keep_table(present);
    std::vector<std::string> lines;
    for (const DocumentKindWords& kind : document_kinds()) {
        const auto& days = table[static_cast<std::size_t>(kind.kind)];
        lines.push_back(
            texts.get(kind.words) + ": " +
            (days ? texts.get_plural({"{} day"}, {"{} days"}, *days) : texts.get(kept)));
    }
    return lines;
}

}  // namespace

Result<std::string> read_setting(const SettingRule& rule, const SaidSetting& said,
                                 const std::string& starts, const LatestFields& present) {
    if (said.text.empty()) {
        if (rule.is_needed) return input_error({"{} must not be empty."}, said.where);
        // The table without a word is that of an event that never had one.
        return rule.value == SettingValue::table ? write_keep_table(keep_table({})) : std::string();
    }
    switch (rule.value) {
        case SettingValue::text: {
            // On one line, as pages and screens show it.
            const std::string text = trim_text(said.text);
            if (auto fits = check_room(rule, said.where, {text}); !fits) return fits.error();
            return text;
        }
        case SettingValue::lines: {
            const std::vector<std::string> lines = lines_of(said.text);
            if (auto fits = check_room(rule, said.where, lines); !fits) return fits.error();
            return joined(lines);
        }
        case SettingValue::programme:
            return read_programme(rule, said);
        case SettingValue::time:
            return read_time(said, starts);
        case SettingValue::date:
            return read_date(said, starts);
        case SettingValue::colour:
            if (parse_colour(said.text)) return said.text;
            return input_error({"{} {} is not a colour. Write it as #0B4F5C."}, said.where,
                               said.text);
        case SettingValue::picture:
            return said.text;
        case SettingValue::basis:
            return read_basis(said);
        case SettingValue::address:
            return read_address(rule, said);
        case SettingValue::table:
            return read_table(said, present);
    }
    return said.text;
}

std::vector<std::string> setting_lines(const SettingRule& rule, const LatestFields& present,
                                       SaidTimes times, const Texts& texts) {
    const std::string& lines = present.get(rule.field);
    const std::string& starts = present.get(SettingField::starts);
    switch (rule.value) {
        case SettingValue::basis:
            return {texts.get(legal_basis(present) == LegalBasis::consent ? consent : public_task)};
        case SettingValue::table:
            return table_lines(present, texts);
        case SettingValue::picture:
            return {};
        case SettingValue::lines:
        case SettingValue::programme:
            return lines_of(lines);
        case SettingValue::time:
        case SettingValue::date:
        case SettingValue::text:
        case SettingValue::colour:
        case SettingValue::address:
            break;
    }
    // Another device may have written several lines, or what no line may hold.
    const std::string text = trim_text(lines);
    if (text.empty()) return {};
    if (rule.value == SettingValue::time) {
        if (rule.field == SettingField::starts && times == SaidTimes::by_the_start) return {};
        return {time_line(text, starts, times)};
    }
    if (rule.value == SettingValue::date) return {date_line(text, starts, times, texts)};
    return {text};
}

}  // namespace stormote
