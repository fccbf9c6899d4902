#include "kiosk/groups/search/search.h"

#include <algorithm>
#include <atomic>
#include <thread>

namespace stormote {

namespace {

class Search {
  public:
    Search(const RoundTask& task, std::vector<int> start, SearchRandom& random)
        : task_(task), seating_(task.seating, std::move(start)), random_(random) {
        best_cost_ = seating_.cost();
    }

    SearchOutcome run(std::int64_t goal, std::int64_t steps, const Cooling& cooling) {
        const auto stages = static_cast<std::int64_t>(cooling.stages.size());
        std::int64_t step = 0;
        for (std::int64_t stage = 0; stage < stages; ++stage) {
            set_chances(cooling.stages[static_cast<std::size_t>(stage)], cooling.most_worse);
            run_stage(goal, steps * (stage + 1) / stages, step);
        }
        keep_best();
        return {std::move(best_), best_cost_, step};
    }

  private:
    // One step in so many moves a block.
    static constexpr int block_share = 16;

    // By how much worse a swap is, in 2^32.
    void set_chances(std::uint64_t chance_of_one, int most_worse) {
        chances_.resize(static_cast<std::size_t>(most_worse) + 1);
        std::uint64_t chance = std::uint64_t{1} << 32;
        for (std::uint64_t& entry : chances_) {
            entry = chance;
            chance = (chance * chance_of_one) >> 32;
        }
    }

    void run_stage(std::int64_t goal, std::int64_t last_step, std::int64_t& step) {
        while (step < last_step && best_cost_ > goal && !seating_.costly_groups().empty()) {
            ++step;
            if (!task_.moving_blocks.empty() && random_.below(block_share) == 0) {
                try_block();
            } else {
                try_swap();
            }
            if (seating_.cost() >= best_cost_) continue;
            best_cost_ = seating_.cost();
            is_at_best_ = true;
        }
    }

    // Called before the search leaves the best seating that it has seen, not at each that is
    // better.
    void keep_best() {
        if (is_at_best_) best_ = people();
        is_at_best_ = false;
    }

    [[nodiscard]] std::vector<int> people() const {
        std::vector<int> people(static_cast<std::size_t>(task_.seating.seat_count));
        for (int seat = 0; seat < task_.seating.seat_count; ++seat) {
            people[static_cast<std::size_t>(seat)] = seating_.person_at(seat);
        }
        return people;
    }

    [[nodiscard]] bool is_taken(int change) {
        if (change <= 0) return true;
        if (static_cast<std::size_t>(change) >= chances_.size()) return false;
        if ((random_.next() >> 32) >= chances_[static_cast<std::size_t>(change)]) return false;
        keep_best();
        return true;
    }

    [[nodiscard]] bool may_move(int person, int seat) const {
        const Freedom freedom = task_.freedoms[static_cast<std::size_t>(person)];
        if (freedom == Freedom::free) return true;
        return freedom == Freedom::restricted &&
               block_of(person).may_sit_in(task_.seating.group(0, seat));
    }

    [[nodiscard]] const PeopleBlock& block_of(int person) const {
        const int block = task_.blocks.block_of[static_cast<std::size_t>(person)];
        return task_.blocks.blocks[static_cast<std::size_t>(block)];
    }

    [[nodiscard]] int draw(const std::vector<int>& from) {
        return from[static_cast<std::size_t>(random_.below(static_cast<int>(from.size())))];
    }

    // Somebody from a group that costs something changes places with anybody.
    void try_swap() {
        const int left = draw(seating_.seats_of(draw(seating_.costly_groups())));
        const int right = random_.below(task_.seating.seat_count);
        if (!may_move(seating_.person_at(left), right)) return;
        if (!may_move(seating_.person_at(right), left)) return;
        if (is_taken(seating_.swap_change(left, right))) seating_.swap(left, right);
    }

    // A block changes places with as many people of another group: with another block, or with
    // people who sit there alone.
    void try_block() {
        const std::vector<int>& own = block_seats_of(draw(task_.moving_blocks), own_seats_);
        const int own_group = task_.seating.group(0, own.front());
        const int group = random_.below(task_.seating.group_count);
        if (group == own_group || !block_of(seating_.person_at(own.front())).may_sit_in(group)) {
            return;
        }
        if (!choose_partners(group, own_group, own.size())) return;
        const std::int64_t before = seating_.cost();
        if (swap_all(); seating_.cost() <= before) return;
        const auto change = static_cast<int>(seating_.cost() - before);
        swap_all();
        if (is_taken(change)) swap_all();
    }

    void swap_all() {
        for (std::size_t i = 0; i < own_seats_.size(); ++i) {
            seating_.swap(own_seats_[i], other_seats_[i]);
        }
    }

    const std::vector<int>& block_seats_of(int block, std::vector<int>& seats) const {
        seats.clear();
        for (const int person : task_.blocks.blocks[static_cast<std::size_t>(block)].people) {
            if (const int seat = seating_.seat_of(person); seat >= 0) seats.push_back(seat);
        }
        return seats;
    }

    // False: nobody there can make room.
    bool choose_partners(int group, int own_group, std::size_t count) {
        const std::vector<int>& seats = seating_.seats_of(group);
        const int drawn = seating_.person_at(draw(seats));
        if (task_.freedoms[static_cast<std::size_t>(drawn)] == Freedom::bound) {
            block_seats_of(task_.blocks.block_of[static_cast<std::size_t>(drawn)], other_seats_);
            return other_seats_.size() == count && block_of(drawn).may_sit_in(own_group);
        }
        other_seats_.clear();
        const auto offset = static_cast<std::size_t>(random_.below(static_cast<int>(seats.size())));
        for (std::size_t i = 0; i < seats.size() && other_seats_.size() < count; ++i) {
            const int seat = seats[(offset + i) % seats.size()];
            if (may_move(seating_.person_at(seat), own_seats_.front()))
                other_seats_.push_back(seat);
        }
        return other_seats_.size() == count;
    }

    const RoundTask& task_;
    Seating seating_;
    SearchRandom& random_;
    std::vector<std::uint64_t> chances_;
    std::vector<int> own_seats_;
    std::vector<int> other_seats_;
    std::vector<int> best_;
    std::int64_t best_cost_ = 0;
    bool is_at_best_ = true;
};

}  // namespace

SearchOutcome search_seating(const RoundTask& task, std::vector<int> start, std::int64_t goal,
                             std::int64_t steps, SearchRandom& random, const Cooling& cooling) {
    return Search(task, std::move(start), random).run(goal, steps, cooling);
}

const Cooling& cold() {
    static const Cooling cooling{{153'220'000}, 7};
    return cooling;
}

namespace {

// Searches number 0, 1, 2 ... share the steps. Number 0 runs alone: most problems end there, and a
// thread costs more than it.
class ManyStarts {
  public:
    ManyStarts(const RoundTask& task, std::int64_t goal, std::int64_t steps, std::uint64_t seed)
        : task_(task), goal_(goal), seed_(seed) {
        steps_each_ = std::max<std::int64_t>(20'000, std::int64_t{500} * task.seating.seat_count);
        steps_each_ = std::clamp<std::int64_t>(steps_each_, 1, std::max<std::int64_t>(1, steps));
        const std::int64_t count = std::max<std::int64_t>(1, steps / steps_each_);
        outcomes_.resize(static_cast<std::size_t>(count));
        first_at_goal_ = count;
    }

    SearchOutcome run() {
        run_start(0);
        if (outcomes_.size() > 1 && first_at_goal_ > 0) {
            std::thread other([this] { run_each_second(1); });
            run_each_second(2);
            other.join();
        }
        return take_answer();
    }

  private:
    void run_start(std::int64_t number) {
        SearchRandom random(seed_ * 0x9E3779B97F4A7C15 + static_cast<std::uint64_t>(number));
        SearchOutcome& outcome = outcomes_[static_cast<std::size_t>(number)];
        outcome = search_seating(task_, deal_people(task_, random), goal_, steps_each_, random);
        if (outcome.cost > goal_) return;
        std::int64_t first = first_at_goal_;
        while (number < first && !first_at_goal_.compare_exchange_weak(first, number)) {
        }
    }

    // Those behind one that is at the goal cannot be the answer, so that it does not matter which
    // of them still run.
    void run_each_second(std::int64_t first) {
        const auto count = static_cast<std::int64_t>(outcomes_.size());
        for (std::int64_t number = first; number < count; number += 2) {
            if (number > first_at_goal_) return;
            run_start(number);
        }
    }

    SearchOutcome take_answer() {
        const auto count = static_cast<std::int64_t>(outcomes_.size());
        if (first_at_goal_ < count) {
            return std::move(outcomes_[static_cast<std::size_t>(first_at_goal_)]);
        }
        const auto best = std::min_element(
            outcomes_.begin(), outcomes_.end(),
            [](const auto& left, const auto& right) { return left.cost < right.cost; });
        return std::move(*best);
    }

    const RoundTask& task_;
    std::int64_t goal_;
    std::uint64_t seed_;
    std::int64_t steps_each_ = 0;
    std::vector<SearchOutcome> outcomes_;
    std::atomic<std::int64_t> first_at_goal_{0};
};

}  // namespace

SearchOutcome search_from_many_starts(const RoundTask& task, std::int64_t goal, std::int64_t steps,
                                      std::uint64_t seed) {
    return ManyStarts(task, goal, steps, seed).run();
}

}  // namespace stormote
