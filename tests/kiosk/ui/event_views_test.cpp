// What the entrance shows of an event.
#include "kiosk/ui/event_views.h"

#include <catch2/catch.hpp>

#include "tests/support/event_desk.h"

namespace stormote {

using testing::EventDesk;

namespace {

// One group of three, which Maj leads.
struct OneGroup {
    OneGroup() {
        event->plan_groups(1, 7, EventDesk::staff);
        FieldSetter<GroupField> fields;
        fields.set(GroupField::name, "Lönnen").set(GroupField::facilitator, to_string(maj));
        event.record(GroupDescribed{1, fields.take()});
    }
    VerdictView come(const AttendeeId& person) {
        const CheckInOutcome outcome =
            event->check_in(person, CheckInMethod::name, EventDesk::staff);
        return verdict_view(event.state(), outcome, Texts());
    }

    EventDesk event;
    AttendeeId maj = event.add({"Maj", "Norberg", "", AttendeeRole::official});
    AttendeeId asa = event.add({"Åsa", "Öberg", "Eken"});
    AttendeeId bo = event.add({"Bo", "Ek", "Judo"});
};

}  // namespace

TEST_CASE("the one who leads a group is told who has come, and nobody else is") {
    OneGroup group;
    const VerdictView first = group.come(group.asa);
    CHECK_FALSE(first.leads_group);
    CHECK(first.facilitator == "Maj Norberg");
    CHECK(first.present_in_group == 0);
    const VerdictView leader = group.come(group.maj);
    CHECK(leader.leads_group);
    CHECK(leader.facilitator.empty());
    CHECK(leader.company == std::vector<std::string>{"Åsa Öberg"});
    const VerdictView last = group.come(group.bo);
    CHECK(last.present_in_group == 2);
    CHECK(last.company.empty());
}

TEST_CASE("the door is counted in those who were registered and those who were not") {
    OneGroup group;
    group.event.come(group.asa);
    CHECK(door_text(count_door(group.event.state()), Texts()) == "1 of 3 registered");
    NewAttendee newcomer;
    newcomer.given_name = "Ronja";
    static_cast<void>(group.event->walk_in(newcomer, EventDesk::staff));
    CHECK(door_text(count_door(group.event.state()), Texts()) == "1 of 3 registered, and 1 more");
}

}  // namespace stormote
