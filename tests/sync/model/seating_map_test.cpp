// Where the tables stand.
#include "sync/model/seating_map.h"

#include <cmath>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::EventDesk;

namespace {

void place(EventDesk& event, GroupNumber table, const std::string& across,
           const std::string& down) {
    FieldSetter<GroupField> fields;
    fields.set(GroupField::across, across).set(GroupField::down, down);
    event.record(GroupDescribed{table, fields.take()});
}

void set_room(EventDesk& event, const std::string& room) {
    FieldSetter<SettingField> fields;
    event.record(SettingsDescribed{fields.set(SettingField::room, room).take()});
}

}  // namespace

TEST_CASE("metres are written with a dot or a comma, and are no more than a room has") {
    CHECK(parse_metres("3.5") == 3.5);
    CHECK(parse_metres("3,5") == 3.5);
    CHECK(parse_metres("0") == 0);
    CHECK(parse_metres("300") == 300);
    for (const char *text : {"", ".", "-1", "301", "1e2", "nan", "inf", "3.5.1", "3 m", " 3"}) {
        INFO(text);
        CHECK_FALSE(parse_metres(text));
    }
    CHECK(write_metres(3.5) == "3.5");
    CHECK(write_metres(12) == "12");
}

TEST_CASE("a room is read as it was written") {
    rc::check([] {
        const auto draw = [](int least, int most) {
            return *rc::gen::inRange(least * 100, most * 100) / 100.0;
        };
        RoomPlan room;
        room.size = Spot{draw(1, 300), draw(1, 300)};
        if (*rc::gen::arbitrary<bool>()) {
            room.entrance = Spot{draw(0, 1) * room.size->across, room.size->down};
            room.entrance->across = std::floor(room.entrance->across * 100) / 100;
        }
        for (auto *place : {&room.stage, &room.exit, &room.coffee, &room.window}) {
            if (*rc::gen::arbitrary<bool>()) *place = Spot{0, room.size->down};
        }
        RC_ASSERT(parse_room(write_room(room)) == room);
    });
}

TEST_CASE("whatever a room says, what is read of it lies inside") {
    rc::check([] {
        const auto lines = *rc::gen::container<std::string>(
            rc::gen::element(' ', '\n', 's', 'i', 'z', 'e', '1', '9', '.', '-', '\xC3'));
        const RoomPlan room = parse_room("entrance 9 9\nstage 40 2\nsize 10 8\n" + lines);
        if (room.entrance) RC_ASSERT(is_inside(*room.entrance, room));
        if (room.stage) RC_ASSERT(is_inside(*room.stage, room));
    });
    CHECK_FALSE(parse_room("size 10 8\nentrance 11 2").entrance);
    CHECK_FALSE(parse_room("size 0 8").size);
    CHECK(parse_room("size 10 8 9\nsize 10\nfloor 1 2\n") == RoomPlan{});
}

TEST_CASE("nothing is made up: without places there is no map") {
    EventDesk event;
    CHECK_FALSE(seating_map(event.state()));
    set_room(event, "size 18 12\nentrance 9 12\n");
    CHECK_FALSE(seating_map(event.state()));
    place(event, 1, "4", "");
    CHECK_FALSE(seating_map(event.state()));
    place(event, 1, "4", "20");
    CHECK_FALSE(seating_map(event.state()));
}

TEST_CASE("a map has the tables that have places, and walls where they are known") {
    EventDesk event;
    place(event, 1, "4", "3");
    place(event, 2, "x", "3");
    place(event, 7, "10", "6.5");
    auto map = seating_map(event.state());
    REQUIRE(map);
    CHECK(map->tables == std::map<GroupNumber, Spot>{{1, {4, 3}}, {7, {10, 6.5}}});
    CHECK_FALSE(map->has_walls);
    CHECK(map->size == Spot{12, 8.5});
    CHECK_FALSE(area_of(*map, 1));
    set_room(event, "size 18 12\nstage 9 0.5\nentrance 9 12\n");
    map = seating_map(event.state());
    REQUIRE(map);
    CHECK(map->has_walls);
    CHECK(map->size == Spot{18, 12});
    CHECK(map->entrance == Spot{9, 12});
}

TEST_CASE("where a table stands is said in words, seen by who faces the stage") {
    SeatingMap map;
    map.size = {18, 12};
    map.stage = Spot{9, 0};
    map.tables = {{1, {2, 2}}, {2, {9, 6}}, {3, {16, 11}}};
    CHECK(std::string(area_of(map, 1)->english) ==
          "At the front on the left, as you face the stage");
    CHECK(std::string(area_of(map, 2)->english) == "In the middle of the room");
    CHECK(std::string(area_of(map, 3)->english) ==
          "At the back on the right, as you face the stage");
    CHECK_FALSE(area_of(map, 4));
    map.stage = Spot{0, 6};
    CHECK_FALSE(area_of(map, 1));
}

}  // namespace stormote
