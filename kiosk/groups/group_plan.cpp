#include "kiosk/groups/group_plan.h"

#include <algorithm>
#include <cassert>
#include <map>
#include <numeric>
#include <tuple>

#include "sync/base/random.h"

namespace stormote {

namespace {

// How many of each organisation, sector and role sit in a group.
struct GroupTally {
    int size = 0;
    std::map<std::string, int> organisations;
    std::map<std::string, int> sectors;
    std::map<std::string, int> roles;
    std::map<std::string, int> genders;

    void add(const GroupCandidate& person) {
        ++size;
        if (!person.organisation.empty()) ++organisations[person.organisation];
        ++sectors[person.sector];
        ++roles[person.role];
        if (!person.gender.empty()) ++genders[person.gender];
    }
};

int count_in(const std::map<std::string, int>& counts, const std::string& key) {
    const auto found = counts.find(key);
    return found == counts.end() ? 0 : found->second;
}

// The group where one more costs least: neighbours of the same organisation, then size, then
// people of the same role and sector.
int cheapest_group(const std::vector<GroupTally>& groups, const GroupCandidate& person,
                   int largest_size) {
    int best = -1;
    std::tuple<int, int, int, int> best_cost;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const GroupTally& group = groups[i];
        const int own =
            person.organisation.empty() ? 0 : count_in(group.organisations, person.organisation);
        const std::tuple<int, int, int, int> cost{group.size >= largest_size ? 1 : 0, own,
                                                  2 * count_in(group.roles, person.role) +
                                                      count_in(group.sectors, person.sector) +
                                                      count_in(group.genders, person.gender),
                                                  group.size};
        if (best < 0 || cost < best_cost) {
            best = static_cast<int>(i);
            best_cost = cost;
        }
    }
    return best;
}

// Sum over groups of how far each category's count lies outside floor and ceiling of its share.
template <typename Category>
int excess_of(const GroupProblem& problem, const std::vector<int>& group_of, Category category) {
    const auto groups = static_cast<std::size_t>(problem.group_count);
    std::vector<int> sizes(groups);
    std::map<std::string, std::vector<int>> counts;
    for (std::size_t i = 0; i < group_of.size(); ++i) {
        const auto group = static_cast<std::size_t>(group_of[i]);
        ++sizes[group];
        auto& row = counts[category(problem.people[i])];
        row.resize(groups);
        ++row[group];
    }
    const auto people = static_cast<std::int64_t>(problem.people.size());
    std::int64_t excess = 0;
    for (const auto& [name, row] : counts) {
        const auto total = std::accumulate(row.begin(), row.end(), std::int64_t{0});
        for (std::size_t group = 0; group < groups; ++group) {
            const std::int64_t share = total * sizes[group];
            const std::int64_t floor = share / people;
            const std::int64_t ceiling = (share + people - 1) / people;
            excess += std::max({std::int64_t{0}, row[group] - ceiling, floor - row[group]});
        }
    }
    return static_cast<int>(excess);
}

int pairs(int count) {
    return count * (count - 1) / 2;
}

GroupCost bound_of(const GroupProblem& problem) {
    std::map<std::string, int> organisations;
    for (const GroupCandidate& person : problem.people) {
        if (!person.organisation.empty()) ++organisations[person.organisation];
    }
    GroupCost bound;
    for (const auto& [name, count] : organisations) {
        const int each = count / problem.group_count;
        const int more = count % problem.group_count;
        bound.same_organisation_pairs +=
            more * pairs(each + 1) + (problem.group_count - more) * pairs(each);
    }
    const auto people = static_cast<int>(problem.people.size());
    bound.size_spread = people % problem.group_count == 0 ? 0 : 1;
    return bound;
}

}  // namespace

GroupCost measure_groups(const GroupProblem& problem, const std::vector<int>& group_of) {
    GroupCost cost;
    if (group_of.empty()) return cost;
    std::vector<GroupTally> groups(static_cast<std::size_t>(problem.group_count));
    for (std::size_t i = 0; i < group_of.size(); ++i) {
        groups[static_cast<std::size_t>(group_of[i])].add(problem.people[i]);
    }
    const auto [smallest, largest] = std::minmax_element(
        groups.begin(), groups.end(), [](const auto& l, const auto& r) { return l.size < r.size; });
    cost.size_spread = largest->size - smallest->size;
    for (const GroupTally& group : groups) {
        for (const auto& [name, count] : group.organisations) {
            cost.same_organisation_pairs += pairs(count);
        }
    }
    cost.category_excess =
        excess_of(problem, group_of, [](const auto& person) { return person.sector; }) +
        excess_of(problem, group_of, [](const auto& person) { return person.role; }) +
        excess_of(problem, group_of, [](const auto& person) { return person.gender; });
    return cost;
}

GroupAnswer plan_groups(const GroupProblem& problem) {
    assert(problem.group_count > 0);
    const auto people = problem.people.size();
    const auto groups = static_cast<std::size_t>(problem.group_count);
    struct Organisation {
        int size = 0;
        std::uint64_t lot = 0;
    };
    std::map<std::string, Organisation> organisations;
    for (const GroupCandidate& person : problem.people) ++organisations[person.organisation].size;
    // Those with the least choice first: fixed, then large organisations, then role and sector.
    // Equals stand in an order drawn from the seed.
    SeededRandom random(problem.seed);
    for (auto& [name, organisation] : organisations) organisation.lot = random.below(UINT64_MAX);
    std::vector<std::uint64_t> lots(people);
    for (std::uint64_t& lot : lots) lot = random.below(UINT64_MAX);
    std::vector<std::size_t> order(people);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t left, std::size_t right) {
        const auto key = [&](std::size_t i) {
            const GroupCandidate& person = problem.people[i];
            const Organisation& organisation = organisations[person.organisation];
            const int size = person.organisation.empty() ? 0 : organisation.size;
            return std::tuple(!person.fixed_group, person.role, -size, organisation.lot,
                              person.sector, lots[i]);
        };
        return key(left) < key(right);
    });
    GroupAnswer answer;
    answer.group_of.resize(people);
    std::vector<GroupTally> tallies(groups);
    const int largest_size = static_cast<int>((people + groups - 1) / groups);
    const auto full_groups = static_cast<int>(people % groups == 0 ? groups : people % groups);
    for (const std::size_t i : order) {
        const GroupCandidate& person = problem.people[i];
        // Once as many groups as may have the larger size have it, the others stop below it.
        const auto at_largest = static_cast<int>(
            std::count_if(tallies.begin(), tallies.end(),
                          [&](const GroupTally& group) { return group.size >= largest_size; }));
        const int limit = at_largest >= full_groups ? largest_size - 1 : largest_size;
        const int group =
            person.fixed_group.value_or(cheapest_group(tallies, person, std::max(1, limit)));
        assert(group >= 0 && group < problem.group_count);
        tallies[static_cast<std::size_t>(group)].add(person);
        answer.group_of[i] = group;
    }
    answer.cost = measure_groups(problem, answer.group_of);
    answer.bound = bound_of(problem);
    return answer;
}

int place_one_more(const GroupProblem& problem, const std::vector<std::optional<int>>& group_of,
                   const GroupCandidate& newcomer) {
    assert(problem.group_count > 0 && group_of.size() == problem.people.size());
    std::vector<GroupTally> tallies(static_cast<std::size_t>(problem.group_count));
    int seated = 0;
    for (std::size_t i = 0; i < group_of.size(); ++i) {
        if (!group_of[i]) continue;
        tallies[static_cast<std::size_t>(*group_of[i])].add(problem.people[i]);
        ++seated;
    }
    return cheapest_group(tallies, newcomer, seated / problem.group_count + 1);
}

}  // namespace stormote
