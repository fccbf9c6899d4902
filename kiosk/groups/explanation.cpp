#include "kiosk/groups/explanation.h"

#include <algorithm>
#include <cassert>
#include <optional>

#include "kiosk/groups/search/counting.h"

namespace stormote {

namespace {

std::optional<LocalizedMessage> explain_by_wish(const MixProblem& problem, int person, int group) {
    for (const Wish& wish : problem.wishes) {
        const auto& people = wish.people;
        if (std::find(people.begin(), people.end(), person) == people.end()) continue;
        if (wish.kind == WishKind::in_group) {
            return localized({"{} sits in group {} because a wish says so."},
                             problem.people[as_index(person)], problem.number_of(group));
        }
        if (wish.kind == WishKind::together) {
            const int other = people.front() == person ? people.back() : people.front();
            return localized({"{} sits in group {} because a wish keeps them with {}."},
                             problem.people[as_index(person)], problem.number_of(group),
                             problem.people[as_index(other)]);
        }
    }
    return std::nullopt;
}

struct Tally {
    int in_group = 0;
    int in_all = 0;
};

Tally count_like(const MixProblem& problem, const Criterion& criterion,
                 const std::vector<int>& group_of, int person) {
    const auto& value = criterion.values[as_index(person)];
    Tally tally;
    for (int other = 0; other < problem.person_count(); ++other) {
        if (group_of[as_index(other)] == no_group || !problem.is_counted(other)) continue;
        if (criterion.values[as_index(other)] != value) continue;
        ++tally.in_all;
        if (group_of[as_index(other)] == group_of[as_index(person)]) ++tally.in_group;
    }
    return tally;
}

}  // namespace

LocalizedMessage explain_seat(const MixProblem& problem, const MixPlan& plan, int person,
                              int round) {
    const std::vector<int>& group_of = plan.group_of[as_index(round)];
    const int group = group_of[as_index(person)];
    assert(group != no_group);
    if (const auto wish = explain_by_wish(problem, person, group)) return *wish;
    // The first criterion that the person has a value in says most.
    for (const Criterion& criterion : problem.criteria) {
        const std::string& value = criterion.values[as_index(person)];
        if (value.empty()) continue;
        const Tally tally = count_like(problem, criterion, group_of, person);
        if (criterion.kind == CriterionKind::keep_apart && tally.in_all > 1) {
            return localized({"{} sits in group {}, where {} of the {} people of {} sit."},
                             problem.people[as_index(person)], problem.number_of(group),
                             tally.in_group, tally.in_all, value);
        }
        if (criterion.kind == CriterionKind::spread) {
            return localized(
                {"{} sits in group {} for an even spread by {}: {} of the {} with {} are there."},
                problem.people[as_index(person)], problem.number_of(group), criterion.name,
                tally.in_group, tally.in_all, value);
        }
    }
    return localized({"{} sits in group {} so that the groups are of the same size."},
                     problem.people[as_index(person)], problem.number_of(group));
}

}  // namespace stormote
