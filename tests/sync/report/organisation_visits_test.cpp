#include "sync/report/organisation_visits.h"

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

nlohmann::json rows_of(const OrganisationVisit& visit) {
    return testing::parse_json(write_json(visit.table));
}

}  // namespace

TEST_CASE("each organisation that came has its people, and what the record ties to them") {
    EventDesk event;
    const auto asa = event.add({"Åsa", "Öberg", "Eken", AttendeeRole::elected});
    const auto bo = event.add({"Bo", "Ek", "Eken"});
    const auto siv = event.add({"Siv", "Lööf", "Tomma stolen"});
    event.come(asa);
    event.come(bo);
    event.clock.advance_ms(60'000);
    MessageLeft message{small_id<MessageId>(3), MessageKind::contact, "Ring", "", ""};
    event.record(bo, message);
    message.message = small_id<MessageId>(4);
    event.record(siv, message);

    const auto visits = organisation_visits(event.state());
    REQUIRE(visits.size() == 1);
    CHECK(visits[0].organisation == "Eken");
    const auto rows = rows_of(visits[0]);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0]["what"] == "came");
    CHECK(rows[0]["name"] == "Bo Ek");
    CHECK(rows[0]["at"] == "2022-10-12T16:00:00.000Z");
    CHECK(rows[1]["role"] == "elected");
    CHECK(rows[2]["what"] == "contact");
    CHECK(rows[2]["name"] == "Bo Ek");
}

TEST_CASE("who represents several organisations stands with each, in Swedish order") {
    EventDesk event;
    event.describe("Bron", "Idrott");
    FieldSetter<AttendeeField> fields;
    const auto person = event.add({"Åsa", "Öberg", "Ängen"});
    for (const auto& [id, organisation] : event.state().organisations()) {
        if (organisation.get(OrganisationField::name) == "Bron") {
            fields.set(AttendeeField::further_organisations, to_string(id));
        }
    }
    event.record(person, AttendeeDescribed{fields.take()});
    event.come(person);
    const auto visits = organisation_visits(event.state());
    REQUIRE(visits.size() == 2);
    CHECK(visits[0].organisation == "Bron");
    CHECK(visits[1].organisation == "Ängen");
    CHECK(rows_of(visits[0])[0]["name"] == "Åsa Öberg");
}

}  // namespace stormote
