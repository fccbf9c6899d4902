// carry-over: the next meeting of a series, made from the last one by the real program.
#include <catch2/catch.hpp>

#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/machine/organiser_program.h"

namespace stormote {

using Catch::Contains;
using testing::OrganiserProgram;

TEST_CASE("the next meeting has the last one's tables, questions and register, and nobody") {
    const OrganiserProgram program;
    program.make_event();
    program.write("register.csv",
                  "Organisation;Kontaktperson;E-post\nNya kören;Eva Alm;"
                  "eva@example.org\n");
    static_cast<void>(program.answer({"organisations", "mote", "--import", "register.csv"}));
    for (const auto& ticket : program.tickets()) {
        static_cast<void>(program.answer({"check-in", "mote", ticket[2]}));
    }
    const auto made = program.run(
        {"carry-over", "mote", "-o", "nasta", "--starts", "2030-02-12T17:30", "--no-passphrase"});
    REQUIRE(made.status == 0);
    CHECK_THAT(made.errors,
               Contains("Of people only the contacts of organisations were carried over: 1."));
    const std::string settings = program.answer({"settings", "nasta"});
    CHECK_THAT(settings, Contains("Starts: 2030-02-12 17:30\n"));
    CHECK_THAT(settings, Contains("Register by:\n"));
    CHECK(testing::parse_json(
              program.answer({"export", "nasta", "attendance", "--format", "json", "-o", "-"}))
              .empty());
    CHECK_THAT(program.answer({"organisations", "nasta"}),
               Contains("Nya kören\t\tEva Alm\teva@example.org\t0\n"));
    // The record says nothing of those who were there.
    const std::string record = program.record("nasta");
    for (const auto& ticket : program.tickets()) {
        CHECK(record.find(ticket[0]) == std::string::npos);
    }
    // The same people as before meet others.
    program.write("folk.csv",
                  program.answer({"export", "mote", "attendance", "--format", "csv", "-o", "-"}));
    static_cast<void>(program.run({"import", "nasta", "folk.csv", "--review", "rest.csv"}));
    const auto groups = program.json({"groups", "nasta", "--count", "4", "--json"});
    CHECK(groups.at("criteria").contains("repeated_pairs"));
    const auto first = program.json({"groups", "mote", "--count", "4", "--json"});
    CHECK_FALSE(first.at("criteria").contains("repeated_pairs"));
}

TEST_CASE("a next meeting that ends before it starts is not made") {
    const OrganiserProgram program;
    program.make_event();
    const auto refused = [&](const std::string& option, const std::string& time) {
        const auto finished =
            program.run({"carry-over", "mote", "-o", "nasta", option, time, "--no-passphrase"});
        CHECK(finished.status == 1);
        CHECK_FALSE(program.exists("nasta"));
        return finished.errors;
    };
    CHECK_THAT(refused("--starts", "i morgon"), Contains("is not a date and time"));
    CHECK_THAT(refused("--ends", "1999-01-01T10:00"), Contains("before it starts"));
    CHECK(program.run({"carry-over", "mote", "-o", "mote", "--no-passphrase"}).status == 1);
    CHECK(program.tickets().size() == 24);
}

}  // namespace stormote
