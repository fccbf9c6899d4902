// What was decided of a list's rows, kept beside the record.
#include "kiosk/desk/lists/remembered_rows.h"

#include <catch2/catch.hpp>

#include "tests/support/record/event_desk.h"

namespace stormote {

using namespace testing;

TEST_CASE("what was decided of rows is kept while the file is closed, and added to") {
    EventDesk event;
    CHECK(remembered_rows(*event).rows.empty());
    const AttendeeId asa = event.add({"Åsa", "Öberg"});
    const std::string row = remembered_rows(*event).fingerprint("Namn\tÅsa\n");
    const std::string other = remembered_rows(*event).fingerprint("Namn\tBo\n");
    CHECK(row != other);
    remember_rows(*event, {{row, {asa}}});
    remember_rows(*event, {{other, {}}});
    event.reopen();
    const RowMemory memory = remembered_rows(*event);
    CHECK(memory.rows == RowMemory::Rows{{row, {asa}}, {other, {}}});
    CHECK(memory.fingerprint("Namn\tÅsa\n") == row);
}

TEST_CASE("a fingerprint tells nothing without the event's key: another event has another") {
    EventDesk event;
    EventDesk another("2022-10-12T18:00", 2);
    CHECK(remembered_rows(*event).fingerprint("Åsa") !=
          remembered_rows(*another).fingerprint("Åsa"));
}

TEST_CASE("a row about somebody who was erased is forgotten") {
    EventDesk event;
    const AttendeeId asa = event.add({"Åsa", "Öberg"});
    remember_rows(*event, {{"0a", {asa}}, {"0b", {}}});
    event.record(asa, AttendeeErased{});
    CHECK(remembered_rows(*event).rows == RowMemory::Rows{{"0b", {}}});
    remember_rows(*event, {});
    CHECK_THAT(event->drafts().find("decided rows").value_or(""), !Catch::Contains(to_string(asa)));
}

}  // namespace stormote
