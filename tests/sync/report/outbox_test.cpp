#include "sync/report/outbox.h"

#include <catch2/catch.hpp>

#include "tests/support/record/event_desk.h"
#include "tests/support/record/operation_maker.h"

namespace stormote {

using testing::EventDesk;

namespace {

const auto mail = testing::small_id<MailId>(1);
constexpr std::int64_t day_ms = 86'400'000;

}  // namespace

TEST_CASE("somebody is invited once, again at a corrected address, and never once they cancelled") {
    EventDesk event;
    const AttendeeId asa = event.add({"Åsa", "Öberg", "", AttendeeRole::civil, "asa@example.org"});
    const AttendeeId bo = event.add({"Bo", "Ek", ""});
    REQUIRE(not_invited(event.state()).size() == 1);
    CHECK(without_address(event.state()) == std::vector{bo});
    event.record(asa,
                 MailNoted{mail, MailPurpose::invitation, MailStep::queued, "asa@example.org"});
    CHECK(not_invited(event.state()).empty());
    CHECK(queued_mails(event.state(), MailPurpose::invitation).size() == 1);
    CHECK(queued_mails(event.state(), MailPurpose::reminder).empty());
    event.record(asa, MailNoted{mail, MailPurpose::invitation, MailStep::refused, "asa@example.org",
                                "550 No"});
    CHECK(not_invited(event.state()).empty());
    event->correct(asa, {{AttendeeField::email, "asa@example.com"}}, EventDesk::staff);
    CHECK(not_invited(event.state()).size() == 1);
    event->cancel(asa, EventDesk::staff);
    CHECK(not_invited(event.state()).empty());
    CHECK_FALSE(recipient_of(event.state(), {mail, asa}));
}

TEST_CASE("a reminder that waits is not written a second time, one of yesterday is") {
    EventDesk event;
    const AttendeeId asa = event.add({"Åsa", "Öberg", "", AttendeeRole::civil, "asa@example.org"});
    event.record(asa, MailNoted{mail, MailPurpose::reminder, MailStep::queued, "asa@example.org"});
    CHECK(not_reminded(event.state(), EventDesk::evening_ms + day_ms).empty());
    event.record(asa,
                 MailNoted{mail, MailPurpose::reminder, MailStep::handed_over, "asa@example.org"});
    CHECK(not_reminded(event.state(), EventDesk::evening_ms - day_ms).empty());
    CHECK(not_reminded(event.state(), EventDesk::evening_ms + day_ms).size() == 1);
}

}  // namespace stormote
