// import: from the file on the disk to the answer.
#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/machine/organiser_program.h"

namespace stormote {

using testing::OrganiserProgram;

namespace {

const std::string good_list =
    "Förnamn;Efternamn;Förening;Sektor;Roll;E-post;Anmäld\r\n"
    "Åsa;Öberg;Eken;Studieförbund;Civilsamhället;asa@eken.example;2022-09-20\r\n"
    "Bo;Ek;Kommunen;;Förtroendevald;;2022-09-30\r\n";

}  // namespace

TEST_CASE("a list is tried, imported, and imported again without a change") {
    const OrganiserProgram program;
    program.make_empty_event();
    program.write("list.csv", good_list);
    const std::string record = program.record("tom");
    CHECK(program.answer({"import", "tom", "list.csv", "--dry-run"}) ==
          "Would be added: 2, updated: 0, unchanged: 0.\n");
    CHECK(program.record("tom") == record);
    CHECK(program.answer({"import", "tom", "list.csv"}) == "Added: 2, updated: 0, unchanged: 0.\n");
    const std::string imported = program.record("tom");
    const auto again = program.json({"import", "tom", "list.csv", "--json"});
    CHECK(again["added"] == 0);
    CHECK(again["updated"] == 0);
    CHECK(again["unchanged"] == 2);
    CHECK(again["problems"].empty());
    CHECK(program.record("tom") == imported);
    const auto rows = program.json({"export", "tom", "attendance", "--format", "json"});
    CHECK(rows[0]["name"] == "Bo Ek");
    CHECK(rows[0]["registration"] == "late");
    CHECK(rows[0]["role"] == "elected");
    CHECK(rows[1]["registration"] == "registered");
}

TEST_CASE("an import is taken back, and the same list imported anew") {
    const OrganiserProgram program;
    program.make_empty_event();
    program.write("list.csv", good_list);
    CHECK(program.run({"import", "tom", "--undo"}).status == 1);
    CHECK(program.run({"import", "tom"}).status == 2);
    CHECK(program.run({"import", "tom", "list.csv"}).status == 0);
    CHECK(program.run({"import", "tom", "list.csv", "--undo"}).status == 2);
    CHECK(program.answer({"import", "tom", "--undo"}) ==
          "Taken back. Cancelled: 2, as before: 0.\n");
    CHECK(program.json({"export", "tom", "attendance", "--format", "json"})[0]["status"] ==
          "cancelled");
    CHECK(program.answer({"import", "tom", "list.csv"}) == "Added: 2, updated: 0, unchanged: 0.\n");
    const auto taken = program.json({"import", "tom", "--undo", "--json"});
    CHECK(taken["cancelled"] == 2);
    CHECK(taken["restored"] == 0);
}

TEST_CASE("rows that a review has decided are decided in the next version of the list, too") {
    const OrganiserProgram program;
    program.make_empty_event();
    const std::string list =
        "Namn;Förening;E-post\nÅsa Öberg;Bron;asa(at)bron.example\nAnna och Per Svensson;Eken;\n"
        "Siv Lööf;Eken;\n";
    program.write("list.csv", list);
    CHECK(program.answer({"import", "tom", "list.csv", "--review", "rest.csv"}) ==
          "Added: 1, updated: 0, unchanged: 0.\n");
    CHECK(program.answer({"import", "tom", "rest.csv"}) == "Added: 3, updated: 0, unchanged: 0.\n");
    program.write("list.csv", list + "Bo Ek;Eken;\n");
    const auto tried = program.json({"import", "tom", "list.csv", "--dry-run", "--json"});
    CHECK(tried["as_last_time"] == 2);
    CHECK(program.answer({"import", "tom", "list.csv"}) == "Added: 1, updated: 0, unchanged: 4.\n");
    program.write("list.csv", "Namn;Förening;E-post\nÅsa Öberg;Eken;asa(at)bron.example\n");
    CHECK(program.run({"import", "tom", "list.csv"}).status == 1);
}

TEST_CASE("a row that is still not clear in a review is asked about again, and not left out") {
    const OrganiserProgram program;
    program.make_empty_event();
    program.write("list.csv",
                  "Namn;Förening;E-post\nÅsa Öberg;Bron;asa(at)bron.example\n"
                  "Anna och Per Svensson;Eken;\nBo Ek;Bron;bo(at)bron.example\n");
    REQUIRE(program.run({"import", "tom", "list.csv", "--review", "rest.csv"}).status == 0);
    std::string rest = program.read("rest.csv");
    for (const auto& [meant, unclear] :
         {std::pair("asa@bron.example", "asa(at)bron.example"),
          std::pair("\nPer Svensson;Eken;", "\nPer Svensson;Eken;per(at)")}) {
        const std::size_t place = rest.find(meant);
        REQUIRE(place != std::string::npos);
        rest.replace(place, std::string_view(meant).size(), unclear);
    }
    program.write("rest.csv", rest);
    const auto first =
        program.json({"import", "tom", "rest.csv", "--review", "still.csv", "--json"});
    CHECK(first["added"] == 2);
    CHECK(first["doubtful"] == 2);
    const auto again =
        program.json({"import", "tom", "list.csv", "--review", "again.csv", "--json"});
    CHECK(again["as_last_time"] == 1);
    CHECK(again["unchanged"] == 1);
    CHECK(again["doubtful"] == 2);
    CHECK(program.answer({"import", "tom", "again.csv"}) ==
          "Added: 2, updated: 0, unchanged: 1.\n");
}

TEST_CASE("a pipe sees no progress, of an import or of pictures of tickets") {
    const OrganiserProgram program;
    program.make_empty_event();
    program.write("list.csv", good_list);
    CHECK(program.run({"import", "tom", "list.csv"}).errors ==
          "Not invited yet: 1. \"stormote invite\" writes to them.\n");
    const Finished tickets = program.run({"tickets", "tom", "--png", "pictures"});
    CHECK(tickets.status == 0);
    CHECK(tickets.errors.empty());
    CHECK(tickets.output.empty());
}

TEST_CASE("a list with problems changes nothing, ends with 1, and names them all") {
    const OrganiserProgram program;
    program.make_empty_event();
    program.write("list.csv", good_list + "Siv;Ås;Eken;;kung;siv(at)eken;\r\n;;Eken;;;;\r\n");
    const std::string record = program.record("tom");
    const Finished finished = program.run({"import", "tom", "list.csv", "--json"});
    CHECK(finished.status == 1);
    const auto answer = testing::parse_json(finished.output);
    CHECK(answer["added"] == 0);
    REQUIRE(answer["problems"].size() == 3);
    CHECK(answer["problems"][0]["line"] == 4);
    CHECK(answer["problems"][0]["column"] == "Roll");
    CHECK(answer["problems"][1]["column"] == "E-post");
    CHECK(answer["problems"][2]["line"] == 5);
    const Finished words = program.run({"import", "tom", "list.csv"});
    CHECK(words.status == 1);
    CHECK(words.output.empty());
    CHECK(words.errors.find("list.csv, line 4, column E-post: \"siv(at)eken\"") !=
          std::string::npos);
    CHECK(program.run({"import", "tom", "list.csv", "--language", "sv"})
              .errors.find("list.csv, rad 5, kolumn Förnamn: Namnet saknas.") != std::string::npos);
    CHECK(program.run({"import", "tom", "list.csv", "--dry-run"}).status == 1);
    CHECK(program.record("tom") == record);
}

TEST_CASE("files that are no lists are refused in words") {
    const OrganiserProgram program;
    program.make_empty_event();
    program.write("empty.csv", "");
    program.write("sheet.csv", "PK\x03\x04 something");
    program.write("nul.csv", std::string("Namn\nBo\0Ek\n", 11));
    for (const char *file : {"empty.csv", "sheet.csv", "nul.csv", "missing.csv", "."}) {
        const Finished finished = program.run({"import", "tom", file});
        INFO(finished.errors);
        CHECK(finished.status == 1);
        CHECK(finished.errors.find(file) != std::string::npos);
    }
    CHECK(program.run({"import", "tom"}).status == 2);
}

TEST_CASE("ten thousand people are imported, exported and counted") {
    const OrganiserProgram program;
    program.make_empty_event();
    std::string list = "Namn,Förening,E-post\n";
    for (int i = 0; i < 10'000; ++i) {
        list += fmt::format("Person Nummer{},\"Förening, {}\",p{}@exempel.se\n", i, i % 500, i);
    }
    program.write("list.csv", list);
    CHECK(program.json({"import", "tom", "list.csv", "--json"})["added"] == 10'000);
    CHECK(program.json({"import", "tom", "list.csv", "--json"})["unchanged"] == 10'000);
    CHECK(program.json({"statistics", "tom", "--json"})["registered"] == 10'000);
}

}  // namespace stormote
