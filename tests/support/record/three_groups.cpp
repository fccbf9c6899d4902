#include "tests/support/record/three_groups.h"

#include <catch2/catch.hpp>

namespace stormote::testing {

ThreeGroups::ThreeGroups(DoorSeating seating, int rounds) {
    for (int i = 0; i < 12; ++i) {
        people.push_back(
            event.add({"Person" + std::to_string(i), "Ek", "Förening " + std::to_string(i / 2)}));
    }
    EventMix mix = event_mix(event.state(), 3);
    mix.problem.round_count = rounds;
    event->record_groups(draft_of(mix, plan_mix(mix.problem)), seating, {ActingRole::organiser});
}

GroupNumber ThreeGroups::group(std::size_t person, RoundNumber round) const {
    return group_of(event.state(), people[person], round).value_or(0);
}

std::vector<std::size_t> ThreeGroups::sitting_in(GroupNumber wanted) const {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (group(i) == wanted) found.push_back(i);
    }
    return found;
}

std::vector<GroupNumber> ThreeGroups::seats() const {
    std::vector<GroupNumber> all;
    for (RoundNumber round = 1; round <= 3; ++round) {
        for (std::size_t i = 0; i < people.size(); ++i) all.push_back(group(i, round));
    }
    return all;
}

StepOutcome ThreeGroups::take(const BoardStep& step) {
    return take_step(*event, step, {ActingRole::organiser});
}

void ThreeGroups::close(GroupNumber number, std::optional<GroupNumber> into) {
    REQUIRE(take(propose_closing(event.state(), number, into, 1).step) == StepOutcome::done);
}

GroupNumber ThreeGroups::come(std::size_t person) {
    return event->check_in(people[person], CheckInMethod::name, EventDesk::staff).group.value_or(0);
}

}  // namespace stormote::testing
