#include "kiosk/lists/list_words.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <fmt/format.h>

#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

bool is_particle(const std::string& word) {
    static const std::unordered_set<std::string> particles = {
        "af", "av", "von", "van", "der", "den", "de", "del", "della", "di", "da", "dos",
        "du", "la", "le",  "bin", "ibn", "al",  "el", "ter", "ten",   "zu", "zur"};
    return particles.contains(fold_text(word));
}

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        if (c == ' ') {
            words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    return words;
}

std::string written_together(std::string_view text) {
    std::string together = join_folded_words(text);
    std::erase(together, ' ');
    return together;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

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
    const auto colon = text.find_first_of(":.", 8);
    if (colon == std::string_view::npos || colon + 3 > text.size()) return {};
    if (text.find_first_not_of("0123456789:.", colon) != std::string_view::npos) return {};
    const std::size_t start = text.find_last_not_of("0123456789", colon - 1) + 1;
    const std::string_view hour = text.substr(start, colon - start);
    const std::string_view minute = text.substr(colon + 1, 2);
    if (!is_digits(hour) || hour.size() > 2 || !is_digits(minute)) return {};
    return fmt::format("{:0>2}:{}", hour, minute);
}

}  // namespace

SplitName split_name(std::string_view full_name) {
    const std::string name = trim_text(full_name);
    if (const auto comma = name.find(','); comma != std::string::npos) {
        return {trim_text(name.substr(comma + 1)), trim_text(name.substr(0, comma))};
    }
    const std::vector<std::string> words = words_of(name);
    if (words.size() == 1) return {name, ""};
    // From the second word on: a particle, or else the last word.
    std::size_t family = words.size() - 1;
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (i + 1 < words.size() && is_particle(words[i])) {
            family = i;
            break;
        }
    }
    SplitName split;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string& part = i < family ? split.given : split.family;
        if (!part.empty()) part += ' ';
        part += words[i];
    }
    return split;
}

SplitName split_family_first(std::string_view full_name) {
    const std::string name = trim_text(full_name);
    if (name.find(',') != std::string::npos) return split_name(name);
    const std::vector<std::string> words = words_of(name);
    if (words.size() == 1) return {name, ""};
    std::size_t given = 1;
    while (given + 1 < words.size() && is_particle(words[given - 1])) ++given;
    SplitName split;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string& part = i < given ? split.family : split.given;
        if (!part.empty()) part += ' ';
        part += words[i];
    }
    return split;
}

NameWithParty without_party(std::string_view name) {
    static const std::unordered_set<std::string> parties = {"s",  "m",  "sd", "c",  "v",
                                                            "kd", "mp", "l",  "fi", "-"};
    // Most names end in a letter.
    if (name.find(')') == std::string_view::npos) return {std::string(name), false};
    const std::string trimmed = trim_text(name);
    const auto open = trimmed.rfind('(');
    if (open == std::string::npos || !trimmed.ends_with(')')) return {trimmed, false};
    const std::string inside = trimmed.substr(open + 1, trimmed.size() - open - 2);
    if (!parties.contains(fold_text(inside))) return {trimmed, false};
    return {trim_text(trimmed.substr(0, open)), true};
}

std::vector<std::string> names_of_several(std::string_view name) {
    for (const std::string_view between : {" och ", " & ", " + ", " and ", " samt "}) {
        if (name.find(between) == std::string_view::npos) continue;
        const std::string trimmed = trim_text(name);
        const auto place = trimmed.find(between);
        if (place == std::string::npos) return {};
        std::string first = trim_text(trimmed.substr(0, place));
        const std::string second = trim_text(trimmed.substr(place + between.size()));
        if (first.empty() || second.empty()) return {};
        const std::string family = split_name(second).family;
        if (first.find(' ') == std::string::npos && !family.empty()) first += ' ' + family;
        return {first, second};
    }
    return {};
}

std::optional<TakenApart> take_apart(std::string_view cell) {
    const std::string_view text = cell;
    const auto commas = std::count(text.begin(), text.end(), ',');
    const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return is_digit(c); });
    const bool has_more = text.find_first_of("@;<>/\n\t") != std::string::npos;
    // A house has fewer digits than a telephone, and so has the fourth of four namesakes.
    constexpr std::ptrdiff_t fewest_digits = 5;
    if (!has_more && commas < 2 && digits < fewest_digits) return std::nullopt;
    TakenApart parts;
    std::string part;
    const auto end_part = [&] {
        const std::string words = trim_text(part);
        part.clear();
        if (words.empty()) return;
        const bool is_number = words.find_first_not_of("+0123456789 -()") == std::string::npos;
        if (is_email_address(words)) {
            parts.email = words;
        } else if (is_number) {
            parts.phone = words;
        } else if (parts.name.empty()) {
            parts.name = words;
        } else if (parts.organisation.empty()) {
            parts.organisation = words;
        }
    };
    for (const char c : text) {
        if (std::string_view(",;<>/\n\t").find(c) != std::string_view::npos) {
            end_part();
        } else {
            part += c;
        }
    }
    end_part();
    // An address may stand behind the name with nothing but a space between.
    if (const auto at = parts.name.find('@'); at != std::string::npos && parts.email.empty()) {
        const auto start = parts.name.rfind(' ', at);
        if (start != std::string::npos) {
            parts.email = trim_text(parts.name.substr(start));
            parts.name = trim_text(parts.name.substr(0, start));
        }
    }
    return parts;
}

std::optional<int> whole_number(std::string_view text, int most) {
    int number = 0;
    const char *end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, number);
    if (text.empty() || read.ec != std::errc() || read.ptr != end || number < 1 || number > most) {
        return std::nullopt;
    }
    return number;
}

bool says_nothing(std::string_view text) {
    if (text.empty()) return true;
    // Most cells say something, and folding each to learn that costs more than all else of a row.
    constexpr std::size_t longest = 16;
    if (text.size() > longest || text.find_first_of("@0123456789") != std::string_view::npos) {
        return false;
    }
    static const std::unordered_set<std::string> words = {
        "saknas", "saknar", "nej",     "no",         "none",    "ingen",     "inga",     "inget",
        "ej",     "na",     "finnsej", "ejaktuellt", "nejtack", "anonymous", "ingenalls"};
    const std::string word = written_together(text);
    return word.empty() || words.contains(word);
}

bool is_marked(std::string_view text) {
    const std::string word = written_together(text);
    if (word.empty() || says_nothing(text)) return false;
    if (word.starts_with("ej") || word.starts_with("inte") || word.starts_with("not")) return false;
    return word != "0" && word != "false" && word != "falskt";
}

std::string proposed_email(std::string_view text) {
    std::string address = trim_text(text);
    for (const std::string_view before : {"mailto:", "mejl:", "e-post:", "epost:"}) {
        if (fold_text(address).starts_with(before)) address = address.substr(before.size());
    }
    if (const auto open = address.find('<'); open != std::string::npos) {
        address = address.substr(open + 1, address.find('>', open) - open - 1);
    }
    for (const std::string_view word : {"(at)", "[at]", "(a)", "(snabel-a)"}) {
        const auto at = address.find(word);
        if (at != std::string::npos) address.replace(at, word.size(), "@");
    }
    std::erase(address, ' ');
    const auto at = address.find('@');
    if (at != std::string::npos)
        std::replace(address.begin() + static_cast<std::ptrdiff_t>(at), address.end(), ',', '.');
    while (!address.empty() && (address.back() == '.' || address.back() == ',')) address.pop_back();
    return is_email_address(address) ? address : "";
}

std::optional<AttendeeRole> role_in_words(std::string_view text) {
    using enum AttendeeRole;
    static const std::unordered_map<std::string, AttendeeRole> known = {
        {"civil", civil},
        {"civilsamhalle", civil},
        {"civilsamhallet", civil},
        {"civilsociety", civil},
        {"forening", civil},
        {"foreningsliv", civil},
        {"foreningen", civil},
        {"foreningsrepresentant", civil},
        {"foreningsaktiv", civil},
        {"representantforcivilsamhallet", civil},
        {"representantfranforening", civil},
        {"representant", civil},
        {"organisation", civil},
        {"association", civil},
        {"representative", civil},
        {"medlem", civil},
        {"member", civil},
        {"ideell", civil},
        {"deltagare", civil},
        {"allmanhet", civil},
        {"allmanheten", civil},
        {"styrelseledamot", civil},
        {"kassor", civil},
        {"lots", official},
        {"kommunalrad", elected},
        {"oppositionsrad", elected},
        {"gruppledare", elected},
        {"namndordforande", elected},
        {"kommunfullmaktige", elected},
        {"kommunstyrelsen", elected},
        {"elected", elected},
        {"electedrepresentative", elected},
        {"electedofficial", elected},
        {"fortroendevald", elected},
        {"fortroendevalda", elected},
        {"politiker", elected},
        {"politician", elected},
        {"councillor", elected},
        {"kommunpolitiker", elected},
        {"official", official},
        {"officials", official},
        {"municipalofficial", official},
        {"tjansteperson", official},
        {"tjanstepersoner", official},
        {"tjansteman", official},
        {"tjanstemannen", official},
        {"tjanstekvinna", official},
        {"medarbetare", official},
        {"kommunmedarbetare", official},
        {"kommunanstalld", official},
        {"kommuntjansteman", official},
        {"handlaggare", official},
        {"employee", official},
        {"staff", official},
        {"civilservant", official}};
    const NameWithParty words = without_party(text);
    const std::string word = written_together(words.name);
    const auto found = known.find(word);
    if (found != known.end()) return found->second;
    // "Ordförande (C)" sits for a party.
    if (words.has_party) return elected;
    for (const auto& [ending, role] : {std::pair{"chef", official},
                                       {"handlaggare", official},
                                       {"strateg", official},
                                       {"direktor", official},
                                       {"ledamot", elected},
                                       {"ersattare", elected},
                                       {"forening", civil},
                                       {"forbund", civil},
                                       {"forsamling", civil}}) {
        if (word.ends_with(ending)) return role;
    }
    return std::nullopt;
}

bool is_email_address(std::string_view text) {
    if (text.size() > 254 || text.find_first_of(" \t\r\n,;<>()[]\\\":") != std::string_view::npos) {
        return false;
    }
    const auto at = text.find('@');
    if (at == std::string_view::npos || at == 0 ||
        text.find('@', at + 1) != std::string_view::npos) {
        return false;
    }
    const std::string_view domain = text.substr(at + 1);
    const auto dot = domain.rfind('.');
    return dot != std::string_view::npos && dot > 0 && dot + 2 < domain.size() &&
           domain.front() != '-' && domain.find("..") == std::string_view::npos &&
           domain.front() != '.';
}

std::string language_in_words(std::string_view text) {
    static const std::unordered_map<std::string, std::string> known = {
        {"svenska", "sv"},   {"swedish", "sv"},     {"engelska", "en"},     {"english", "en"},
        {"finska", "fi"},    {"finnish", "fi"},     {"arabiska", "ar"},     {"arabic", "ar"},
        {"somaliska", "so"}, {"somali", "so"},      {"persiska", "fa"},     {"persian", "fa"},
        {"dari", "prs"},     {"polska", "pl"},      {"polish", "pl"},       {"turkiska", "tr"},
        {"turkish", "tr"},   {"tyska", "de"},       {"german", "de"},       {"spanska", "es"},
        {"spanish", "es"},   {"ukrainska", "uk"},   {"ukrainian", "uk"},    {"ryska", "ru"},
        {"russian", "ru"},   {"nordsamiska", "se"}, {"lulesamiska", "smj"}, {"sydsamiska", "sma"}};
    const std::string trimmed = trim_text(text);
    const auto found = known.find(written_together(trimmed));
    return found == known.end() ? trimmed : found->second;
}

std::optional<RegisteredDate> registered_in_words(std::string_view text) {
    const std::string trimmed = trim_text(text);
    const std::string word = written_together(trimmed);
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
