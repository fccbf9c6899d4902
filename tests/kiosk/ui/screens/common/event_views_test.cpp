// What the entrance shows of an event.
#include "kiosk/ui/screens/common/event_views.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "kiosk/ui/screens/check_in/verdict_views.h"
#include "kiosk/ui/screens/table/table_views.h"
#include "kiosk/ui/shell/frame_views.h"
#include "sync/base/local_time.h"
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
    CHECK(table_of(group.event.state(), group.maj, 1) == 1);
    group.event.describe(1, GroupField::closed, "closed");
    const auto cards = table_cards(group.event.state(), 1, Texts());
    REQUIRE(cards.size() == 2);
    CHECK(cards[0].number == 2);
    CHECK(cards[1].is_closed);
    CHECK(cards[1].all == 3);
    // Who comes is told the open one, and sits there.
    CHECK(group.come(group.maj).seat.group_number == 2);
    CHECK(table_of(group.event.state(), group.maj, 1) == 2);
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
    CHECK_FALSE(group.come(group.bo).seat.map.has_value());
    FieldSetter<GroupField> fields;
    group.event.record(GroupDescribed{
        1, fields.set(GroupField::across, "15").set(GroupField::down, "2.5").take()});
    FieldSetter<SettingField> settings;
    group.event.record(
        SettingsDescribed{settings.set(SettingField::room, "size 18 12\nstage 9 0\n").take()});
    const VerdictView view = group.come(group.asa);
    REQUIRE(view.seat.map.has_value());
    CHECK(view.seat.map->tables.at(1) == Spot{15, 2.5});
    CHECK(view.seat.place == "At the front on the right, as you face the stage");
    group.event.describe(1, GroupField::place, "By the window");
    CHECK(group.come(group.maj).seat.place == "By the window");
}

TEST_CASE("a plan is shown to those alone whose own table is on it") {
    OneGroup group;
    FieldSetter<GroupField> fields;
    group.event.record(GroupDescribed{
        2, fields.set(GroupField::across, "15").set(GroupField::down, "2.5").take()});
    const VerdictView view = group.come(group.asa);
    CHECK(view.seat.group_number == 1);
    CHECK_FALSE(view.seat.map.has_value());
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

namespace {

// Two rounds with a break between them; Åsa changes tables, Bo stays.
struct TwoRounds {
    TwoRounds() {
        for (const GroupNumber group : {1, 2}) {
            event.describe(group, GroupField::name, group == 1 ? "Lönnen" : "Eken");
            event.describe(group, GroupField::across, group == 1 ? "2" : "6");
            event.describe(group, GroupField::down, "3");
        }
        event.record(GroupsPlanned{{seats(1), seats(2)}});
        event.record(QuestionDescribed{
            1, {{1, "Kontakt"}, {3, "2022-10-12T18:50"}, {4, "2022-10-12T19:30"}}});
        event.record(QuestionDescribed{
            2, {{1, "Mål"}, {3, "2022-10-12T19:40"}, {4, "2022-10-12T20:20"}, {5, "2"}}});
        move_to("18:00");
    }
    std::vector<GroupSeat> seats(GroupNumber of_asa) const {
        std::vector<GroupSeat> seats{{asa, of_asa}, {bo, 1}};
        std::sort(seats.begin(), seats.end(), [](const auto& left, const auto& right) {
            return left.attendee < right.attendee;
        });
        return seats;
    }
    void move_to(const std::string& clock) {
        event.clock.set_wall_ms(*instant_of("2022-10-12T" + clock));
    }
    CheckInOutcome come(const AttendeeId& person) {
        return event->check_in(person, CheckInMethod::name, EventDesk::staff);
    }
    [[nodiscard]] TableContents table(GroupNumber group) {
        return table_contents(event.state(), group, std::nullopt, event->device(), Texts(),
                              event.clock.wall_ms());
    }

    EventDesk event;
    AttendeeId asa = event.add({"Åsa", "Öberg", "Eken"});
    AttendeeId bo = event.add({"Bo", "Ek", "Judo"});
};

}  // namespace

TEST_CASE("who changes tables is told at the door where to sit in each round") {
    TwoRounds evening;
    const VerdictView asa = verdict_view(evening.event.state(), evening.come(evening.asa), Texts());
    CHECK(asa.seat.group_number == 1);
    REQUIRE(asa.later.size() == 1);
    CHECK(asa.later[0].round == 2);
    CHECK(asa.later[0].time_text == "19.40");
    CHECK(asa.later[0].group_number == 2);
    CHECK(asa.later[0].table_name == "Table Eken");
    const VerdictView bo = verdict_view(evening.event.state(), evening.come(evening.bo), Texts());
    CHECK(bo.seat.group_number == 1);
    CHECK(bo.later.empty());
}

TEST_CASE("between two rounds a ticket shows the way to the next table") {
    TwoRounds evening;
    static_cast<void>(evening.come(evening.asa));
    const auto notice = [&] {
        return notice_view(evening.event.state(), evening.come(evening.asa), DeviceId{}, Texts());
    };
    evening.move_to("19:00");
    CHECK(notice().round == 0);
    CHECK(notice().group_number == 1);
    CHECK_FALSE(notice().has_way);
    evening.move_to("19:31");
    CHECK(notice().round == 2);
    CHECK(notice().round_text == "19.40");
    CHECK(notice().has_way);
    CHECK(notice().group_number == 2);
    const VerdictView way = verdict_view(evening.event.state(), evening.come(evening.asa), Texts());
    CHECK(way.arrival == Arrival::shown_way);
    CHECK(way.seat.group_number == 2);
    CHECK(way.seat.map.has_value());
    CHECK(way.later.empty());
    evening.move_to("19:45");
    CHECK(notice().round == 0);
    CHECK(notice().group_number == 2);
}

TEST_CASE("a table shows who sits there in the round of this moment, and who goes where") {
    TwoRounds evening;
    static_cast<void>(evening.come(evening.asa));
    static_cast<void>(evening.come(evening.bo));
    evening.move_to("19:00");
    CHECK(evening.table(1).view.roster.here.size() == 2);
    CHECK_FALSE(evening.table(1).view.has_changes);
    // What somebody needs stands with their name, for who leads the table.
    const auto needs_of_asa = [&evening] {
        for (const RosterPerson& person : evening.table(1).view.roster.here) {
            if (person.name == "Åsa Öberg") return person.needs;
        }
        return std::string("not here");
    };
    CHECK(needs_of_asa().empty());
    FieldSetter<AttendeeField> needs;
    needs.set(AttendeeField::access_needs, "Hörslinga");
    evening.event.record(evening.asa, AttendeeDescribed{needs.take()});
    CHECK(needs_of_asa() == "Needs: Hörslinga");
    evening.move_to("19:31");
    CHECK(evening.table(2).view.roster.here.size() == 1);
    const TableContents left = evening.table(1);
    CHECK(left.view.roster.here.size() == 1);
    CHECK(left.view.has_changes);
    REQUIRE(left.changes.people.size() == 1);
    CHECK(left.changes.people[0].name == "Åsa Öberg");
    CHECK(left.changes.people[0].group_number == 2);
    CHECK(left.changes.people[0].table_name == "Table Eken");
    CHECK(left.changes.round == 2);
    CHECK(left.changes.time_text == "19.40");
    CHECK_FALSE(evening.table(2).view.has_changes);
    evening.move_to("19:46");
    CHECK_FALSE(evening.table(1).view.has_changes);
    const auto cards = table_cards(evening.event.state(), 2, Texts());
    REQUIRE(cards.size() == 2);
    CHECK(cards[1].here == 1);
}

TEST_CASE("who registers during the first round keeps the table in the second") {
    TwoRounds evening;
    const CheckInOutcome outcome = evening.event->walk_in(
        {"Ali", "Hassan", "Bron", "", AttendeeRole::civil, ""}, EventDesk::staff);
    REQUIRE(outcome.group);
    evening.move_to("19:50");
    CHECK(evening.come(*outcome.verdict.attendee).group == outcome.group);
}

}  // namespace stormote
