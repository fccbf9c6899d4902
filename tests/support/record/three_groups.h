// ThreeGroups: an event whose people sit in three groups, for tests of what an organiser does to
// groups. One thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/desk/board/board_proposals.h"
#include "tests/support/record/event_desk.h"

namespace stormote::testing {

// Twelve people of six associations, two of each, dealt into three groups.
class ThreeGroups {
  public:
    explicit ThreeGroups(DoorSeating seating = DoorSeating::planned, int rounds = 1);

    [[nodiscard]] GroupNumber group(std::size_t person, RoundNumber round = 1) const;
    [[nodiscard]] std::vector<std::size_t> sitting_in(GroupNumber wanted) const;
    // Where everybody sits, in all rounds.
    [[nodiscard]] std::vector<GroupNumber> seats() const;
    StepOutcome take(const BoardStep& step);
    void close(GroupNumber number, std::optional<GroupNumber> into = {});
    GroupNumber come(std::size_t person);

    EventDesk event;
    std::vector<AttendeeId> people;
};

}  // namespace stormote::testing
