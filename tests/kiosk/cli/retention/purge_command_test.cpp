// purge: what the real program says, destroys and writes.
#include <catch2/catch.hpp>

#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/machine/organiser_program.h"

namespace stormote {

using Catch::Contains;
using testing::OrganiserProgram;

namespace {

// An evening that somebody came to, with the lines of the people's tickets.
std::vector<std::vector<std::string>> hold_evening(const OrganiserProgram& program) {
    program.make_event();
    const auto tickets = program.tickets();
    for (std::size_t i = 0; i < 9; ++i) {
        REQUIRE(program.run({"check-in", "mote", tickets[i][2]}).status == 0);
    }
    REQUIRE(program
                .run({"note", "mote", "--group", "1", "--question", "1", "--kind", "proposal",
                      "En lokal för alla"})
                .status == 0);
    return tickets;
}

const std::vector<std::string> purge_now{"purge",         "mote", "--now",      "--decision",
                                         "DHP 2024 § 12", "--by", "registrator"};

}  // namespace

TEST_CASE("a purge destroys the people, keeps statistics to the byte, and writes its protocol") {
    const OrganiserProgram program;
    const auto tickets = hold_evening(program);
    std::vector<std::string> before;
    for (const char *format : {"csv", "json", "xlsx", "pdf"}) {
        before.push_back(
            program.answer({"export", "mote", "statistics", "--format", format, "-o", "-"}));
    }
    auto call = purge_now;
    call.insert(call.end(), {"--protocol", "protocol.md"});
    const Finished finished = program.run(call);
    INFO(finished.errors);
    REQUIRE(finished.status == 0);
    CHECK_THAT(finished.output, Contains("Names and addresses in registration and attendance\t"));
    std::vector<std::string> after;
    for (const char *format : {"csv", "json", "xlsx", "pdf"}) {
        after.push_back(
            program.answer({"export", "mote", "statistics", "--format", format, "-o", "-"}));
    }
    CHECK(after == before);
    CHECK(program.answer({"tickets", "mote", "--text"}).empty());
    CHECK_THAT(program.answer({"export", "mote", "proposals", "--format", "csv", "-o", "-"}),
               Contains("En lokal för alla"));
    const std::string protocol = program.read("protocol.md");
    CHECK_THAT(protocol, Contains("DHP 2024 § 12") && Contains("registrator"));
    for (const auto& ticket : tickets) CHECK_THAT(protocol, !Contains(ticket[1]));
    CHECK(program.run({"verify", "mote"}).status == 0);
}

TEST_CASE("every form of the protocol is written, and says what was overridden") {
    const OrganiserProgram program;
    hold_evening(program);
    CHECK(program.run({"export", "mote", "protocol", "-o", "none.pdf"}).status == 1);
    CHECK_FALSE(program.exists("none.pdf"));
    REQUIRE(program.run(purge_now).status == 0);
    for (const char *format : {"pdf", "docx", "md", "csv", "json", "xlsx"}) {
        INFO(format);
        const std::string file = std::string("protocol.") + format;
        CHECK(program.run({"export", "mote", "protocol", "--format", format, "-o", file}).status ==
              0);
        CHECK_FALSE(program.read(file).empty());
    }
    CHECK_THAT(program.read("protocol.md"),
               Contains("No package for the archive held all of the record."));
    const nlohmann::json rows = testing::parse_json(program.read("protocol.json"));
    REQUIRE_FALSE(rows.empty());
    CHECK(rows.front().at("kind") == "registrations");
    CHECK(rows.front().at("decision") == "DHP 2024 § 12");
}

TEST_CASE("a dry run says what would go and what stands in the way, and changes nothing") {
    const OrganiserProgram program;
    hold_evening(program);
    const std::string before = program.record();
    const Finished finished = program.run({"purge", "mote", "--now", "--dry-run"});
    CHECK(finished.status == 0);
    CHECK_THAT(finished.output, Contains("attendance\t24\tis destroyed"));
    CHECK_THAT(finished.output, Contains("Proposals\t1\tis kept"));
    CHECK_THAT(finished.errors, Contains("stormote close EVENT"));
    CHECK(program.record() == before);
}

TEST_CASE("a purge is refused without a decision, before its day, and for a strange device") {
    const OrganiserProgram program;
    hold_evening(program);
    const std::string before = program.record();
    CHECK(program.run({"purge", "mote", "--now"}).status == 2);
    const Finished unmet = program.run({"purge", "mote", "--decision", "DHP 2024 § 12"});
    CHECK(unmet.status == 1);
    CHECK_THAT(unmet.errors, Contains("--now"));
    auto strange = purge_now;
    strange.insert(strange.end(), {"--write-off", "Entré 1"});
    CHECK(program.run(strange).status == 1);
    auto nowhere = purge_now;
    nowhere.insert(nowhere.end(), {"--protocol", "nowhere/protocol.pdf"});
    CHECK(program.run(nowhere).status == 1);
    auto odd = purge_now;
    odd.insert(odd.end(), {"--protocol", "protocol.xls"});
    CHECK(program.run(odd).status == 2);
    // As a terminal that is not set to UTF-8 sends "§".
    CHECK(program.run({"purge", "mote", "--now", "--decision", "DHP \xa7 12"}).status == 2);
    auto unreadable = purge_now;
    unreadable.back() = "registrator\xe5";
    CHECK(program.run(unreadable).status == 2);
    CHECK(program.record() == before);
}

}  // namespace stormote
