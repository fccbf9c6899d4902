// erase: destroying what is held about somebody on a decision, or refusing to, of an event made
// from nothing.
#include <catch2/catch.hpp>

#include "tests/kiosk/cli/personal/two_people.h"
#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"

namespace stormote {

using Catch::Contains;
using testing::make_two_people;
using testing::OrganiserProgram;

TEST_CASE("erase destroys a person on a decision, says what goes, and what stays in words") {
    const OrganiserProgram program;
    const std::string id = make_two_people(program);
    const auto held = program.json({"personal-data", "tom", "--attendee", id});
    static_cast<void>(
        program.answer({"check-in", "tom", held["tickets"][0]["short_code"].get<std::string>()}));
    static_cast<void>(program.answer({"groups", "tom", "--count", "1"}));
    program.write("agenda.csv",
                  "Nr;Rubrik;Fråga;Börjar;Slutar;Omgång\n1;Kontakt;Hur?;18.50;19.15;1\n");
    static_cast<void>(program.answer({"import-agenda", "tom", "agenda.csv"}));
    static_cast<void>(program.answer(
        {"note", "tom", "--group", "1", "--question", "1", "--kind", "point", "Åsa Öberg ringer"}));
    const std::string before = program.record("tom");
    const auto tried =
        program.run({"erase", "tom", "--attendee", id, "--decision", "DHP § 12", "--dry-run"});
    CHECK(tried.status == 0);
    CHECK_THAT(tried.output, Contains("attendee_described\t1\n"));
    CHECK_THAT(tried.errors, Contains("Texts that name Åsa Öberg in words"));
    CHECK_THAT(tried.errors, Contains("Åsa Öberg ringer"));
    CHECK(program.record("tom") == before);
    const auto erased = program.run({"erase", "tom", "--attendee", id, "--decision", "DHP § 12"});
    CHECK(erased.status == 0);
    CHECK(erased.output == tried.output);
    CHECK_THAT(erased.errors, Contains("That cannot be undone."));
    CHECK(program.answer({"search", "tom", "asa"}).empty());
    const auto left = program.json({"personal-data", "tom", "--attendee", id});
    CHECK(left["erasures"][0]["decision"] == "DHP § 12");
    CHECK(left["name"].is_null());
    CHECK(program.run({"erase", "tom", "--attendee", id, "--decision", "x"}).status == 1);
    CHECK(program.run({"verify", "tom"}).status == 0);
}

TEST_CASE("a refused erasure is recorded with its reason, and needs one") {
    const OrganiserProgram program;
    const std::string id = make_two_people(program);
    CHECK(program.run({"erase", "tom", "--attendee", id, "--decision", "D", "--refuse"}).status ==
          2);
    CHECK(program.run({"erase", "tom", "--attendee", id}).status == 2);
    CHECK(program.run({"erase", "tom", "--attendee", id, "--decision", " "}).status == 2);
    CHECK(program.run({"erase", "tom", "--attendee", id, "--decision", "D", "--reason", "x"})
              .status == 2);
    static_cast<void>(program.answer({"erase", "tom", "--attendee", id, "--decision", "KS 4",
                                      "--refuse", "--reason", "Allmän handling"}));
    const auto held = program.json({"personal-data", "tom", "--attendee", id});
    CHECK(held["name"] == "Åsa Öberg");
    REQUIRE(held["refused_erasures"].size() == 1);
    CHECK(held["refused_erasures"][0]["decision"] == "KS 4");
    CHECK(held["refused_erasures"][0]["reason"] == "Allmän handling");
}

}  // namespace stormote
