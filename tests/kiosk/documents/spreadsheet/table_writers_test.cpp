#include "kiosk/documents/spreadsheet/table_writers.h"

#include <cstdlib>
#include <ctime>

#include <catch2/catch.hpp>

#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"

namespace stormote {

namespace {

Table one_cell(Cell cell) {
    return {{{"name", {"Name"}}}, {{std::move(cell)}}};
}

// What stands between the heading and the last line end.
std::string csv_of(Cell cell) {
    const std::string csv = write_csv(one_cell(std::move(cell)), Texts());
    const std::string start = "\xEF\xBB\xBFName\r\n";
    REQUIRE(csv.starts_with(start));
    REQUIRE(csv.ends_with("\r\n"));
    return csv.substr(start.size(), csv.size() - start.size() - 2);
}

}  // namespace

TEST_CASE("a CSV cell is quoted where it must be") {
    CHECK(csv_of("Åsa Öberg") == "Åsa Öberg");
    CHECK(csv_of("a;b") == "\"a;b\"");
    CHECK(csv_of("say \"hej\"") == "\"say \"\"hej\"\"\"");
    CHECK(csv_of("två\nrader") == "\"två\nrader\"");
    CHECK(csv_of({}).empty());
    CHECK(csv_of(std::int64_t{-3}) == "-3");
}

TEST_CASE("what a spreadsheet would run as a formula is defused") {
    CHECK(csv_of("=1+1") == "'=1+1");
    CHECK(csv_of("+46 70") == "'+46 70");
    CHECK(csv_of("-x") == "'-x");
    CHECK(csv_of("@SUM(A1)") == "'@SUM(A1)");
    CHECK(csv_of("\tx") == "\"'\tx\"");
    CHECK(csv_of("\rx") == "\"'\rx\"");
    CHECK(csv_of("=cmd|' /C calc'!A0;\"") == "\"'=cmd|' /C calc'!A0;\"\"\"");
    CHECK(csv_of("a=b") == "a=b");
}

TEST_CASE("instants are local time for people and UTC for programs") {
    setenv("TZ", "Europe/Stockholm", 1);
    tzset();
    const Instant evening{1'665'590'400'250};
    CHECK(csv_of(evening) == "2022-10-12 18:00");
    CHECK(write_json(one_cell(evening)) == "[\n{\"name\":\"2022-10-12T16:00:00.250Z\"}\n]\n");
}

TEST_CASE("words are sentences in CSV and codes in JSON") {
    const Word word{"walk_in", {"Walk-in"}};
    CHECK(csv_of(word) == "Walk-in");
    CHECK(write_json(one_cell(word)) == "[\n{\"name\":\"walk_in\"}\n]\n");
}

TEST_CASE("JSON keeps the columns in order and bytes that are not UTF-8 out") {
    const Table table{{{"b", {"B"}}, {"a", {"A"}}},
                      {{std::int64_t{1}, {}}, {std::string("\xFF"), std::string("\"å\"")}}};
    const std::string json = write_json(table);
    CHECK(json.starts_with("[\n{\"b\":1,\"a\":null},\n"));
    const auto parsed = testing::parse_json(json);
    CHECK(parsed[1]["a"] == "\"å\"");
    CHECK(parsed[1]["b"] == "\xEF\xBF\xBD");
    CHECK(write_json({{{"a", {"A"}}}, {}}) == "[]\n");
}

TEST_CASE("statistics as JSON have the names of the contract") {
    const auto json = testing::parse_json(write_json(count_events({})));
    for (const char *key :
         {"meetings", "organisations", "people_civil_society", "people_municipality", "elected",
          "officials", "walk_ins", "registered", "no_shows", "survey_answers", "joined"}) {
        CHECK(json[key] == 0);
    }
    CHECK(json["sectors"].empty());
}

}  // namespace stormote
