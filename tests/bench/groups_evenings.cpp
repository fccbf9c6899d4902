#include "tests/bench/groups_evenings.h"

#include <chrono>
#include <numeric>

#include "kiosk/groups/even_out.h"
#include "kiosk/groups/mix_plan.h"
#include "kiosk/groups/search/counting.h"

namespace stormote::testing {

namespace {

template <typename Item>
void shuffle(std::vector<Item>& items, SeededRandom& random) {
    for (std::size_t i = items.size(); i > 1; --i) std::swap(items[i - 1], items[random.below(i)]);
}

MixProblem only(const MixProblem& problem, const std::vector<int>& people) {
    MixProblem part = problem;
    part.people.clear();
    for (Criterion& criterion : part.criteria) criterion.values.clear();
    for (const int person : people) {
        part.people.push_back(problem.people[as_index(person)]);
        for (std::size_t i = 0; i < part.criteria.size(); ++i) {
            part.criteria[i].values.push_back(problem.criteria[i].values[as_index(person)]);
        }
    }
    return part;
}

std::vector<int> groups_of(const std::vector<int>& people, const std::vector<int>& group_of) {
    std::vector<int> groups;
    groups.reserve(people.size());
    for (const int person : people) groups.push_back(group_of[as_index(person)]);
    return groups;
}

// Pairs of an organisation and people beyond shares; sizes stand beside it.
std::int64_t cost_of(const MixPlan& plan) {
    std::int64_t cost = 0;
    for (std::size_t i = 0; i + 1 < plan.results.size(); ++i) cost += plan.results[i].value;
    return cost;
}

int greedy_group(const MixProblem& problem, const std::vector<int>& seated, int person) {
    std::vector<std::pair<int, int>> keys(as_index(problem.group_count));
    for (int other = 0; other < problem.person_count(); ++other) {
        const int group = seated[as_index(other)];
        if (group == no_group) continue;
        auto& [size, alike] = keys[as_index(group)];
        ++size;
        for (const Criterion& criterion : problem.criteria) {
            if (criterion.values[as_index(other)] == criterion.values[as_index(person)]) ++alike;
        }
    }
    return static_cast<int>(std::min_element(keys.begin(), keys.end()) - keys.begin());
}

class Evening {
  public:
    Evening(std::uint32_t seed, const EveningMix& mix)
        : random_(seed), problem_(draw_evening(seed, mix.people, mix.groups)) {
        std::vector<int> people(as_index(mix.people));
        std::iota(people.begin(), people.end(), 0);
        shuffle(people, random_);
        const int walk_ins = mix.people * mix.walk_in_per_cent / 100;
        const int no_shows = mix.people * mix.no_show_per_cent / 100;
        planned_.assign(people.begin() + walk_ins, people.end());
        std::sort(planned_.begin(), planned_.end());
        arrivals_.assign(people.begin(), people.end() - no_shows);
        shuffle(arrivals_, random_);
        const MixPlan plan = plan_mix(only(problem_, planned_));
        plan_.assign(problem_.people.size(), no_group);
        for (std::size_t i = 0; i < planned_.size(); ++i) {
            plan_[as_index(planned_[i])] = plan.group_of.front()[i];
        }
    }

    EveningScore play() {
        EveningScore score;
        const std::vector<int> live = play_live(score);
        std::vector<int> greedy(problem_.people.size(), no_group);
        std::vector<int> planned = plan_;
        for (const int person : arrivals_) {
            greedy[as_index(person)] = greedy_group(problem_, greedy, person);
            if (planned[as_index(person)] == no_group) {
                planned[as_index(person)] =
                    static_cast<int>(random_.below(as_index(problem_.group_count)));
            }
        }
        std::sort(arrivals_.begin(), arrivals_.end());
        MixProblem those_here = only(problem_, arrivals_);
        those_here.steps = 200'000;
        const auto judge = [&](const std::vector<int>& group_of) {
            return judge_mix(those_here, {groups_of(arrivals_, group_of)});
        };
        const MixPlan judged = judge(live);
        score.live = cost_of(judged);
        score.live_spread = static_cast<int>(judged.results.back().value);
        score.greedy = cost_of(judge(greedy));
        score.planned = cost_of(judge(planned));
        score.random = cost_of(judge(deal_by_lot()));
        score.best = cost_of(plan_mix(those_here));
        score.moves = propose_even_out(those_here, groups_of(arrivals_, live)).moves.size();
        return score;
    }

  private:
    std::vector<int> play_live(EveningScore& score) {
        LiveSeating room{problem_, plan_, std::vector<int>(problem_.people.size(), no_group),
                         std::vector<std::uint8_t>(problem_.people.size(), 0)};
        for (const int person : planned_) room.is_expected[as_index(person)] = 1;
        for (const int person : arrivals_) {
            const auto start = std::chrono::steady_clock::now();
            const int group = place_arrival(room, person);
            score.latencies_ms.push_back(
                std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
                    .count());
            room.seated[as_index(person)] = group;
            room.is_expected[as_index(person)] = 0;
        }
        return room.seated;
    }

    std::vector<int> deal_by_lot() {
        std::vector<int> people = arrivals_;
        shuffle(people, random_);
        std::vector<int> group_of(problem_.people.size(), no_group);
        for (std::size_t i = 0; i < people.size(); ++i) {
            group_of[as_index(people[i])] = static_cast<int>(i % as_index(problem_.group_count));
        }
        return group_of;
    }

    SeededRandom random_;
    MixProblem problem_;
    std::vector<int> planned_;
    std::vector<int> arrivals_;
    std::vector<int> plan_;  // by person
};

}  // namespace

EveningScore play_evening(std::uint32_t seed, const EveningMix& mix) {
    return Evening(seed, mix).play();
}

}  // namespace stormote::testing
