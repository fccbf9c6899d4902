#include "sync/report/readiness.h"

#include <map>

#include <catch2/catch.hpp>

#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::EventDesk;

namespace {

std::map<std::string, Ready> points(const EventDesk& event) {
    std::map<std::string, Ready> found;
    for (const ReadyPoint& point :
         event_readiness(event.state(), EventDesk::evening_ms - 3'600'000)) {
        CHECK_FALSE(point.message.english().empty());
        // Whatever is not settled says what to do, and names no command to who stands at a kiosk.
        CHECK((point.ready == Ready::yes) == !point.remedy.has_value());
        CHECK(!(point.remedy && point.remedy->english().find("stormote ") != std::string::npos));
        found[point.name] = point.ready;
    }
    CHECK(found.size() == 11);
    return found;
}

}  // namespace

TEST_CASE("an event from nothing lacks what the evening cannot do without") {
    const EventDesk event;
    const auto found = points(event);
    CHECK(found.at("people") == Ready::no);
    CHECK(found.at("groups") == Ready::no);
    CHECK(found.at("tables") == Ready::look);
    CHECK(found.at("agenda") == Ready::look);
    CHECK(found.at("pin") == Ready::no);
    CHECK(found.at("tickets") == Ready::yes);
    CHECK(found.at("times") == Ready::look);
    CHECK(found.at("keeping") == Ready::look);
    CHECK(event_readiness(event.state(), EventDesk::evening_ms + 86'400'000).front().ready ==
          Ready::no);
}

TEST_CASE("point by point an event becomes ready") {
    EventDesk event;
    const Actor organiser{ActingRole::organiser};
    const AttendeeId asa = event.add({"Åsa", "Öberg", "Eken"});
    const AttendeeId bo = event.add({"Bo", "Ek", "Bron", AttendeeRole::civil, "bo@example.org"});
    CHECK(points(event).at("people") == Ready::yes);
    CHECK(points(event).at("tickets") == Ready::no);
    event->issue_tickets(organiser);
    CHECK(points(event).at("tickets") == Ready::yes);
    event->plan_groups(2, 1, organiser);
    CHECK(points(event).at("groups") == Ready::yes);
    CHECK(points(event).at("tables") == Ready::look);
    for (const GroupNumber group : {1, 2}) {
        event.describe(group, GroupField::place, "Vid fönstret");
        event.describe(group, GroupField::facilitator, to_string(group == 1 ? asa : bo));
    }
    CHECK(points(event).at("tables") == Ready::yes);
    event.record(QuestionDescribed{1, {{1, "Kontakt"}, {5, "1"}}});
    event.record(QuestionDescribed{2, {{1, "Mål"}, {5, "2"}}});
    CHECK(points(event).at("agenda") == Ready::look);
    event.record(QuestionDescribed{2, {{5, "1"}}});
    CHECK(points(event).at("agenda") == Ready::yes);
    CHECK(points(event).at("invitations") == Ready::look);
    event.record(bo, MailNoted{{}, MailPurpose::invitation, MailStep::handed_over});
    CHECK(points(event).at("invitations") == Ready::yes);
    event->set_staff_pin("1234", organiser);
    event.record(SettingsDescribed{{{4, "2022-10-12T17:30"}, {21, "DHP § 12"}}});
    for (const auto& [name, ready] : points(event)) {
        CAPTURE(name);
        CHECK(ready == Ready::yes);
    }
    // Somebody in a wheelchair, and no table for it.
    event.record(asa, AttendeeDescribed{{{9, "rullstol"}}});
    CHECK(points(event).at("needs") == Ready::look);
    const GroupNumber seat = *group_of(event.state(), asa);
    event.describe(seat == 1 ? 2 : 1, GroupField::offers, "accessible");
    CHECK(points(event).at("needs") == Ready::look);
    event.describe(seat, GroupField::offers, "accessible");
    CHECK(points(event).at("needs") == Ready::yes);
}

}  // namespace stormote
