// ThreeGroups: an event whose people sit in three groups, for tests of what an organiser does to
// groups. One thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "kiosk/desk/board_proposals.h"
#include "tests/support/event_desk.h"

namespace stormote::testing {

// Twelve people of six associations, two of each, dealt into three groups.
class ThreeGroups {
  public:
    explicit ThreeGroups(DoorSeating seating = DoorSeating::planned, int rounds = 1) {
        for (int i = 0; i < 12; ++i) {
            people.push_back(event.add(
                {"Person" + std::to_string(i), "Ek", "Förening " + std::to_string(i / 2)}));
        }
        EventMix mix = event_mix(event.state(), 3);
        mix.problem.round_count = rounds;
        event->record_groups(draft_of(mix, plan_mix(mix.problem)), seating,
                             {ActingRole::organiser});
    }

    [[nodiscard]] GroupNumber group(std::size_t person, RoundNumber round = 1) const {
        return group_of(event.state(), people[person], round).value_or(0);
    }
    [[nodiscard]] std::vector<std::size_t> sitting_in(GroupNumber wanted) const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < people.size(); ++i) {
            if (group(i) == wanted) found.push_back(i);
        }
        return found;
    }
    // Where everybody sits, in all rounds.
    [[nodiscard]] std::vector<GroupNumber> seats() const {
        std::vector<GroupNumber> all;
        for (RoundNumber round = 1; round <= 3; ++round) {
            for (std::size_t i = 0; i < people.size(); ++i) all.push_back(group(i, round));
        }
        return all;
    }
    StepOutcome take(const BoardStep& step) {
        return take_step(*event, step, {ActingRole::organiser});
    }
    void close(GroupNumber number, std::optional<GroupNumber> into = {}) {
        REQUIRE(take(propose_closing(event.state(), number, into, 1).step) == StepOutcome::done);
    }
    GroupNumber come(std::size_t person) {
        return event->check_in(people[person], CheckInMethod::name, EventDesk::staff)
            .group.value_or(0);
    }

    EventDesk event;
    std::vector<AttendeeId> people;
};

}  // namespace stormote::testing
