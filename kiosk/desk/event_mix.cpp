#include "kiosk/desk/event_mix.h"

#include <algorithm>
#include <cassert>
#include <unordered_map>
#include <unordered_set>

#include "sync/model/presence.h"
#include "sync/model/table_needs.h"
#include "sync/report/earlier_neighbours.h"

namespace stormote {

namespace {

std::string value_of(const EventState& state, const Attendee& attendee, const std::string& column) {
    if (column == "organisation") {
        return state.organisation_of(attendee, OrganisationField::name);
    }
    if (column == "sector") return state.organisation_of(attendee, OrganisationField::sector);
    if (column == "role") return role_name(role_of(attendee));
    return attendee.get(column == "gender" ? AttendeeField::gender : AttendeeField::language);
}

void add_group_wishes(const EventState& state, EventMix& mix) {
    MixProblem& problem = mix.problem;
    problem.uncounted.assign(problem.people.size(), 0);
    std::unordered_map<AttendeeId, int> person_of;
    for (const AttendeeId& id : mix.attendees) {
        person_of.emplace(id, static_cast<int>(person_of.size()));
    }
    for (const auto& [group, fields] : state.groups()) {
        const int place = problem.place_of(group);
        if (place == no_group) continue;
        if (const int chairs = capacity_of(fields).value_or(0); chairs > 0) {
            problem.wishes.push_back({WishKind::capacity, {}, {place}, chairs, ""});
        }
        const auto leads = facilitator_of(state, fields);
        const auto facilitator = leads ? person_of.find(*leads) : person_of.end();
        if (facilitator == person_of.end()) continue;
        problem.wishes.push_back({WishKind::in_group, {facilitator->second}, {place}, 0, ""});
        problem.uncounted[static_cast<std::size_t>(facilitator->second)] = 1;
    }
}

bool has_place(const MixProblem& problem, int person) {
    return std::any_of(problem.wishes.begin(), problem.wishes.end(), [person](const Wish& wish) {
        return wish.kind == WishKind::in_group && wish.people.front() == person;
    });
}

constexpr const char *need_source = "needs";

// Chairs of a group; where nobody has said, as many as an even dealing gives it.
int chairs_of(const EventState& state, GroupNumber group, const EventMix& mix) {
    const auto found = state.groups().find(group);
    const int chairs = found == state.groups().end() ? 0 : capacity_of(found->second).value_or(0);
    if (chairs > 0) return chairs;
    const int people = static_cast<int>(mix.attendees.size());
    return (people + mix.problem.group_count - 1) / mix.problem.group_count;
}

// Whoever needs an accessible table, an interpreter, a hearing loop or their language sits where
// there is one, unless somebody has said where they sit, as long as there are chairs.
void add_need_wishes(const EventState& state, EventMix& mix) {
    std::unordered_map<int, int> taken;  // by place
    for (const Wish& wish : mix.problem.wishes) {
        if (wish.kind == WishKind::in_group) ++taken[wish.groups.front()];
    }
    // The most pressing first: a language can be spoken at another table.
    std::vector<std::pair<std::size_t, std::vector<std::string>>> people;
    for (std::size_t i = 0; i < mix.attendees.size(); ++i) {
        people.emplace_back(i, needs_of(*state.find_attendee(mix.attendees[i])));
    }
    std::stable_sort(people.begin(), people.end(), [](const auto& left, const auto& right) {
        const auto is_language = [](const std::vector<std::string>& needs) {
            return needs.empty() || needs.front().starts_with("language ");
        };
        return !is_language(left.second) && is_language(right.second);
    });
    for (const auto& [index, needs] : people) {
        const int person = static_cast<int>(index);
        if (needs.empty() || has_place(mix.problem, person)) continue;
        std::vector<int> places;
        for (const GroupNumber group : tables_for(state, needs)) {
            const int place = mix.problem.place_of(group);
            if (place != no_group && taken[place] < chairs_of(state, group, mix)) {
                places.push_back(place);
            }
        }
        if (places.empty()) continue;
        // One place each, the emptiest: so that chairs that are promised are there.
        const int place =
            *std::min_element(places.begin(), places.end(),
                              [&taken](int left, int right) { return taken[left] < taken[right]; });
        ++taken[place];
        mix.problem.wishes.push_back({WishKind::in_group, {person}, {place}, 0, need_source});
    }
}

}  // namespace

std::vector<AttendeeId> seated_attendees(const EventState& state) {
    std::vector<AttendeeId> ids;
    for (const auto& [id, attendee] : state.attendees()) {
        if (!attendee.fields.empty() && !is_cancelled(attendee)) ids.push_back(id);
    }
    std::sort(ids.begin(), ids.end());
    return ids;
}

bool has_seat_lock(const Attendee& attendee) {
    return attendee.get(AttendeeField::seat_lock) == "locked";
}

std::vector<GroupNumber> groups_to_deal(const EventState& state, int count) {
    std::vector<GroupNumber> groups = open_groups(state);
    const auto wanted = static_cast<std::size_t>(count);
    const bool may_open_again = groups.empty();
    for (GroupNumber group = 1; groups.size() < wanted; ++group) {
        if (may_open_again || !state.groups().contains(group)) groups.push_back(group);
    }
    groups.resize(wanted);
    std::sort(groups.begin(), groups.end());
    return groups;
}

EventMix event_mix(const EventState& state, int group_count) {
    return mix_of(state, seated_attendees(state), groups_to_deal(state, group_count), 1);
}

void keep_seat(const EventState& state, EventMix& mix, std::size_t person, RoundNumber round) {
    const auto group = group_of(state, mix.attendees[person], round);
    const int place = mix.problem.place_of(group.value_or(0));
    if (place == no_group) return;
    const int index = static_cast<int>(person);
    if (has_place(mix.problem, index)) return;
    mix.problem.wishes.push_back({WishKind::in_group, {index}, {place}, 0, ""});
}

EventMix mix_of(const EventState& state, std::vector<AttendeeId> attendees,
                std::vector<GroupNumber> groups, RoundNumber round) {
    assert(!groups.empty());
    EventMix mix;
    mix.attendees = std::move(attendees);
    mix.problem.group_count = static_cast<int>(groups.size());
    mix.problem.group_numbers.assign(groups.begin(), groups.end());
    mix.columns = standard_criteria();
    mix.columns.push_back({"language", CriterionKind::spread, {}, 1});
    for (const AttendeeId& id : mix.attendees) {
        const Attendee& attendee = *state.find_attendee(id);
        mix.problem.people.push_back(attendee.full_name());
        for (Criterion& column : mix.columns) {
            column.values.push_back(value_of(state, attendee, column.name));
        }
    }
    mix.problem.criteria.assign(mix.columns.begin(), mix.columns.end() - 1);
    add_group_wishes(state, mix);
    mix.problem.met_before = earlier_neighbours(state, mix.attendees);
    for (std::size_t i = 0; i < mix.attendees.size(); ++i) {
        if (has_seat_lock(*state.find_attendee(mix.attendees[i]))) {
            keep_seat(state, mix, i, round);
        }
    }
    add_need_wishes(state, mix);
    return mix;
}

void drop_overruled_needs(MixProblem& problem) {
    std::unordered_set<int> placed;
    for (const Wish& wish : problem.wishes) {
        if (wish.source == need_source || wish.kind == WishKind::apart) continue;
        placed.insert(wish.people.begin(), wish.people.end());
    }
    std::erase_if(problem.wishes, [&placed](const Wish& wish) {
        return wish.source == need_source && placed.contains(wish.people.front());
    });
}

void drop_empty_criteria(MixProblem& problem) {
    std::erase_if(problem.criteria, [](const Criterion& criterion) {
        return std::all_of(criterion.values.begin(), criterion.values.end(),
                           [](const std::string& value) { return value.empty(); });
    });
}

void add_person(EventMix& mix, const std::string& organisation, const std::string& sector,
                AttendeeRole role) {
    mix.problem.people.emplace_back();
    mix.problem.uncounted.push_back(0);
    for (auto *criteria : {&mix.problem.criteria, &mix.columns}) {
        for (Criterion& criterion : *criteria) {
            std::string value;
            if (criterion.name == "organisation") value = organisation;
            if (criterion.name == "sector") value = sector;
            if (criterion.name == "role") value = role_name(role);
            criterion.values.push_back(value);
        }
    }
}

GroupDraft draft_of(const EventMix& mix, MixPlan plan) {
    GroupDraft draft;
    const auto& numbers = mix.problem.group_numbers;
    draft.groups.assign(numbers.begin(), numbers.end());
    for (const std::vector<int>& group_of : plan.group_of) {
        auto& seats = draft.rounds.emplace_back();
        for (std::size_t i = 0; i < group_of.size(); ++i) {
            if (group_of[i] == no_group) continue;
            seats.push_back({mix.attendees[i], mix.problem.number_of(group_of[i])});
        }
    }
    const GroupCosts sum = sum_up(plan);
    draft.cost = sum.cost;
    draft.bound = sum.bound;
    draft.plan = std::move(plan);
    return draft;
}

}  // namespace stormote
