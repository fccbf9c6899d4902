#include "sync/report/audit_table.h"

#include <set>

#include <catch2/catch.hpp>

#include "kiosk/documents/spreadsheet/table_writers.h"
#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/record/every_kind.h"

namespace stormote {

using testing::OperationMaker;
using testing::small_id;

namespace {

const auto asa = small_id<AttendeeId>(1);

nlohmann::json audit_of(const std::vector<Operation>& operations) {
    EventState state;
    for (const Operation& operation : operations) state.fold(operation);
    return testing::parse_json(write_json(audit_table(state, operations)));
}

}  // namespace

TEST_CASE("the audit says who did what to whom, when, and on which device") {
    OperationMaker door(1);
    DeviceIntroduced introduced;
    introduced.name = "Entrén";
    std::vector<Operation> operations;
    operations.push_back(door.make(introduced, 1'000));
    operations.push_back(door.make(asa, AttendeeDescribed{{{1, "Åsa"}}}, 2'000));
    operations.push_back(door.make(asa, CheckedIn{CheckInMethod::name, {}, 3}, 3'000));
    // A device is the hash of its key.
    for (Operation& operation : operations) {
        operation.header.device = device_of(introduced.public_key);
    }
    const auto rows = audit_of(operations);
    REQUIRE(rows.size() == 3);
    CHECK(rows[1]["done"] == "person");
    CHECK(rows[2]["at"] == "1970-01-01T00:00:03.000Z");
    CHECK(rows[2]["device"] == "Entrén");
    CHECK(rows[2]["acting"] == "staff");
    CHECK(rows[2]["done"] == "checked_in");
    CHECK(rows[2]["about"] == "Åsa");
    CHECK(rows[2]["group"] == 3);
}

TEST_CASE("the audit goes by corrected clocks, and names a device without a name by its id") {
    OperationMaker late(1);
    OperationMaker right(2);
    const auto first = late.make(NoteWritten{}, 9'000);
    const auto measured = late.make(ClockMeasured{late.device(), -8'000}, 9'000);
    const auto second = right.make(NoteWritten{}, 2'000);
    const auto rows = audit_of({second, measured, first});
    REQUIRE(rows.size() == 3);
    CHECK(rows[0]["at"] == "1970-01-01T00:00:01.000Z");
    CHECK(rows[0]["operation"] == to_string(first.header.id));
    CHECK(rows[0]["device"] == "00000000");
    CHECK(rows[2]["operation"] == to_string(second.header.id));
}

TEST_CASE("the audit tells a note that is written, changed and withdrawn apart") {
    OperationMaker table(1);
    NoteWritten note;
    note.group = 2;
    note.question = 1;
    note.text = "En hemlighet";
    const auto written = table.make(note, 1);
    note.replaces = {written.header.id};
    const auto changed = table.make(note, 2);
    note.state = NoteState::withdrawn;
    const auto withdrawn = table.make(note, 3);
    const auto rows = audit_of({written, changed, withdrawn});
    CHECK(rows[0]["done"] == "note_written");
    CHECK(rows[0]["question"] == 1);
    CHECK(rows[1]["done"] == "note_changed");
    CHECK(rows[2]["done"] == "note_withdrawn");
    // Who did what, not what was said.
    CHECK(rows.dump().find("hemlighet") == std::string::npos);
}

TEST_CASE("the audit tells a note's place apart from who agrees with it") {
    OperationMaker table(1);
    const auto note = small_id<NoteId>(6);
    const FieldNumber rank = number(FollowUpField::rank);
    const auto ordered = table.make(NoteMarked{note, {{rank, "5"}}}, 1);
    const auto agreed =
        table.make(NoteMarked{note, {{number(FollowUpField::agreeing), "4"}, {rank, "5"}}}, 2);
    const auto rows = audit_of({ordered, agreed});
    CHECK(rows[0]["done"] == "notes_ordered");
    CHECK(rows[1]["done"] == "note_marked");
    CHECK(only_orders_notes(ordered));
    CHECK_FALSE(only_orders_notes(agreed));
}

TEST_CASE("the audit keeps what was done to somebody who is erased, without the name") {
    OperationMaker door(1);
    std::vector<Operation> operations;
    operations.push_back(door.make(asa, AttendeeDescribed{{{1, "Åsa"}}}, 1));
    operations.push_back(door.make(asa, CheckedIn{}, 2));
    operations.push_back(door.make(asa, AttendeeErased{"civil", Counted::yes}, 3));
    operations.front().body.reset();
    const auto rows = audit_of(operations);
    CHECK(rows.dump().find("Åsa") == std::string::npos);
    for (const auto& row : rows) CHECK(row["about"] == "erased");
    CHECK(rows[0]["done"] == "person");
    CHECK(rows[0]["acting"].is_null());
    CHECK(rows[2]["done"] == "person_erased");
}

TEST_CASE("the audit has words for every kind of operation, and nothing else of them") {
    OperationMaker device(1);
    std::vector<Operation> operations;
    for (const BodyContent& content : testing::one_of_every_kind()) {
        operations.push_back(device.make(content, static_cast<std::int64_t>(operations.size())));
    }
    std::set<std::string> words;
    for (const auto& row : audit_of(operations)) words.insert(row["done"]);
    CHECK_FALSE(words.contains("unknown"));
    CHECK(words.size() == operations.size());
}

}  // namespace stormote
