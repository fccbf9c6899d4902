// Somebody comes in another's place: what is recorded, what both can do afterwards, and the way
// back.
#include <catch2/catch.hpp>

#include "kiosk/desk/conflicts/conflicts.h"
#include "kiosk/desk/door_report.h"
#include "kiosk/desk/substitution.h"
#include "tests/support/record/central_harness.h"
#include "tests/support/record/event_desk.h"
#include "tests/support/record/replica.h"

namespace stormote {

using testing::EventDesk;

namespace {

const NewAttendee ronja{"Ronja", "Ånäs", "", "", AttendeeRole::civil, "ja"};

// Eight people of two associations in two groups; the first of them stays away.
struct Evening {
    Evening() {
        for (int i = 0; i < 8; ++i) {
            people.push_back(
                event.add({"Anna", "Ek" + std::to_string(i), i % 2 ? "Eken" : "Bron"}));
        }
        event->plan_groups(2, 1, actor::staff);
        absent = people.front();
    }
    [[nodiscard]] std::string ticket_of(const AttendeeId& person) {
        for (const IssuedTicket& issued : event->issue_tickets(actor::staff)) {
            if (issued.attendee == person) return event->tickets().write(issued.ticket);
        }
        return {};
    }
    [[nodiscard]] std::size_t operation_count() {
        std::size_t count = 0;
        for (const DeviceHead& head : event->journal().heads()) count += head.head.sequence;
        return count;
    }

    EventDesk event;
    std::vector<AttendeeId> people;
    AttendeeId absent;
};

}  // namespace

TEST_CASE("a substitute takes over association, role and group, at once and for good") {
    Evening evening;
    const auto group = group_of(evening.event.state(), evening.absent);
    REQUIRE(group);
    const std::size_t operations = evening.operation_count();
    const CheckInOutcome outcome = evening.event->substitute(evening.absent, ronja, actor::staff);
    CHECK(evening.operation_count() == operations + 4);
    CHECK(outcome.verdict.verdict == Verdict::admitted);
    CHECK(outcome.name == "Ronja Ånäs");
    CHECK(outcome.organisation == "Bron");
    CHECK(outcome.group == group);
    evening.event.reopen();
    CHECK(presence_of(evening.event.state(), *outcome.verdict.attendee).kind ==
          PresenceKind::present);
    CHECK(substitutes_here(evening.event.state(), evening.absent) ==
          std::vector{*outcome.verdict.attendee});
}

TEST_CASE("the absent person's ticket does not let anybody in any more") {
    Evening evening;
    const std::string ticket = evening.ticket_of(evening.absent);
    evening.event->substitute(evening.absent, ronja, actor::staff);
    CHECK(evening.event->check_in(ticket, actor::staff).verdict.verdict == Verdict::cancelled);
    CHECK(evening.event->check_in(evening.absent, CheckInMethod::name, actor::staff)
              .verdict.verdict == Verdict::cancelled);
}

TEST_CASE("as many are registered and expected with a substitute as without") {
    Evening evening;
    const int registered = count_door(evening.event.state()).registered;
    evening.event->substitute(evening.absent, ronja, actor::staff);
    const DoorCount count = count_door(evening.event.state());
    CHECK(count.registered == registered);
    CHECK(count.arrived_registered == 1);
    CHECK(count.arrived_others == 0);
}

TEST_CASE("nobody takes the place of who is here, was here, cancelled, or is replaced already") {
    Evening evening;
    evening.event.come(evening.people[1]);
    evening.event.come(evening.people[2]);
    evening.event->check_out(evening.people[2], actor::staff);
    FieldSetter<AttendeeField> cancelled;
    cancelled.set(AttendeeField::status, "cancelled");
    evening.event.record(evening.people[3], AttendeeDescribed{cancelled.take()});
    evening.event->substitute(evening.people[4], ronja, actor::staff);
    const std::size_t operations = evening.operation_count();
    const std::size_t people = evening.event.state().attendees().size();
    for (std::size_t i = 1; i <= 4; ++i) {
        INFO(i);
        const CheckInOutcome outcome =
            evening.event->substitute(evening.people[i], ronja, actor::staff);
        CHECK(outcome.verdict.verdict != Verdict::admitted);
        CHECK(outcome.verdict.attendee == evening.people[i]);
    }
    CHECK(evening.operation_count() == operations);
    CHECK(evening.event.state().attendees().size() == people);
}

TEST_CASE("taking a substitute's check-in back gives the place back to whose it was") {
    Evening evening;
    const std::string ticket = evening.ticket_of(evening.absent);
    const auto group = group_of(evening.event.state(), evening.absent);
    const AttendeeId substitute =
        *evening.event->substitute(evening.absent, ronja, actor::staff).verdict.attendee;
    CHECK(evening.event->undo_check_in(substitute, actor::staff));
    CHECK(evening.event->check_in(substitute, CheckInMethod::name, actor::staff).verdict.verdict ==
          Verdict::cancelled);
    const CheckInOutcome back = evening.event->check_in(ticket, actor::staff);
    CHECK(back.verdict.verdict == Verdict::admitted);
    CHECK(back.group == group);
}

TEST_CASE("a substitute who goes home is still the substitute") {
    Evening evening;
    const AttendeeId substitute =
        *evening.event->substitute(evening.absent, ronja, actor::staff).verdict.attendee;
    CHECK(evening.event->check_out(substitute, actor::staff));
    CHECK(evening.event->check_in(evening.absent, CheckInMethod::name, actor::staff)
              .verdict.verdict == Verdict::cancelled);
    CHECK(evening.event->check_in(substitute, CheckInMethod::name, actor::staff).verdict.verdict ==
          Verdict::readmitted);
}

TEST_CASE("two who came for one registration, while apart, both stay and are shown") {
    testing::TemporaryFolder folder;
    testing::CentralHarness central(folder / "central.db");
    testing::Replica first(folder / "first", 1, EventDesk::evening_ms);
    testing::Replica second(folder / "second", 2, EventDesk::evening_ms, first);
    const EventId event = first.desk().event();
    StoreClient first_client = central.client(event, central.enrol(event, "first"));
    StoreClient second_client = central.client(event, central.enrol(event, "second"));
    const auto exchange = [&] {
        for (int round = 0; round < 2; ++round) {
            REQUIRE(first.exchange(first_client));
            REQUIRE(second.exchange(second_client));
        }
    };
    const auto absent =
        *first.desk().walk_in({"Åsa", "Öberg", "Eken", "", {}, ""}, actor::staff).verdict.attendee;
    first.desk().undo_check_in(absent, actor::staff);
    exchange();
    const auto substitute = *first.desk().substitute(absent, ronja, actor::staff).verdict.attendee;
    CHECK(second.desk().check_in(absent, CheckInMethod::name, actor::staff).verdict.verdict ==
          Verdict::admitted);
    exchange();
    for (testing::Replica *replica : {&first, &second}) {
        const EventState& state = replica->desk().state();
        CHECK(presence_of(state, absent).kind == PresenceKind::present);
        CHECK(presence_of(state, substitute).kind == PresenceKind::present);
        const std::vector<Conflict> conflicts = list_conflicts(state);
        REQUIRE(conflicts.size() == 1);
        const auto *place = std::get_if<SharedPlace>(&conflicts.front());
        REQUIRE(place != nullptr);
        CHECK(place->absent == absent);
        CHECK(place->here == std::vector{absent, substitute});
    }
}

TEST_CASE("an erased substitute leaves a cancelled registration, and nobody in its place") {
    Evening evening;
    const AttendeeId substitute =
        *evening.event->substitute(evening.absent, ronja, actor::staff).verdict.attendee;
    evening.event.record(substitute, AttendeeErased{"civil", Counted::yes});
    CHECK(substitutes_here(evening.event.state(), evening.absent).empty());
    CHECK(evening.event->check_in(evening.absent, CheckInMethod::name, actor::staff)
              .verdict.verdict == Verdict::cancelled);
    CHECK(count_door(evening.event.state()).arrived_registered == 1);
}

}  // namespace stormote
