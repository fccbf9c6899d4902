// groups: of an event, and of a bare list.
#include <map>
#include <set>

#include <catch2/catch.hpp>

#include "kiosk/organiser/people_list.h"
#include "tests/support/organiser_program.h"

namespace stormote {

using testing::OrganiserProgram;

namespace {

std::string people_list(int people) {
    std::string list = "id,name,organisation,sector,role,gender\n";
    for (int i = 0; i < people; ++i) {
        list += "P" + std::to_string(i) + ",Namn,Org" + std::to_string(i % 7) + ",S" +
                std::to_string(i % 3) + ",civil," + (i % 2 == 0 ? "F" : "M") + "\n";
    }
    return list;
}

}  // namespace

TEST_CASE("a bare list is dealt into groups, and each criterion stands beside its bound") {
    const OrganiserProgram program;
    program.write("people.csv", people_list(30));
    const auto json = program.json(
        {"groups", "--list", "people.csv", "--count", "5", "--out", "out.csv", "--json"});
    CHECK(json["people"] == 30);
    CHECK(json["groups"] == 5);
    for (const char *criterion : {"same_organisation_pairs", "category_excess", "size_spread"}) {
        CHECK(json["criteria"][criterion]["value"] >= json["criteria"][criterion]["bound"]);
    }
    CHECK(json["criteria"]["size_spread"]["value"] == 0);
    std::istringstream lines(program.read("out.csv"));
    std::string line;
    std::getline(lines, line);
    CHECK(line == "round,group,id");
    std::map<std::string, int> sizes;
    std::set<std::string> ids;
    while (std::getline(lines, line)) {
        CHECK(line.starts_with("1,"));
        ++sizes[line.substr(2, 1)];
        ids.insert(line.substr(4));
    }
    CHECK(ids.size() == 30);
    CHECK(sizes.size() == 5);
    CHECK(program.answer({"groups", "--list", "people.csv", "--size", "6"}) ==
          program.read("out.csv"));
    CHECK(program.answer({"groups", "--list", "people.csv", "--size", "6", "--seed", "7"}) !=
          program.read("out.csv"));
}

TEST_CASE("groups that cannot be are refused in words") {
    const OrganiserProgram program;
    program.write("people.csv", people_list(2));
    const auto status = [&](std::vector<std::string> words) {
        words.insert(words.begin(), "groups");
        return program.run(words).status;
    };
    CHECK(status({"--list", "people.csv", "--count", "0"}) == 2);
    CHECK(status({"--list", "people.csv", "--size", "-1"}) == 2);
    CHECK(status({"--list", "people.csv", "--count", "many"}) == 2);
    CHECK(status({"--list", "people.csv"}) == 2);
    CHECK(status({"--list", "people.csv", "--count", "1", "--size", "2"}) == 2);
    CHECK(status({"--count", "1"}) == 2);
    CHECK(status({"mote", "--list", "people.csv", "--count", "1"}) == 2);
    CHECK(status({"--list", "missing.csv", "--count", "1"}) == 1);
    CHECK(program.run({"groups", "--list", "people.csv", "--count", "3"}).errors ==
          "stormote: 3 groups are too many for 2 people. Choose at most 2.\n");
    for (const char *option : {"--rounds", "--apart", "--together", "--steps"}) {
        CHECK(status({"--list", "people.csv", "--count", "2", option, "1"}) == 2);
    }
    program.make_empty_event();
    CHECK(status({"tom", "--count", "1"}) == 1);
}

TEST_CASE("lists of people that cannot be used name the line") {
    const auto problems = [](std::string_view text) {
        std::vector<std::string> found;
        for (const ListProblem& problem : read_people(text).problems) {
            found.push_back(std::to_string(problem.line) + " " + problem.column);
        }
        return found;
    };
    using Places = std::vector<std::string>;
    CHECK(problems("id,name,organisation,sector,role\na,b,c,d,e\n").empty());
    CHECK(problems("id;name;organisation;sector;role\r\na;b;c;d;e\r\n").empty());
    CHECK(problems("name,organisation,sector\nb,c,d\n") == Places{"1 id", "1 role"});
    CHECK(problems("id,name,organisation,sector,role\na,b,c,d,e\n\na,x,y,z,e\n,b,c,d,e\n") ==
          Places{"4 id", "5 id"});
    CHECK(problems("") == Places{"0 "});
    CHECK(problems("id,name,organisation,sector,role\na,\"b,c,d,e\n") == Places{"2 "});
}

TEST_CASE("the groups of an event are recorded, and stand in the file that is asked for") {
    const OrganiserProgram program;
    program.make_event(24);
    const std::string before = program.record();
    CHECK(program.run({"groups", "mote", "--count", "25"}).status == 1);
    CHECK(program.run({"groups", "mote", "--count", "4", "--out", "no/out.csv"}).status == 1);
    CHECK(program.record() == before);
    const auto json = program.json({"groups", "mote", "--count", "4", "--out", "o.csv", "--json"});
    CHECK(json["groups"] == 4);
    CHECK(json["people"] == 24);
    std::map<int, int> sizes;
    for (const auto& row : program.json({"export", "mote", "groups", "--format", "json"})) {
        ++sizes[row["group"]];
        const std::string line = "1," + std::to_string(row["group"].get<int>()) + "," +
                                 row["attendee"].get<std::string>() + "\n";
        CHECK(program.read("o.csv").find(line) != std::string::npos);
    }
    CHECK(sizes == std::map<int, int>{{1, 6}, {2, 6}, {3, 6}, {4, 6}});
}

}  // namespace stormote
