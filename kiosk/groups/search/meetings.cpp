#include "kiosk/groups/search/meetings.h"

#include <algorithm>

#include "kiosk/groups/search/bounds.h"
#include "kiosk/groups/search/counting.h"

namespace stormote {

namespace {

// Pairs in one box when as few as can be share one.
std::int64_t fewest_pairs(std::int64_t items, std::int64_t boxes) {
    const std::int64_t each = items / boxes;
    const std::int64_t more = items % boxes;
    return more * pair_count(each + 1) + (boxes - more) * pair_count(each);
}

// Calls `meet` for every two of a round who share a group.
template <typename Meet>
void for_each_pair(const std::vector<int>& group_of, Meet meet) {
    std::vector<std::vector<int>> groups;
    for (std::size_t person = 0; person < group_of.size(); ++person) {
        if (group_of[person] == no_group) continue;
        const std::size_t group = as_index(group_of[person]);
        if (groups.size() <= group) groups.resize(group + 1);
        for (const int other : groups[group]) meet(other, static_cast<int>(person));
        groups[group].push_back(static_cast<int>(person));
    }
}

// Everybody whom wishes hold in one place has the same number.
std::vector<int> tied_places(const RoundTask& task) {
    std::vector<int> places(task.freedoms.size(), no_group);
    const auto groups = static_cast<int>(task.sizes.size());
    for (const int person : task.seated) {
        const Freedom freedom = task.freedoms[as_index(person)];
        if (freedom == Freedom::fixed) {
            places[as_index(person)] = task.group_of[as_index(person)];
        } else if (freedom == Freedom::bound) {
            places[as_index(person)] = groups + task.blocks.block_of[as_index(person)];
        }
    }
    return places;
}

// Repeats that wishes bring by themselves.
std::int64_t tied_repeats(const MixProblem& problem, const std::vector<RoundTask>& tasks) {
    Meetings meetings(problem);
    for (const RoundTask& task : tasks) meetings.add_round(tied_places(task));
    return meetings.repeats();
}

}  // namespace

Meetings::Meetings(const MixProblem& problem)
    : Meetings(problem, PairSet::form_for(problem.person_count())) {}

Meetings::Meetings(const MixProblem& problem, PairSet::Form form)
    : met_(problem.person_count(), form) {
    for (const auto& [left, right] : problem.met_before) met_.insert(left, right);
}

void Meetings::add_round(const std::vector<int>& group_of) {
    for_each_pair(group_of, [this](int left, int right) {
        if (!met_.insert(left, right)) ++repeats_;
    });
}

PairSet Meetings::avoidable(const RoundTask& task) const {
    PairSet met = met_;
    for_each_pair(tied_places(task), [&met](int left, int right) { met.erase(left, right); });
    return met;
}

CriterionResult bound_repeats(const MixProblem& problem, const std::vector<RoundTask>& tasks) {
    CriterionResult result{repeat_result, 0, 0, {}};
    const std::int64_t groups = problem.group_count;
    std::int64_t meetings = 0;
    std::int64_t between_rounds = 0;
    for (std::size_t round = 0; round < tasks.size(); ++round) {
        const auto people = static_cast<std::int64_t>(tasks[round].seated.size());
        meetings += fewest_pairs(people, groups);
        if (round > 0) between_rounds += fewest_pairs(people, groups * groups);
    }
    const auto people = static_cast<std::int64_t>(tasks.front().seated.size());
    const std::int64_t too_many =
        meetings - pair_count(people) + static_cast<std::int64_t>(problem.met_before.size());
    const std::int64_t tied = tied_repeats(problem, tasks);
    result.bound = std::max({std::int64_t{0}, too_many, between_rounds, tied});
    if (result.bound == 0) return result;
    if (result.bound == tied) {
        result.reasons.push_back(localized(
            {"Wishes keep people together round after round. Pairs that meet again: {}."}, tied));
    } else if (result.bound == too_many) {
        const std::int64_t unmet =
            pair_count(people) - static_cast<std::int64_t>(problem.met_before.size());
        result.reasons.push_back(localized(
            unmet == 1
                ? Sentence{"The rounds bring {} meetings of two, and only {} pair has not met yet."}
                : Sentence{"The rounds bring {} meetings of two, and only {} pairs have not met "
                           "yet."},
            meetings, unmet));
    } else {
        result.reasons.push_back(localized({"A group has more people than there are groups to move "
                                            "on to. Pairs that meet again: {}."},
                                           between_rounds));
    }
    return result;
}

}  // namespace stormote
