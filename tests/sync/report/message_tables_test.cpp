#include "sync/report/message_tables.h"

#include <catch2/catch.hpp>

#include "kiosk/documents/spreadsheet/table_writers.h"
#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/record/event_desk.h"
#include "tests/support/record/operation_maker.h"

namespace stormote {

using testing::EventDesk;
using testing::small_id;

namespace {

nlohmann::json rows_of(const Table& table) {
    return testing::parse_json(write_json(table));
}

MessageLeft message(std::uint8_t id, MessageKind kind, const char *text,
                    const char *department = "", const char *reach = "") {
    return {small_id<MessageId>(id), kind, text, reach, department};
}

}  // namespace

TEST_CASE("signed messages stand by department and time, anonymous ones last and without a time") {
    EventDesk event;
    const auto asa = event.add({"Åsa", "Öberg", "Eken"});
    event.record(message(9, MessageKind::comment, "Ärligt talat för långt"));
    event.record(message(8, MessageKind::comment, "Bra kaffe"));
    event.record(asa, message(7, MessageKind::comment, "Senare", "Skola"));
    event.clock.advance_ms(60'000);
    event.record(asa, message(6, MessageKind::comment, "Sist", "Skola"));
    event.record(asa, message(5, MessageKind::contact, "Bidrag", "Kultur", "070"));
    event.record(asa, message(4, MessageKind::joining, "Överenskommelsen"));
    const auto rows = rows_of(messages_table(event.state()));
    REQUIRE(rows.size() == 5);
    CHECK(rows[0]["text"] == "Bidrag");
    CHECK(rows[0]["kind"] == "contact");
    CHECK(rows[0]["reach"] == "070");
    CHECK(rows[1]["text"] == "Senare");
    CHECK(rows[1]["signed"] == "yes");
    CHECK(rows[1]["name"] == "Åsa Öberg");
    CHECK(rows[1]["organisation"] == "Eken");
    CHECK(rows[1]["left_at"] == "2022-10-12T16:00:00.000Z");
    CHECK(rows[2]["text"] == "Sist");
    CHECK(rows[3]["text"] == "Bra kaffe");
    CHECK(rows[3]["signed"] == "no");
    for (const char *key : {"name", "organisation", "left_at", "attendee", "reach"}) {
        CHECK(rows[3][key].is_null());
    }
    CHECK(rows[4]["text"] == "Ärligt talat för långt");
}

TEST_CASE("the guide's list has who wants to be contacted, and how they can be") {
    EventDesk event;
    testing::TestPerson omar{"Omar", "Ek", "Eken"};
    omar.email = "omar@example.org";
    const auto registered = event.add(omar);
    event.record(registered, AttendeeDescribed{{{6, "070-1"}, {7, "ar"}}});
    event.record(registered, message(1, MessageKind::contact, ""));
    event.record(registered, message(2, MessageKind::comment, "Hej"));
    const auto rows = rows_of(contacts_table(event.state()));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0]["reach"] == "070-1, omar@example.org");
    CHECK(rows[0]["language"] == "ar");
    CHECK(rows[0]["text"].is_null());
    event.record(registered, AttendeeErased{"civil", Counted::yes});
    CHECK(rows_of(contacts_table(event.state())).empty());
    CHECK(rows_of(messages_table(event.state())).empty());
}

TEST_CASE("the list of those that have joined says when and by whom, while they may be named") {
    EventDesk event;
    const auto asa = event.add({"Åsa", "Öberg", "Ängen"});
    const auto bo = event.add({"Bo", "Ek", "Ängen"});
    const auto omar = event.add({"Omar", "Ek", "Byalaget"});
    event.add({"Siv", "Ås", "Eken"});
    event.record(SettingsDescribed{{{number(SettingField::agreement), "Överenskommelsen"}}});
    REQUIRE(event->join_agreement(asa, EventDesk::staff) == Joining::joined);
    REQUIRE(event->join_agreement(omar, EventDesk::staff) == Joining::joined);
    auto rows = rows_of(joined_table(event.state()));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0]["organisation"] == "Byalaget");
    CHECK(rows[0]["declared_by"] == "Omar Ek");
    CHECK(rows[1]["organisation"] == "Ängen");
    CHECK(rows[1]["joined"] == "2022-10-12");
    event->take_back_joining(event->organisation_id("Ängen"), EventDesk::staff);
    REQUIRE(event->join_agreement(bo, EventDesk::staff) == Joining::joined);
    CHECK(rows_of(joined_table(event.state()))[1]["declared_by"] == "Bo Ek");
    event.record(bo, AttendeeErased{"civil", Counted::yes});
    event.record(omar, AttendeeErased{"civil", Counted::yes});
    rows = rows_of(joined_table(event.state()));
    CHECK(rows[0]["declared_by"].is_null());
    // Åsa's word was taken back.
    CHECK(rows[1]["declared_by"].is_null());
}

}  // namespace stormote
