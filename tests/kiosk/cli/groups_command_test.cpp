// groups: of an event, and of a bare list.
#include <map>
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

#include "kiosk/desk/desk.h"
#include "kiosk/lists/people_list.h"
#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/machine/organiser_program.h"

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
    for (const char *criterion : {"same_organisation_pairs", "sector_excess", "role_excess",
                                  "gender_excess", "size_spread"}) {
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
    const auto option = [&](const std::string& name, const std::string& value) {
        return status({"--list", "people.csv", "--count", "2", name, value});
    };
    CHECK(option("--rounds", "0") == 2);
    CHECK(option("--steps", "0") == 2);
    CHECK(option("--criterion", "sector=often") == 2);
    CHECK(option("--criterion", "colour") == 1);
    CHECK(option("--why", "nobody") == 1);
    for (const char *file : {"--apart", "--together", "--wishes", "--met"}) {
        CHECK(option(file, "missing.csv") == 1);
    }
    program.make_empty_event();
    CHECK(status({"tom", "--count", "1"}) == 1);
}

TEST_CASE("a mix that is too large is refused with a sentence, not when the memory is out") {
    const OrganiserProgram program;
    program.write("people.csv", people_list(5'001));
    const auto errors = [&](std::vector<std::string> words) {
        words.insert(words.begin(), {"groups", "--list", "people.csv"});
        const Finished finished = program.run(words);
        CHECK(finished.status == 1);
        CHECK(finished.output.empty());
        return finished.errors;
    };
    CHECK(errors({"--count", "1"}) ==
          "stormote: A group would have 5001 people, and at most 5000 are possible. Choose more "
          "groups.\n");
    CHECK(errors({"--count", "2", "--rounds", "100"})
              .starts_with("stormote: 5001 people in 2 groups over 100 rounds are too much"));
    std::string met = "round,group,id\n";
    for (int i = 0; i < 5'001; ++i) met += "1,1,P" + std::to_string(i) + "\n";
    program.write("met.csv", met);
    CHECK(errors({"--size", "8", "--met", "met.csv"}).find("12502500 pairs met") !=
          std::string::npos);
    const Finished demo = program.run({"demo", "mote", "--people", "200001", "--no-passphrase"});
    CHECK(demo.status == 2);
    CHECK(demo.errors ==
          "stormote: --people must be a number from 0 to 200000.\n"
          "More with: stormote demo --help\n");
    CHECK_FALSE(program.exists("mote"));
}

TEST_CASE("wishes hold, or are refused with the line that is at fault") {
    const OrganiserProgram program;
    program.write("people.csv", people_list(30));
    program.write("apart.csv", "a,b\nP0,P1\nP2,P3,P4\n");
    program.write("together.csv", "P5,P6\n");
    program.write("wishes.csv", "type,a,b\nfixed,P7,2\nfacilitator,P8,\ncapacity,1|2|3,9\n");
    const std::vector<std::string> call{
        "groups",    "--list",     "people.csv",   "--count",  "5",          "--apart",
        "apart.csv", "--together", "together.csv", "--wishes", "wishes.csv", "--json",
        "--out",     "groups.csv", "--rounds",     "2"};
    const auto json = program.json(call);
    CHECK(json["broken_wishes"].empty());
    CHECK(json["criteria"]["repeated_pairs"]["bound"] == 4);  // 29 people part into 25
    CHECK(program.read("groups.csv").find("2,2,P7\n") != std::string::npos);
    const auto errors_with = [&](const std::string& wishes) {
        program.write("apart.csv", wishes);
        const auto finished = program.run(call);
        CHECK(finished.status == 1);
        return finished.errors;
    };
    CHECK(errors_with("P0,P1\nP0,P99\n")
              .starts_with("apart.csv, line 2: There is nobody with the id \"P99\" in "
                           "the list."));
    CHECK(errors_with("P0,P0\n").find("P0 is named twice") != std::string::npos);
    CHECK(errors_with("P0\n").find("at least two people") != std::string::npos);
    CHECK(errors_with("P5,P6\n") ==
          "apart.csv:1: Apart: P5, P6.\n"
          "together.csv:1: Together: P5, P6.\n"
          "stormote: These wishes cannot all hold for 30 people in 5 groups: 2. Change or take "
          "away one of them.\n");
}

TEST_CASE("any column can be a criterion, and whoever has no value in it is told") {
    const OrganiserProgram program;
    std::string list = "id,name,organisation,sector,role,language,rounds\n";
    for (int i = 0; i < 12; ++i) {
        list += "P" + std::to_string(i) + ",Namn,Org,S,civil," + (i < 6 ? "so" : "") + "," +
                (i == 0 ? "1" : "") + "\n";
    }
    program.write("people.csv", list);
    const auto json = program.json({"groups", "--list", "people.csv", "--count", "3", "--rounds",
                                    "2", "--criterion", "language:3", "--json"});
    CHECK(json["criteria"]["language_excess"]["value"] == 0);
    CHECK_FALSE(json["criteria"].contains("sector_excess"));
    const auto finished = program.run({"groups", "--list", "people.csv", "--count", "3",
                                       "--criterion", "language", "--why", "P1"});
    CHECK(finished.errors.find("The column language is empty for 6 of 12 people") !=
          std::string::npos);
    CHECK(finished.errors.find("P1 sits in group ") != std::string::npos);
}

TEST_CASE("columns have Swedish words in sentences, and the same keys as ever in JSON") {
    const OrganiserProgram program("sv");
    program.write("people.csv", people_list(10));
    const std::vector<std::string> words{"groups", "--list", "people.csv",  "--count", "2",
                                         "--why",  "P1",     "--criterion", "sector"};
    const std::string said = program.run(words).errors;
    CAPTURE(said);
    CHECK(said.find("Spridning efter sektor: personer för många eller för få i någon grupp: 0 "
                    "(ingen indelning har färre än 0).") != std::string::npos);
    CHECK(said.find("för en jämn spridning efter sektor") != std::string::npos);
    auto in_json = words;
    in_json.push_back("--json");
    CHECK(program.json(in_json)["criteria"].contains("sector_excess"));
}

TEST_CASE("a thousand people of one organisation are dealt, and the bound says why they meet") {
    const OrganiserProgram program;
    std::string list = "id,name,organisation,sector,role\n";
    for (int i = 0; i < 1000; ++i) list += "P" + std::to_string(i) + ",Namn,Eken,S,civil\n";
    program.write("people.csv", list);
    const auto json = program.json({"groups", "--list", "people.csv", "--count", "10", "--json"});
    CHECK(json["is_optimal"] == true);
    CHECK(json["criteria"]["same_organisation_pairs"]["value"] == 49500);
    CHECK(json["criteria"]["same_organisation_pairs"]["reasons"][0] ==
          "Eken has 1000 people and there are 10 groups. Pairs that must share a group: 49500.");
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
    CHECK(problems("id,name,organisation,sector,role,rounds\na,b,c,d,e,two\n") ==
          Places{"2 rounds"});
    CHECK(problems("") == Places{"0 "});
    CHECK(problems("id,name,organisation,sector,role\na,\"b,c,d,e\n") == Places{"2 name"});
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
    // The three facilitators are not counted.
    CHECK(sizes.size() == 4);
    for (const auto& [group, size] : sizes) CHECK((size >= 5 && size <= 7));
}

TEST_CASE("nobody is dealt into a group that has closed, and a wish for it names its line") {
    const OrganiserProgram program;
    program.make_event(24);
    {
        const SystemClock clock;
        SystemRandom random;
        const auto desk =
            std::move(Desk::open(program.folder() / "mote", [] { return std::nullopt; },
                                 JournalAccess::write,
                                 {clock, random, program.folder() / "other", HashingCost{}, ""}))
                .value();
        FieldSetter<GroupField> fields;
        fields.set(GroupField::closed, "closed");
        const Body body{{}, ActingRole::organiser, GroupDescribed{2, fields.take()}};
        desk->record(std::span(&body, 1));
    }
    static_cast<void>(program.answer({"groups", "mote", "--count", "3", "--out", "o.csv"}));
    std::set<int> used;
    for (const auto& row : program.json({"export", "mote", "groups", "--format", "json"})) {
        used.insert(row["group"].get<int>());
    }
    CHECK(used == std::set<int>{1, 3, 4});
    CHECK(program.read("o.csv").find("1,4,") != std::string::npos);
    CHECK(program.read("o.csv").find("1,2,") == std::string::npos);
    program.write("w.csv", "capacity,2,5\n");
    const auto refused = program.run({"groups", "mote", "--count", "3", "--wishes", "w.csv"});
    CHECK(refused.status == 1);
    CHECK(refused.errors.find("Nobody can be dealt into group 2: it is closed.") !=
          std::string::npos);
    program.write("w.csv", "capacity,4,20\n");
    CHECK(program.run({"groups", "mote", "--count", "3", "--wishes", "w.csv"}).status == 0);
}

TEST_CASE("groups that are given at the door are no matter of a list") {
    const OrganiserProgram program;
    program.make_event(6);
    CHECK(program.run({"groups", "mote", "--count", "2", "--live"}).status == 0);
    CHECK(program.run({"groups", "--list", "people.csv", "--count", "2", "--live"}).status == 2);
}

}  // namespace stormote
