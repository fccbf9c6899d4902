#include "kiosk/groups/search/design_search.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <thread>

#include "kiosk/groups/search/counting.h"

namespace stormote {

namespace {

// exp(-1 / t), where t falls from 1.5 to 0.35 by the same factor each time.
const std::vector<std::uint64_t> from_hot_to_cold{
    2'205'110'000, 2'037'680'000, 1'865'420'000, 1'689'960'000, 1'513'190'000,
    1'337'290'000, 1'164'670'000, 997'860'000,   839'430'000,   691'840'000,
    557'290'000,   437'550'000,   333'840'000,   246'670'000};
// Warm enough to change what a pattern lacks, not so hot that it melts: t is 1.07.
constexpr std::ptrdiff_t warm_stage = 3;
constexpr int most_worse = 24;

class DesignSearch {
  public:
    DesignSearch(const RoundTask& task, std::int64_t goal, std::int64_t steps, std::uint64_t seed)
        : task_(task), goal_(goal), seed_(seed) {
        constexpr std::int64_t rounds = 6;
        steps_each_ = std::max<std::int64_t>(1, steps * rounds / task.seating.layer_count);
    }

    SearchOutcome run(const std::vector<std::vector<int>>& starts) {
        const Cooling hot{from_hot_to_cold, most_worse};
        const Cooling warm{{from_hot_to_cold.begin() + warm_stage, from_hot_to_cold.end()},
                           most_worse};
        const auto start_count = static_cast<int>(starts.size());
        for (int i = 0; i + 1 < start_count && !is_at_goal(); i += 2) {
            search_two(starts[as_index(i)], starts[as_index(i + 1)], hot);
        }
        while (number_ < design_searches && !is_at_goal()) {
            const std::vector<int> best = best_.person_at;
            search_two(best, best, warm);
        }
        return std::move(best_);
    }

  private:
    [[nodiscard]] bool is_at_goal() const { return number_ > 0 && best_.cost <= goal_; }

    // Both come to their end, so that the answer does not depend on which of them is faster.
    void search_two(const std::vector<int>& left, const std::vector<int>& right,
                    const Cooling& cooling) {
        std::array<SearchOutcome, 2> outcomes;
        std::thread other([&] { outcomes[1] = search(right, number_ + 1, cooling); });
        outcomes[0] = search(left, number_, cooling);
        other.join();
        for (SearchOutcome& outcome : outcomes) {
            if (number_ == 0 || outcome.cost < best_.cost) best_ = std::move(outcome);
            ++number_;
        }
    }

    [[nodiscard]] SearchOutcome search(const std::vector<int>& start, int number,
                                       const Cooling& cooling) const {
        SearchRandom random(seed_ * 0x9E3779B97F4A7C15 + static_cast<std::uint64_t>(number));
        return search_seating(task_, start, goal_, steps_each_, random, cooling);
    }

    const RoundTask& task_;
    std::int64_t goal_;
    std::int64_t steps_each_ = 0;
    std::uint64_t seed_;
    int number_ = 0;  // of the next search
    SearchOutcome best_;
};

}  // namespace

SearchOutcome search_design(const RoundTask& task, const std::vector<std::vector<int>>& starts,
                            std::int64_t goal, std::int64_t steps, std::uint64_t seed) {
    assert(starts.size() >= 2 && starts.size() % 2 == 0);
    return DesignSearch(task, goal, steps, seed).run(starts);
}

}  // namespace stormote
