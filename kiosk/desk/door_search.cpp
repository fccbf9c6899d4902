#include "kiosk/desk/door_search.h"

#include <algorithm>
#include <utility>

#include "sync/base/text_folding.h"

namespace stormote {

namespace {

constexpr std::size_t letters_for_prefixes = 3;
constexpr std::size_t most_looked_at = 1'000;

bool has_whole_word(const std::string& name, const std::string& word) {
    const auto words = fold_words(name);
    return std::find(words.begin(), words.end(), word) != words.end();
}

std::size_t count_letters(const std::vector<std::string>& words) {
    std::size_t letters = 0;
    for (const std::string& word : words) letters += count_code_points(word);
    return letters;
}

void add(std::vector<DoorMatch>& matches, const Attendee& attendee, const AttendeeId& id) {
    const std::string name = attendee.full_name();
    const std::string folded = fold_text(name);
    const auto namesake =
        std::find_if(matches.begin(), matches.end(),
                     [&folded](const DoorMatch& match) { return fold_text(match.name) == folded; });
    if (namesake == matches.end()) {
        matches.push_back({name, {id}});
    } else {
        namesake->people.push_back(id);
    }
}

// "eke" begins "Ekens scoutkår" and "Scouterna i Eken".
bool has_words_beginning(std::string_view name, const std::string& folded) {
    const std::string words = ' ' + join_folded_words(name);
    return words.find(' ' + folded) != std::string::npos;
}

bool is_from(const EventState& state, const AttendeeId& id, const std::string& folded) {
    const Attendee *attendee = state.find_attendee(id);
    if (attendee == nullptr) return false;
    const auto organisations = state.organisations_of(*attendee);
    return std::any_of(
        organisations.begin(), organisations.end(), [&](const OrganisationId& organisation) {
            const std::string& aliases =
                state.organisation(organisation, OrganisationField::aliases);
            const auto others = split_text(aliases, '\n');
            return has_words_beginning(state.organisation(organisation, OrganisationField::name),
                                       folded) ||
                   std::any_of(others.begin(), others.end(), [&](std::string_view alias) {
                       return has_words_beginning(alias, folded);
                   });
        });
}

}  // namespace

DoorSearch search_at_door(const Desk& desk, std::string_view typed) {
    const auto words = fold_words(typed);
    const std::size_t letters = count_letters(words);
    if (letters < 2) return {};
    DoorSearch search;
    // Short names may hide behind many longer ones, and one name behind its namesakes.
    const NameHits found = desk.search(typed, most_looked_at);
    for (const NameMatch& hit : found.hits) {
        const Attendee *attendee = desk.state().find_attendee(hit.attendee);
        if (attendee == nullptr) continue;
        if (letters < letters_for_prefixes &&
            !has_whole_word(attendee->full_name(), words.front())) {
            continue;
        }
        add(search.matches, *attendee, hit.attendee);
        if (search.matches.size() > most_door_matches) break;
    }
    if (search.matches.size() > most_door_matches) {
        search.matches.clear();
        search.state = DoorSearchState::too_many;
    } else if (!search.matches.empty()) {
        search.state = DoorSearchState::found;
    } else {
        // Two letters that are nobody's whole name say nothing yet.
        search.state =
            letters < letters_for_prefixes ? DoorSearchState::waiting : DoorSearchState::nothing;
    }
    return search;
}

DoorSearch search_namesakes(const EventState& state, const DoorMatch& namesakes,
                            std::string_view typed) {
    if (count_letters(fold_words(typed)) < least_organisation_letters) return {};
    const std::string folded = join_folded_words(typed);
    DoorMatch match{namesakes.name, {}};
    for (const AttendeeId& id : namesakes.people) {
        if (is_from(state, id, folded)) match.people.push_back(id);
    }
    if (match.people.empty()) return {DoorSearchState::nothing, {}};
    if (match.people.size() > 1) return {DoorSearchState::too_many, {}};
    return {DoorSearchState::found, {std::move(match)}};
}

}  // namespace stormote
