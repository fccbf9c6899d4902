#include "kiosk/groups/door/rollout.h"

#include <algorithm>
#include <bit>

#include "kiosk/groups/search/search_random.h"

namespace stormote {

namespace {

// How many groups are looked at for a guest, over all that is played: a few milliseconds.
constexpr std::int64_t most_looks = 260'000;
// What starting and judging an evening takes, in guests.
constexpr std::int64_t guests_worth_of_setting_up = 8;
// With fewer evenings a stage, chance decides.
constexpr int fewest_evenings = 12;
// By how many standard errors another group must be better than the first choice, squared.
constexpr std::int64_t needed_errors_squared = 2;
// How many of a hundred who are planned come to an evening that is played: between these.
constexpr int fewest_come_per_cent = 68;
constexpr int most_come_per_cent = 95;
// Every other walk-in comes from an organisation that nobody else is from.
constexpr int strangers_per_cent = 50;

// The rest of an evening: who comes, in which order, and how many have each value at its end.
struct Rest {
    std::vector<DoorGuest> guests;
    std::vector<std::uint8_t> is_planned;
    std::vector<int> totals;
};

class Rollout {
  public:
    Rollout(const DoorModel& model, const DoorSeats& seats, const DoorGuest& newcomer)
        : model_(model),
          seats_(seats),
          newcomer_(newcomer),
          played_(model),
          random_(static_cast<std::uint64_t>(model.here_count())) {}

    int choose(const std::vector<int>& groups) {
        for (const int group : groups) choices_.push_back({group, 0, 0});
        const auto stages = static_cast<std::int64_t>(std::bit_width(groups.size() - 1));
        while (true) {
            const auto evenings = most_looks / stages / looks_an_evening();
            if (evenings < fewest_evenings) return groups.front();
            for (std::int64_t i = 0; i < evenings; ++i) play_evening();
            if (choices_.size() <= 2) break;
            drop_worse_half();
        }
        const Choice& best = *std::min_element(choices_.begin(), choices_.end(), costs_less);
        return is_surely_better(best) ? best.group : groups.front();
    }

  private:
    // What a group costs more than the first choice, summed over the evenings played.
    struct Choice {
        int group = 0;
        std::int64_t difference = 0;
        std::int64_t squares = 0;
    };

    [[nodiscard]] std::int64_t looks_an_evening() const {
        const auto guests =
            static_cast<std::int64_t>(model_.expected().size()) + guests_worth_of_setting_up;
        return guests * static_cast<std::int64_t>(choices_.size()) * model_.group_count();
    }

    void draw_rest() {
        rest_.guests.clear();
        rest_.is_planned.clear();
        rest_.totals = model_.totals();
        std::vector<int>& left = left_;
        left = model_.expected();
        const int planned_here = model_.planned_here_count();
        const int fewest = std::max(planned_here, share(fewest_come_per_cent));
        const int most = std::max(planned_here, share(most_come_per_cent));
        const int coming = fewest + random_.below(most - fewest + 1) - planned_here;
        const auto count = std::min(left.size(), as_index(coming));
        for (std::size_t i = 0; i < count; ++i) {
            const auto other = i + as_index(random_.below(static_cast<int>(left.size() - i)));
            std::swap(left[i], left[other]);
            draw_walk_ins();
            rest_.guests.push_back({left[i], false});
            rest_.is_planned.push_back(1);
        }
        for (std::size_t i = count; i < left.size(); ++i) {
            model_.count({left[i], false}, -1, rest_.totals);
        }
    }

    // Before each who is planned, as often as there were some so far.
    void draw_walk_ins() {
        const int walk_ins = model_.here_count() - model_.planned_here_count() + 1;
        const int planned = model_.planned_here_count() + 10;
        const auto& known = model_.known();
        while (random_.below(planned + walk_ins) < walk_ins) {
            const int person = known[as_index(random_.below(static_cast<int>(known.size())))];
            const DoorGuest guest{person, random_.below(100) < strangers_per_cent};
            model_.count(guest, 1, rest_.totals);
            rest_.guests.push_back(guest);
            rest_.is_planned.push_back(0);
        }
    }

    void play_evening() {
        draw_rest();
        ++evenings_;
        std::int64_t first = 0;
        for (Choice& choice : choices_) {
            const std::int64_t cost = play_rest(choice.group);
            if (&choice == &choices_.front()) first = cost;
            choice.difference += cost - first;
            choice.squares += (cost - first) * (cost - first);
        }
    }

    std::int64_t play_rest(int group) {
        played_ = seats_;
        played_.add(newcomer_, group);
        int planned_here = model_.planned_here_count();
        for (std::size_t i = 0; i < rest_.guests.size(); ++i) {
            planned_here += rest_.is_planned[i];
            const DoorGuest& guest = rest_.guests[i];
            played_.add(guest, played_.choose(guest, model_.sure_to_come(planned_here)));
        }
        const auto people = model_.here_count() + static_cast<int>(rest_.guests.size());
        return played_.final_cost(rest_.totals, people);
    }

    static bool costs_less(const Choice& left, const Choice& right) {
        return left.difference < right.difference;
    }

    // The first choice stays: the others are measured by it.
    void drop_worse_half() {
        std::stable_sort(choices_.begin() + 1, choices_.end(), costs_less);
        choices_.resize((choices_.size() + 1) / 2);
    }

    [[nodiscard]] bool is_surely_better(const Choice& choice) const {
        // mean^2 > needed^2 * error^2, where error^2 = (squares / n - mean^2) / n, in whole
        // numbers.
        const std::int64_t square = choice.difference * choice.difference;
        const std::int64_t variance = choice.squares * evenings_ - square;
        return choice.difference < 0 && square * evenings_ > needed_errors_squared * variance;
    }

    [[nodiscard]] int share(int per_cent) const { return model_.planned_count() * per_cent / 100; }

    const DoorModel& model_;
    const DoorSeats& seats_;
    DoorGuest newcomer_;
    DoorSeats played_;
    SearchRandom random_;
    std::vector<Choice> choices_;
    std::int64_t evenings_ = 0;
    Rest rest_;
    std::vector<int> left_;
};

}  // namespace

int best_by_rollout(const DoorModel& model, const DoorSeats& seats, const DoorGuest& newcomer,
                    const std::vector<int>& groups) {
    return Rollout(model, seats, newcomer).choose(groups);
}

}  // namespace stormote
