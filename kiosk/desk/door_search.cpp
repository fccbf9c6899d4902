#include "kiosk/desk/door_search.h"

#include <algorithm>

#include "sync/base/text_folding.h"

namespace stormote {

namespace {

constexpr std::size_t letters_for_prefixes = 3;

bool has_whole_word(const std::string& name, const std::string& word) {
    const auto words = fold_words(name);
    return std::find(words.begin(), words.end(), word) != words.end();
}

// Namesakes are told apart by organisation; everybody else by the name alone.
void tell_apart(const EventState& state, std::vector<DoorMatch>& matches) {
    for (DoorMatch& match : matches) {
        const auto namesakes =
            std::count_if(matches.begin(), matches.end(), [&match](const DoorMatch& other) {
                return fold_text(other.name) == fold_text(match.name);
            });
        if (namesakes < 2) continue;
        match.organisation =
            state.organisation_of(*state.find_attendee(match.attendee), OrganisationField::name);
    }
}

}  // namespace

DoorSearch search_at_door(const Desk& desk, std::string_view typed) {
    const auto words = fold_words(typed);
    std::size_t letters = 0;
    for (const std::string& word : words) letters += count_code_points(word);
    if (letters < 2) return {};
    DoorSearch search;
    // Short names may hide behind many longer ones, so that two letters look at all of them.
    const std::size_t looked_at = letters < letters_for_prefixes ? 1000 : most_door_matches + 1;
    for (const NameMatch& hit : desk.search(typed, looked_at).hits) {
        const Attendee *attendee = desk.state().find_attendee(hit.attendee);
        if (attendee == nullptr) continue;
        const std::string name = attendee->full_name();
        if (letters < letters_for_prefixes && !has_whole_word(name, words.front())) continue;
        search.matches.push_back({hit.attendee, name, ""});
    }
    if (search.matches.size() > most_door_matches) {
        search.matches.clear();
        search.state = DoorSearchState::too_many;
    } else if (!search.matches.empty()) {
        search.state = DoorSearchState::found;
        tell_apart(desk.state(), search.matches);
    } else {
        // Two letters that are nobody's whole name say nothing yet.
        search.state =
            letters < letters_for_prefixes ? DoorSearchState::waiting : DoorSearchState::nothing;
    }
    return search;
}

}  // namespace stormote
