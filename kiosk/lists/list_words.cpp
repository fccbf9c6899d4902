#include "kiosk/lists/list_words.h"

#include <algorithm>
#include <array>
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
    const auto found = known.find(written_together(text));
    return found == known.end() ? std::nullopt : std::optional(found->second);
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
    if (word == "ja" || word == "yes" || word == "x") return RegisteredDate{};
    if (word == "nej" || word == "no") return RegisteredDate{false, ""};
    // Words and numbers, whatever stands between them; the "T" of ISO 8601 parts, too.
    std::string parted = trimmed;
    if (parted.size() > 10 && parted[10] == 'T') parted[10] = ' ';
    const std::vector<std::string> parts = fold_words(parted);
    if (parts.empty()) return std::nullopt;
    const auto date = date_of(parts);
    if (!date) return std::nullopt;
    const std::string time = time_of(parted);
    const std::string both = *date + "T" + time;
    return RegisteredDate{true, is_local_time(both) ? both : *date};
}

}  // namespace stormote
