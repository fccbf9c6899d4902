// Group planning: deals people into discussion groups. Pure; the same input and seed give the same
// answer on every machine.
//
// In this order: fixed people stand where they must; people of one organisation are apart; every
// sector, role and gender is spread; sizes differ by at most one. The same four criteria for
// whoever has no others; wishes, rounds and other columns are a MixProblem's.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/groups/problem/mix_problem.h"

namespace stormote {

// Groups are numbered from 0 here; people are known by their place in the list.
struct GroupCandidate {
    std::string organisation;  // empty: of none
    std::string sector;
    std::string role;
    std::string gender;  // empty: not given
    std::optional<int> fixed_group;
};

struct GroupProblem {
    std::vector<GroupCandidate> people;
    int group_count = 1;
    std::uint64_t seed = 1;
};

// What a plan costs; 0 is perfect.
struct GroupCost {
    int same_organisation_pairs = 0;  // pairs of one organisation in one group
    // Beyond floor and ceiling of the share, over sectors, roles and, where given, genders.
    int category_excess = 0;
    int size_spread = 0;     // the largest group's size less the smallest's
    int repeated_pairs = 0;  // over rounds: pairs that meet again

    bool operator==(const GroupCost&) const = default;
};

struct GroupAnswer {
    std::vector<int> group_of;  // one a person
    GroupCost cost;
    // No plan can have fewer: an organisation larger than the number of groups must meet itself.
    GroupCost bound;
};

// Organisations apart, then sectors, roles and genders spread: without values yet.
[[nodiscard]] std::vector<Criterion> standard_criteria();

struct GroupCosts {
    GroupCost cost;
    GroupCost bound;
};

// A plan's results where the first criterion is that of the organisations.
[[nodiscard]] GroupCosts sum_up(const MixPlan& plan);

// Asserts that there is at least one group.
[[nodiscard]] GroupAnswer plan_groups(const GroupProblem& problem);

[[nodiscard]] GroupCost measure_groups(const GroupProblem& problem,
                                       const std::vector<int>& group_of);

}  // namespace stormote
