// The mix: what is asked of the groups, and what a plan answers. Values; any thread.
//
// People and groups are known by their place, from 0. Criteria come in order: the first matters
// most. A hard wish is never traded for any criterion.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "sync/base/localized_message.h"

namespace stormote {

enum class CriterionKind : std::uint8_t {
    keep_apart,  // cost: pairs of one value in one group
    spread,      // cost: how far each count lies outside floor and ceiling of its share
};

// A column of the list that the mix looks at.
struct Criterion {
    std::string name;  // the column's heading
    CriterionKind kind = CriterionKind::spread;
    std::vector<std::string> values;  // one a person; empty: not given, and not counted
    int weight = 1;                   // how many units of weight 1 the search gives for one of it
};

enum class WishKind : std::uint8_t {
    in_group,  // the people sit in one of the groups: a place, an accessible table, a language
    together,
    apart,
    capacity,  // the groups have at most so many chairs each
};

struct Wish {
    WishKind kind = WishKind::together;
    std::vector<int> people;
    std::vector<int> groups;
    int capacity = 0;
    std::string source;  // where it stands, "wishes.csv:3"; empty: nowhere
};

constexpr int no_group = -1;
constexpr std::int64_t default_steps = 1'000'000;

struct MixProblem {
    std::vector<std::string> people;  // names or ids, for sentences
    int group_count = 1;
    // What people call the groups, ascending; empty: from 1 without gaps.
    std::vector<int> group_numbers = {};
    int round_count = 1;
    std::vector<Criterion> criteria;
    std::vector<Wish> wishes;
    std::vector<std::uint8_t> uncounted;  // 1: has a chair, but is no part of the mix; or empty
    std::vector<int> rounds_stayed;       // how many rounds each person stays; empty: all
    std::vector<std::pair<int, int>> met_before;  // who met at earlier meetings
    std::uint64_t seed = 1;
    // Swaps that a search may look at; for five rounds and more there are several
    // (design_search.h).
    std::int64_t steps = default_steps;

    [[nodiscard]] int person_count() const { return static_cast<int>(people.size()); }
    [[nodiscard]] int number_of(int group) const {
        return group_numbers.empty() ? group + 1 : group_numbers[static_cast<std::size_t>(group)];
    }
    // no_group where no group is called so.
    [[nodiscard]] int place_of(int number) const;
    [[nodiscard]] bool is_counted(int person) const {
        return uncounted.empty() || uncounted[static_cast<std::size_t>(person)] == 0;
    }
    [[nodiscard]] bool stays(int person, int round) const {
        return rounds_stayed.empty() || rounds_stayed[static_cast<std::size_t>(person)] > round;
    }
};

// A criterion's value beside the least that any plan can have, and why it cannot be less.
struct CriterionResult {
    std::string name;
    std::int64_t value = 0;
    std::int64_t bound = 0;
    std::vector<LocalizedMessage> reasons;  // empty where the bound is 0

    [[nodiscard]] std::int64_t distance() const { return value - bound; }
};

struct MixPlan {
    std::vector<std::vector<int>> group_of;  // by round and person; no_group: not there
    // One a criterion of the problem, then the sizes, then, over rounds, the repeated pairs.
    std::vector<CriterionResult> results;
    std::vector<std::size_t> broken_wishes;  // places of wishes that do not hold

    // Every wish holds and every criterion stands at its bound: nobody can find a better plan.
    [[nodiscard]] bool is_proven_optimal() const;
};

}  // namespace stormote
