#include "sync/report/earlier_neighbours.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "sync/model/presence.h"
#include "tests/support/record/event_desk.h"
#include "tests/support/record/operation_maker.h"

namespace stormote {

using testing::EventDesk;

namespace {

const auto meeting = testing::small_id<MeetingId>(7);
using Pairs = std::vector<std::pair<int, int>>;

// Somebody who came and was told a group.
void sit(EventDesk& event, const testing::TestPerson& person, GroupNumber group) {
    const AttendeeId id = event.add(person);
    event.record(id, CheckedIn{CheckInMethod::name, {}, group});
}

void carry(const EventDesk& from, EventDesk& to) {
    for (const EarlierTableTold& table : tables_to_carry(from.state(), meeting)) to.record(table);
}

}  // namespace

TEST_CASE("who sat together at an earlier meeting is known by address or organisation") {
    constexpr AttendeeRole civil = AttendeeRole::civil;
    EventDesk spring("2022-04-12T18:00", 1);
    sit(spring, {"Åsa", "Öberg", "Eken", civil, "asa@example.org"}, 1);
    sit(spring, {"Bo", "Ek", "Bron"}, 1);
    sit(spring, {"Siv", "Ås", "Bron", civil, "siv@example.org"}, 2);
    spring.add({"Kom", "Inte", "Eken"});
    EventDesk autumn("2022-10-12T18:00", 2);
    const std::vector<AttendeeId> people{
        autumn.add({"Asa", "Oberg", "Ny förening", civil, "ASA@example.org"}),
        autumn.add({"Bo", "Ek", "bron", civil, "bo@example.org"}),
        autumn.add({"Siv", "Ås", "Bron"}), autumn.add({"Kom", "Inte", "Eken"})};
    CHECK(earlier_neighbours(autumn.state(), people).empty());
    carry(spring, autumn);
    CHECK(earlier_neighbours(autumn.state(), people) == Pairs{{0, 1}});
    CHECK(earlier_neighbours(autumn.state(), {people[1], people[2], people[0]}) == Pairs{{0, 2}});
    // And on to the meeting after that.
    EventDesk winter("2022-12-12T18:00", 3);
    for (const auto& table : tables_to_carry(autumn.state(), testing::small_id<MeetingId>(8))) {
        winter.record(table);
    }
    const AttendeeId asa = winter.add({"Åsa", "Öberg", "", civil, "asa@example.org"});
    const AttendeeId bo = winter.add({"Bo", "Ek", "Bron"});
    CHECK(earlier_neighbours(winter.state(), {asa, bo}) == Pairs{{0, 1}});
}

TEST_CASE("what is told of earlier tables names nobody") {
    EventDesk spring;
    sit(spring, {"Åsa", "Öberg", "Eken", AttendeeRole::civil, "asa@example.org"}, 1);
    const auto told = tables_to_carry(spring.state(), meeting);
    REQUIRE(told.size() == 1);
    CHECK(told[0].people.size() == 2);
    for (const std::int64_t number : told[0].people) CHECK(number <= 0xffff'ffff);
    CHECK(tables_to_carry(spring.state(), testing::small_id<MeetingId>(8))[0].people !=
          told[0].people);
}

TEST_CASE("a table of more people than talk together makes nobody neighbours") {
    EventDesk event;
    std::vector<AttendeeId> people;
    for (int i = 0; i < 101; ++i) {
        sit(event, {"Person", "Nummer" + std::to_string(i), "Eken"}, 1);
    }
    for (const auto& [id, attendee] : event.state().attendees()) people.push_back(id);
    carry(event, event);
    CHECK(earlier_neighbours(event.state(), people).empty());
}

}  // namespace stormote
