// import-tables: names and places of tables, and the plan of the room.
#include <catch2/catch.hpp>

#include "kiosk/desk/desk.h"
#include "sync/model/seating_map.h"
#include "tests/support/machine/organiser_program.h"
#include "tests/support/record/start_crypto.h"

namespace stormote {

using testing::OrganiserProgram;

namespace {

std::unique_ptr<Desk> open_event(const OrganiserProgram& program) {
    ManualClock clock{0};
    SeededRandom random(1);
    return std::move(Desk::open(program.folder() / "mote", [] { return std::nullopt; },
                                JournalAccess::read,
                                {clock, random, program.folder() / "other", HashingCost{}, ""}))
        .value();
}

// What the event "mote" says of a table.
std::string table_of(const OrganiserProgram& program, GroupNumber table, GroupField field) {
    return open_event(program)->state().groups().at(table).get(field);
}

}  // namespace

TEST_CASE("tables are named and placed from a list, and the same list again changes nothing") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    program.write("bord.csv",
                  "\xEF\xBB\xBF"
                  "Bord;Namn;Plats;Platser;X;Y\r\n"
                  "rum;;;;18;12\r\ningång;;;;9;12\r\nScen;;;;9;0\r\n"
                  "Utgång;;;;0;8\r\nkaffe;;;;2;11\r\nFönster;;;;18;6\r\n"
                  "1;Lönnen;Vid fönstret;8;15,5;3\r\n2;Eken;;;;\r\n");
    CHECK(program.answer({"import-tables", "mote", "bord.csv", "--dry-run"}) ==
          "Would be changed: 2 of 2 tables.\n");
    CHECK(program.answer({"import-tables", "mote", "bord.csv"}) == "Changed: 2 of 2 tables.\n");
    CHECK(table_of(program, 1, GroupField::name) == "Lönnen");
    CHECK(table_of(program, 1, GroupField::across) == "15.5");
    CHECK(table_of(program, 2, GroupField::across).empty());
    CHECK(open_event(program)->state().setting(SettingField::room) ==
          "size 18 12\nentrance 9 12\nstage 9 0\nexit 0 8\ncoffee 2 11\nwindow 18 6\n");
    const std::string record = program.record();
    CHECK(program.answer({"import-tables", "mote", "bord.csv"}) == "Changed: 0 of 2 tables.\n");
    CHECK(program.record() == record);
    program.write("flytta.csv", "table,x,y\n1,4,3\n");
    CHECK(program.answer({"import-tables", "mote", "flytta.csv"}) == "Changed: 1 of 1 table.\n");
    CHECK(table_of(program, 1, GroupField::across) == "4");
    CHECK(table_of(program, 1, GroupField::name) == "Lönnen");
}

TEST_CASE("what is wrong in a list of tables is named by line and column, and changes nothing") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    const std::string record = program.record();
    const auto refuses = [&](const std::string& list, const std::string& words) {
        program.write("bord.csv", list);
        const Finished finished = program.run({"import-tables", "mote", "bord.csv"});
        INFO(list << finished.errors);
        CHECK(finished.status == 1);
        CHECK(finished.output.empty());
        CHECK(finished.errors.find(words) != std::string::npos);
        CHECK(program.record() == record);
    };
    refuses("", "bord.csv");
    refuses("Namn,X\nEken,2\n",
            "line 1, column Bord: The column with the numbers of the tables is missing");
    refuses("Bord,Färg\n1,blå\n", "line 1, column Färg: The heading is not known");
    refuses("Bord,Nr\n1,1\n", "mean the same");
    refuses("Bord,X,Y\n1,2,\n", "line 2, column Y: A place needs both x and y");
    refuses("Bord,X,Y\n1,2,3\n2,tre,4\n", "line 3, column X: \"tre\" is not a number of metres");
    refuses("Bord,X,Y\n1,2,-3\n", "line 2, column Y: \"-3\" is not a number of metres");
    refuses("Bord,X,Y\n1,2,3\n1,4,5\n", "line 3, column Bord: It is on line 2 already");
    refuses("Bord,X,Y\n1,19,3\nrum,18,12\n", "line 2: The place 19 3 is outside the room");
    refuses("Bord,X,Y\nrum,18,12\nscen,9,13\n", "line 3: The place 9 13 is outside the room");
    refuses("Bord,X,Y\nrum,0,12\n", "at least a metre");
    refuses("Bord\nbalkong\n", "line 2, column Bord: \"balkong\" is not a table");
    refuses("Bord\n0\n", "line 2, column Bord: \"0\" is not a table");
    refuses("Bord,Platser\n1,många\n",
            "line 2, column Platser: \"många\" is not a number of seats");
    refuses("Bord,Namn\n1,\"Eken\n", "line 2");
    CHECK(program.run({"import-tables", "mote", "saknas.csv"}).status == 1);
}

TEST_CASE("the example event's tables all stand in its room") {
    const OrganiserProgram program;
    program.make_event(104);
    const auto map = seating_map(open_event(program)->state());
    REQUIRE(map.has_value());
    CHECK(map->tables.size() == 13);
    CHECK(map->has_walls);
}

TEST_CASE("tables say their names and places in further languages") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    program.write("bord.csv",
                  "Bord;Namn;Namn:en;Plats;Plats:en;Plats (ukrainska)\n"
                  "1;Lönnen;The maple;Vid fönstret;By the window;\n2;Eken;;;;\n");
    CHECK(program.answer({"import-tables", "mote", "bord.csv"}) == "Changed: 2 of 2 tables.\n");
    CHECK(program.answer({"import-tables", "mote", "bord.csv"}) == "Changed: 0 of 2 tables.\n");
    {
        const auto desk = open_event(program);
        const LatestFields& table = desk->state().groups().at(1);
        CHECK(table.get(GroupField::name, "en") == "The maple");
        CHECK(table.get(GroupField::place, "en") == "By the window");
        CHECK(table.get(GroupField::place, "uk") == "Vid fönstret");
    }
    // What another list says of places alone leaves the names.
    program.write("platser.csv", "Bord;Plats\n1;Vid scenen\n");
    CHECK(program.answer({"import-tables", "mote", "platser.csv"}) == "Changed: 1 of 1 table.\n");
    const auto desk = open_event(program);
    CHECK(desk->state().groups().at(1).get(GroupField::name, "en") == "The maple");
    CHECK(desk->state().groups().at(1).get(GroupField::place, "en") == "Vid scenen");
}

}  // namespace stormote
