// The start of a search: people dealt into groups.
#include <algorithm>
#include <cassert>

#include "kiosk/groups/search/counting.h"
#include "kiosk/groups/search/round_task.h"

namespace stormote {

namespace {

class Dealer {
  public:
    Dealer(const RoundTask& task, SearchRandom& random) : task_(task), random_(random) {
        first_seat_.push_back(0);
        for (const int size : task.sizes) first_seat_.push_back(first_seat_.back() + size);
        next_seat_.assign(first_seat_.begin(), first_seat_.end() - 1);
        person_at_.assign(task.seated.size(), -1);
        is_dealt_.resize(task.freedoms.size());
    }

    std::vector<int> deal() {
        for (const int person : task_.seated) {
            if (task_.freedoms[as_index(person)] == Freedom::fixed) {
                seat(person, task_.group_of[as_index(person)]);
            }
        }
        deal_blocks();
        for (const int person : task_.seated) {
            if (task_.freedoms[as_index(person)] == Freedom::restricted) {
                seat(person, roomiest_group(task_.blocks.block_of[as_index(person)], 1));
            }
        }
        deal_the_free();
        return std::move(person_at_);
    }

  private:
    [[nodiscard]] int room_in(int group) const {
        return first_seat_[as_index(group) + 1] - next_seat_[as_index(group)];
    }

    void seat(int person, int group) {
        // Where a wish for a place leaves no chair, any other group has one.
        if (room_in(group) == 0) group = any_group();
        person_at_[as_index(next_seat_[as_index(group)]++)] = person;
        is_dealt_[as_index(person)] = 1;
    }

    [[nodiscard]] int any_group() const {
        int group = 0;
        while (room_in(group) == 0) ++group;
        return group;
    }

    // Of those where the block may sit: the one with most room, by lot among equals.
    [[nodiscard]] int roomiest_group(int block, int needed) {
        const auto groups = static_cast<int>(task_.sizes.size());
        const int offset = random_.below(groups);
        int best = no_group;
        for (int i = 0; i < groups; ++i) {
            const int group = (offset + i) % groups;
            if (!task_.blocks.blocks[as_index(block)].may_sit_in(group)) continue;
            if (best == no_group || room_in(group) > room_in(best)) best = group;
        }
        return room_in(best) >= needed ? best : any_group_for(needed);
    }

    [[nodiscard]] int any_group_for(int needed) const {
        for (int group = 0; group < static_cast<int>(task_.sizes.size()); ++group) {
            if (room_in(group) >= needed) return group;
        }
        return any_group();
    }

    [[nodiscard]] std::vector<int> seated_of(int block) const {
        std::vector<int> people;
        for (const int person : task_.blocks.blocks[as_index(block)].people) {
            if (std::binary_search(task_.seated.begin(), task_.seated.end(), person)) {
                people.push_back(person);
            }
        }
        return people;
    }

    void deal_blocks() {
        std::vector<std::vector<int>> blocks;
        for (const int block : task_.moving_blocks) blocks.push_back(seated_of(block));
        std::stable_sort(blocks.begin(), blocks.end(), [](const auto& left, const auto& right) {
            return left.size() > right.size();
        });
        for (const auto& people : blocks) {
            const int block = task_.blocks.block_of[as_index(people.front())];
            const int group = roomiest_group(block, static_cast<int>(people.size()));
            for (const int person : people) seat(person, group);
        }
    }

    // Group after group in the order of what people are: those alike come to different groups.
    void deal_the_free() {
        const auto groups = static_cast<int>(task_.sizes.size());
        int group = random_.below(groups);
        for (const int person : in_order_of_values(task_, random_)) {
            if (is_dealt_[as_index(person)] != 0) continue;
            while (room_in(group) == 0) group = (group + 1) % groups;
            seat(person, group);
            group = (group + 1) % groups;
        }
    }

    const RoundTask& task_;
    SearchRandom& random_;
    std::vector<int> first_seat_;
    std::vector<int> next_seat_;
    std::vector<int> person_at_;
    std::vector<std::uint8_t> is_dealt_;
};

}  // namespace

std::vector<int> in_order_of_values(const RoundTask& task, SearchRandom& random, int passed_over) {
    struct Lot {
        int person = 0;
        std::uint64_t number = 0;
    };
    std::vector<Lot> lots;
    for (const int person : task.seated) lots.push_back({person, random.next()});
    const SeatingTask& seating = task.seating;
    std::vector<int> columns;
    for (int i = 1; i <= seating.column_count; ++i) {
        columns.push_back((2 * seating.column_count - i - passed_over) % seating.column_count);
    }
    std::sort(lots.begin(), lots.end(), [&](const Lot& left, const Lot& right) {
        for (const int column : columns) {
            const int left_value = seating.value(left.person, column);
            const int right_value = seating.value(right.person, column);
            if (left_value != right_value) return left_value < right_value;
        }
        return left.number < right.number;
    });
    std::vector<int> people;
    people.reserve(lots.size());
    for (const Lot& lot : lots) people.push_back(lot.person);
    return people;
}

std::vector<int> deal_people(const RoundTask& task, SearchRandom& random) {
    if (task.seated.empty()) return {};
    return Dealer(task, random).deal();
}

}  // namespace stormote
