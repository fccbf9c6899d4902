// cancel, restore, revoke-ticket, reissue: a registration that changes, and what the door says of
// it.
#include <catch2/catch.hpp>

#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/machine/organiser_program.h"

namespace stormote {

using Catch::Contains;
using testing::OrganiserProgram;

namespace {

std::string verdict(const OrganiserProgram& program, const std::string& ticket) {
    return program.json({"check-in", "mote", "--json", ticket}).at("verdict");
}

std::string refused(const OrganiserProgram& program, const std::vector<std::string>& words) {
    const std::string before = program.record();
    const auto finished = program.run(words);
    CHECK(finished.status == 1);
    CHECK(program.record() == before);
    return finished.errors;
}

}  // namespace

TEST_CASE("a registration is cancelled and restored, and its ticket says so at the door") {
    const OrganiserProgram program;
    program.make_event();
    const auto tickets = program.tickets();
    const std::string& id = tickets[3][0];
    const std::string& name = tickets[3][1];
    CHECK(program.answer({"cancel", "mote", "--attendee", id}).empty());
    CHECK(verdict(program, tickets[3][2]) == "cancelled");
    CHECK_THAT(refused(program, {"cancel", "mote", "--attendee", id}),
               Contains("The registration of " + name + " is cancelled already."));
    CHECK(program.answer({"restore", "mote", "--attendee", id}).empty());
    CHECK_THAT(refused(program, {"restore", "mote", "--attendee", id}),
               Contains("The registration of " + name + " is not cancelled."));
    CHECK(verdict(program, tickets[3][2]) == "admitted");
    CHECK_THAT(refused(program, {"cancel", "mote", "--attendee", id}),
               Contains(name + " is checked in. Undo the check-in first"));
    CHECK_THAT(refused(program, {"cancel", "mote", "--attendee", "Bo"}), Contains("Bo"));
}

TEST_CASE("a ticket is revoked by its short code, and a new one lets its owner in") {
    const OrganiserProgram program;
    program.make_event();
    const auto tickets = program.tickets();
    const auto& lost = tickets[5];
    CHECK(program.answer({"revoke-ticket", "mote", "--ticket", lost[3]}).empty());
    CHECK(verdict(program, lost[2]) == "revoked");
    CHECK_THAT(refused(program, {"revoke-ticket", "mote", "--ticket", lost[2]}),
               Contains("is revoked already"));
    CHECK_THAT(refused(program, {"revoke-ticket", "mote", "--ticket", "ingen biljett"}),
               Contains("There is no ticket ingen biljett."));
    const std::string line = program.answer({"reissue", "mote", "--attendee", lost[0]});
    CHECK_THAT(line, Contains(lost[0] + "\t" + lost[1] + "\t"));
    const auto now = program.tickets();
    REQUIRE(now.size() == tickets.size());
    CHECK(now[5][2] != lost[2]);
    CHECK_THAT(line, Contains(now[5][2]));
    CHECK(now[4] == tickets[4]);
    CHECK(verdict(program, lost[2]) == "revoked");
    CHECK(verdict(program, now[5][3]) == "admitted");
    // Reissued once more, the one before is revoked, too.
    static_cast<void>(program.answer({"reissue", "mote", "--attendee", lost[0]}));
    CHECK(verdict(program, now[5][2]) == "revoked");
    CHECK(verdict(program, program.tickets()[5][2]) == "already_checked_in");
}

TEST_CASE("whose only ticket was revoked is given another with everybody's tickets") {
    const OrganiserProgram program;
    program.make_event();
    const auto tickets = program.tickets();
    CHECK(program.answer({"revoke-ticket", "mote", "--ticket", tickets[0][2]}).empty());
    const auto now = program.tickets();
    CHECK(now[0][0] == tickets[0][0]);
    CHECK(now[0][2] != tickets[0][2]);
    CHECK(verdict(program, now[0][2]) == "admitted");
    CHECK(program.tickets() == now);
}

}  // namespace stormote
