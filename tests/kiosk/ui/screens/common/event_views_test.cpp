// What the entrance shows of an event.
#include "kiosk/ui/screens/common/event_views.h"

#include <catch2/catch.hpp>

#include "kiosk/ui/screens/check_in/verdict_views.h"
#include "kiosk/ui/screens/table/table_views.h"
#include "kiosk/ui/shell/frame_views.h"
#include "tests/support/record/event_desk.h"

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

TEST_CASE(
    "a closed table can still be chosen for its notes, after the others, and nobody leads it") {
    OneGroup group;
    group.event.record(GroupDescribed{2, {}});
    CHECK(table_of(group.event.state(), group.maj) == 1);
    group.event.describe(1, GroupField::closed, "closed");
    const auto cards = table_cards(group.event.state(), Texts());
    REQUIRE(cards.size() == 2);
    CHECK(cards[0].number == 2);
    CHECK(cards[1].is_closed);
    CHECK(cards[1].all == 3);
    // Who comes is told the open one, and sits there.
    CHECK(group.come(group.maj).group_number == 2);
    CHECK(table_of(group.event.state(), group.maj) == 2);
}

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

TEST_CASE("where tables have places the answer has a plan, and says it in words as well") {
    OneGroup group;
    CHECK_FALSE(group.come(group.bo).map.has_value());
    FieldSetter<GroupField> fields;
    group.event.record(GroupDescribed{
        1, fields.set(GroupField::across, "15").set(GroupField::down, "2.5").take()});
    FieldSetter<SettingField> settings;
    group.event.record(
        SettingsDescribed{settings.set(SettingField::room, "size 18 12\nstage 9 0\n").take()});
    const VerdictView view = group.come(group.asa);
    REQUIRE(view.map.has_value());
    CHECK(view.map->tables.at(1) == Spot{15, 2.5});
    CHECK(view.place == "At the front on the right, as you face the stage");
    group.event.describe(1, GroupField::place, "By the window");
    CHECK(group.come(group.maj).place == "By the window");
}

TEST_CASE("a plan is shown to those alone whose own table is on it") {
    OneGroup group;
    FieldSetter<GroupField> fields;
    group.event.record(GroupDescribed{
        2, fields.set(GroupField::across, "15").set(GroupField::down, "2.5").take()});
    const VerdictView view = group.come(group.asa);
    CHECK(view.group_number == 1);
    CHECK_FALSE(view.map.has_value());
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
