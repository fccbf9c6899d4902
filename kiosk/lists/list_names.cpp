#include "kiosk/lists/list_names.h"

#include <algorithm>
#include <unordered_set>

#include "kiosk/lists/list_words.h"
#include "sync/base/text_folding.h"
#include "sync/model/email_address.h"

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

bool is_digit(char c) {
    return c >= '0' && c <= '9';
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

}  // namespace stormote
