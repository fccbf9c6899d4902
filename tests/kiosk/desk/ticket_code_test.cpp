#include "kiosk/desk/ticket_code.h"

#include <catch2/catch.hpp>

#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::EventDesk;

TEST_CASE("the code on a label is that of the ticket that admits, and of no other") {
    EventDesk desk;
    const AttendeeId person = desk.add({"Åsa", "Öberg"});
    CHECK(ticket_code(*desk, person).side == 0);
    const auto ticket = desk->issue_tickets(EventDesk::staff).at(0).ticket;
    const TicketCode code = ticket_code(*desk, person);
    CHECK(code.side == 25);
    CHECK(code.dark.size() == 625);
    desk.record(TicketMarked{ticket, TicketMark::revoked});
    CHECK(ticket_code(*desk, person).side == 0);
    CHECK(ticket_code(*desk, AttendeeId{}).side == 0);
}

}  // namespace stormote
