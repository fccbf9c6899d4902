#include "kiosk/desk/door_placing.h"

#include <algorithm>
#include <map>

#include <catch2/catch.hpp>

#include "tests/support/record/event_desk.h"

namespace stormote {

using namespace stormote::testing;

namespace {

// Twelve people of four organisations, planned into four groups.
struct PlannedEvening {
    explicit PlannedEvening(DoorSeating seating) {
        for (int i = 0; i < 12; ++i) {
            people.push_back(
                event.add({"Anna", "Ek" + std::to_string(i), "Org" + std::to_string(i / 3)}));
        }
        event->record_groups(event->draft_groups(4, 1), seating, EventDesk::staff);
    }

    [[nodiscard]] GroupNumber planned(const AttendeeId& person) const {
        return group_of(event.state(), person).value();
    }
    GroupNumber come(const AttendeeId& person) {
        return event->check_in(person, CheckInMethod::name, EventDesk::staff).group.value();
    }
    // How many groups have how many people, when nobody of the first group has come.
    std::map<GroupNumber, int> without_first_group() {
        std::map<GroupNumber, int> sizes{{1, 0}, {2, 0}, {3, 0}, {4, 0}};
        std::vector<AttendeeId> coming;
        for (const AttendeeId& person : people) {
            if (planned(person) != 1) coming.push_back(person);
        }
        for (const AttendeeId& person : coming) ++sizes[come(person)];
        return sizes;
    }

    EventDesk event;
    std::vector<AttendeeId> people;
};

}  // namespace

TEST_CASE("whoever is in the plan sits where it says") {
    PlannedEvening evening(DoorSeating::planned);
    CHECK(evening.without_first_group() ==
          std::map<GroupNumber, int>{{1, 0}, {2, 3}, {3, 3}, {4, 3}});
}

TEST_CASE("groups that are given at the door have no holes where people stay away") {
    PlannedEvening evening(DoorSeating::live);
    for (const auto& [group, size] : evening.without_first_group()) {
        CAPTURE(group);
        CHECK((size == 2 || size == 3));
    }
}

TEST_CASE("a group that is given at the door stands, and so does an organiser's move") {
    PlannedEvening evening(DoorSeating::live);
    const AttendeeId first = evening.people[0];
    const GroupNumber told = evening.come(first);
    const AttendeeId moved = evening.people[1];
    const GroupNumber wanted = evening.planned(moved) % 4 + 1;
    evening.event.record(moved, GroupMoved{1, wanted});
    for (const AttendeeId& person : evening.people) {
        if (person != first) evening.come(person);
    }
    CHECK(group_of(evening.event.state(), first) == told);
    CHECK(group_of(evening.event.state(), moved) == wanted);
}

TEST_CASE("a newcomer sits apart from their organisation and in a small group") {
    for (const DoorSeating seating : {DoorSeating::planned, DoorSeating::live}) {
        PlannedEvening evening(seating);
        for (const AttendeeId& person : evening.people) evening.come(person);
        // Every organisation has three people, in three of the four groups.
        std::vector<GroupNumber> taken;
        for (std::size_t i = 0; i < 3; ++i) taken.push_back(evening.planned(evening.people[i]));
        const auto group = place_at_door(evening.event.state(), Newcomer{"Org0", "", {}});
        REQUIRE(group);
        CHECK(std::find(taken.begin(), taken.end(), *group) == taken.end());
    }
}

TEST_CASE("a table with no chair left gets nobody, and who leads a group is not counted in it") {
    PlannedEvening evening(DoorSeating::live);
    FieldSetter<GroupField> full;
    full.set(GroupField::capacity, "1").set(GroupField::facilitator, to_string(evening.people[0]));
    evening.event.record(GroupDescribed{2, full.take()});
    std::map<GroupNumber, int> sizes;
    CHECK(evening.come(evening.people[0]) == 2);
    for (std::size_t i = 1; i < evening.people.size(); ++i)
        ++sizes[evening.come(evening.people[i])];
    CHECK(sizes[2] == 1);
}

TEST_CASE("an event without groups tells none") {
    EventDesk event;
    const AttendeeId person = event.add({"Anna", "Ek", "Eken"});
    CHECK_FALSE(place_at_door(event.state(), person));
    CHECK_FALSE(place_at_door(event.state(), Newcomer{}));
}

}  // namespace stormote
