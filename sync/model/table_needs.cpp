#include "sync/model/table_needs.h"

#include <algorithm>
#include <array>

#include "sync/base/text_folding.h"
#include "sync/model/presence.h"

namespace stormote {

namespace {

struct NeedWord {
    const char *need;
    std::string_view word;  // the beginning of a folded one, or of two
};

// The most pressing first.
constexpr std::array words{
    NeedWord{"accessible", "rullstol"},       NeedWord{"accessible", "rullator"},
    NeedWord{"accessible", "permobil"},       NeedWord{"accessible", "tillganglig"},
    NeedWord{"accessible", "wheelchair"},     NeedWord{"accessible", "accessible"},
    NeedWord{"accessible", "step free"},      NeedWord{"interpreter", "tolk"},
    NeedWord{"interpreter", "teckensprak"},   NeedWord{"interpreter", "skrivtolk"},
    NeedWord{"interpreter", "interpreter"},   NeedWord{"interpreter", "sign language"},
    NeedWord{"hearing_loop", "horsling"},     NeedWord{"hearing_loop", "horapparat"},
    NeedWord{"hearing_loop", "horselslinga"}, NeedWord{"hearing_loop", "telesling"},
    NeedWord{"hearing_loop", "hearing loop"}, NeedWord{"hearing_loop", "hearing_loop"}};

// At the beginning of a word: "Sitter i rullstol".
bool has_word(const std::string& folded, std::string_view word) {
    for (std::size_t at = folded.find(word); at != std::string::npos;
         at = folded.find(word, at + 1)) {
        if (at == 0 || folded[at - 1] == ' ') return true;
    }
    return false;
}

void add_once(std::vector<std::string>& needs, std::string need) {
    if (std::find(needs.begin(), needs.end(), need) == needs.end()) {
        needs.push_back(std::move(need));
    }
}

bool offers(const LatestFields& group, const std::string& need) {
    const std::vector<std::string> offered = offers_of(group);
    return std::find(offered.begin(), offered.end(), need) != offered.end();
}

}  // namespace

std::vector<std::string> needs_of(const Attendee& attendee) {
    std::vector<std::string> needs;
    const std::string folded = join_folded_words(attendee.get(AttendeeField::access_needs));
    for (const NeedWord& known : words) {
        if (has_word(folded, known.word)) add_once(needs, known.need);
    }
    const std::string& language = attendee.get(AttendeeField::language);
    if (!language.empty() && language != "sv") needs.push_back("language " + language);
    return needs;
}

std::vector<std::string> offers_of(const LatestFields& group) {
    std::vector<std::string> offered;
    for (const std::string_view line : split_text(group.get(GroupField::offers), '\n')) {
        offered.emplace_back(line);
    }
    return offered;
}

std::vector<GroupNumber> tables_for(const EventState& state,
                                    const std::vector<std::string>& needs) {
    std::vector<GroupNumber> all;
    if (needs.empty()) return all;
    for (const GroupNumber group : open_groups(state)) {
        const LatestFields& fields = state.groups().at(group);
        const bool suits = std::all_of(needs.begin(), needs.end(), [&](const std::string& need) {
            return offers(fields, need);
        });
        if (suits) all.push_back(group);
    }
    if (!all.empty() || needs.size() == 1) return all;
    for (const std::string& need : needs) {
        std::vector<GroupNumber> tables = tables_for(state, {need});
        if (!tables.empty()) return tables;
    }
    return all;
}

std::optional<std::string> need_in_words(std::string_view text) {
    const std::string folded = join_folded_words(text);
    const auto *const known = std::find_if(words.begin(), words.end(), [&](const NeedWord& word) {
        return has_word(folded, word.word);
    });
    return known == words.end() ? std::nullopt : std::optional<std::string>(known->need);
}

}  // namespace stormote
