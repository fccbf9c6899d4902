#include "sync/report/event_tables.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "kiosk/documents/spreadsheet/table_writers.h"
#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/record/event_desk.h"
#include "tests/support/record/operation_maker.h"

namespace stormote {

using testing::EventDesk;
using testing::OperationMaker;
using testing::small_id;

namespace {

nlohmann::json rows_of(const Table& table) {
    return testing::parse_json(write_json(table));
}

}  // namespace

TEST_CASE("attendance has a row for everybody: who, from where, when and how") {
    EventDesk event;
    event.describe("Eken", "Studieförbund");
    const auto asa =
        event.add({"Åsa", "Öberg", "Eken", AttendeeRole::elected, "", "list", "2022-09-27T08:00"});
    event.add({"Bo", "Ek", "Eken", AttendeeRole::civil, "", "list", "2022-09-26"});
    event->plan_groups(2, 1, EventDesk::staff);
    event.come(asa);
    event.clock.advance_ms(60'000);
    event->check_out(asa, EventDesk::staff);
    static_cast<void>(
        event->walk_in({"Siv", "Ås", "Eken", "", AttendeeRole::civil, ""}, EventDesk::staff));
    const auto rows = rows_of(attendance_table(event.state()));
    REQUIRE(rows.size() == 3);
    CHECK(rows[0]["name"] == "Bo Ek");
    CHECK(rows[0]["registration"] == "registered");
    CHECK(rows[0]["status"] == "expected");
    CHECK(rows[0]["checked_in_at"].is_null());
    CHECK(rows[1]["name"] == "Siv Ås");
    CHECK(rows[1]["registration"] == "walk_in");
    CHECK(rows[1]["how"] == "walk_in");
    CHECK(rows[2]["name"] == "Åsa Öberg");
    CHECK(rows[2]["organisation"] == "Eken");
    CHECK(rows[2]["sector"] == "Studieförbund");
    CHECK(rows[2]["role"] == "elected");
    CHECK(rows[2]["registration"] == "late");
    CHECK(rows[2]["status"] == "left");
    CHECK(rows[2]["group"].is_number());
    CHECK(rows[2]["checked_in_at"] == "2022-10-12T16:00:00.000Z");
    CHECK(rows[2]["how"] == "name");
    CHECK(rows[2]["left_at"] == "2022-10-12T16:01:00.000Z");
}

TEST_CASE("attendance counts erased people and unknown tickets without naming anybody") {
    EventDesk event;
    const auto person = event.add({"Åsa", "Öberg", "Eken"});
    event.come(person);
    const TicketId erased{{8, 7, 6, 5, 4, 3, 2, 1}};
    event.record(person, AttendeeErased{"elected", Counted::yes, {erased}});
    static_cast<void>(event->check_in(event->tickets().write(erased), EventDesk::staff));
    const TicketId ticket{{1, 2, 3, 4, 5, 6, 7, 8}};
    static_cast<void>(event->check_in(event->tickets().write(ticket), EventDesk::staff));
    const auto rows = rows_of(attendance_table(event.state()));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0]["name"].is_null());
    CHECK(rows[0]["role"] == "elected");
    CHECK(rows[0]["status"] == "erased");
    CHECK(rows[1]["registration"] == "unknown_ticket");
    CHECK(rows[1]["status"] == "present");
    CHECK(write_csv(attendance_table(event.state()), Texts()).find("Öberg") == std::string::npos);
}

TEST_CASE("times are corrected by the clock offset of the device that noted them") {
    OperationMaker device(1);
    EventState state;
    const auto person = small_id<AttendeeId>(9);
    const Operation check_in = device.make(person, CheckedIn{}, 1'000'000);
    state.fold(check_in);
    state.fold(device.make(person, CheckedOut{{check_in.header.id}}, 1'060'000));
    state.fold(device.make(ClockMeasured{device.device(), -500'000}));
    const auto rows = rows_of(attendance_table(state));
    CHECK(rows[0]["checked_in_at"] == "1970-01-01T00:08:20.000Z");
    CHECK(rows[0]["left_at"] == "1970-01-01T00:09:20.000Z");
}

TEST_CASE("groups list who sits where, round by round") {
    EventDesk event;
    const auto asa = event.add({"Åsa", "Öberg", "Eken"});
    const auto bo = event.add({"Bo", "Ek", "Bron"});
    FieldSetter<GroupField> fields;
    fields.set(GroupField::name, "Lönnen").set(GroupField::facilitator, to_string(bo));
    event.record(GroupDescribed{2, fields.take()});
    event.record(GroupsPlanned{{{{asa, 2}, {bo, 2}}, {{asa, 1}, {bo, 2}}}});
    const auto rows = rows_of(groups_table(event.state()));
    REQUIRE(rows.size() == 4);
    CHECK(rows[0]["name"] == "Bo Ek");
    CHECK(rows[0]["facilitator"] == "yes");
    CHECK(rows[0]["table"] == "Lönnen");
    CHECK(rows[1]["name"] == "Åsa Öberg");
    CHECK(rows[1]["facilitator"] == "no");
    CHECK(rows[2]["round"] == 2);
    CHECK(rows[2]["group"] == 1);
    CHECK(rows[3]["group"] == 2);
}

TEST_CASE("notes stand by question and group, with how often they were written") {
    EventDesk event;
    FieldSetter<QuestionField> question;
    question.set(QuestionField::title, "Kontakt");
    event.record(QuestionDescribed{2, question.take()});
    event->write_note({3, 2, NoteKind::proposal, "=Kalender"}, EventDesk::staff);
    const NoteId edited = event->write_note({1, 2, NoteKind::point, "Först"}, EventDesk::staff);
    event->edit_note(edited, NoteKind::commitment, "Sedan", EventDesk::staff);
    const NoteId gone = event->write_note({1, 2, NoteKind::point, "Borta"}, EventDesk::staff);
    event->withdraw_note(gone, EventDesk::staff);
    const auto rows = rows_of(notes_table(event.state()));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0]["group"] == 1);
    CHECK(rows[0]["text"] == "Sedan");
    CHECK(rows[0]["kind"] == "commitment");
    CHECK(rows[0]["versions"] == 2);
    CHECK(rows[0]["in_conflict"] == "no");
    CHECK(rows[1]["question_title"] == "Kontakt");
    CHECK(write_csv(notes_table(event.state()), Texts()).find(";'=Kalender;") != std::string::npos);
}

TEST_CASE("proposals are the notes of that kind that stand") {
    EventDesk event;
    FieldSetter<QuestionField> question;
    question.set(QuestionField::title, "Kontakt");
    event.record(QuestionDescribed{2, question.take()});
    event.describe(3, GroupField::name, "Eken");
    const NoteId kept = event->write_note({3, 2, NoteKind::proposal, "Kalender"}, EventDesk::staff);
    event->write_note({3, 2, NoteKind::point, "Synpunkt"}, EventDesk::staff);
    const NoteId gone = event->write_note({3, 2, NoteKind::proposal, "Borta"}, EventDesk::staff);
    event->withdraw_note(gone, EventDesk::staff);
    const auto rows = rows_of(proposals_table(event.state()));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0] == testing::parse_json(R"({"question":2,"question_title":"Kontakt","group":3,
        "table":"Eken","text":"Kalender","written_at":"2022-10-12T16:00:00.000Z",
        "agreeing":null,"chosen":"no","note":")" +
                                         to_string(kept) + "\"}"));
}

TEST_CASE("attendance tells a substitute from a walk-in, and both from who registered late") {
    EventDesk event;
    event.add({"Ann", "Al", "Eken", AttendeeRole::civil, "", "list", "2022-09-26"});
    event.add({"Bo", "Bo", "Eken", AttendeeRole::civil, "", "list", "2022-09-27"});
    event.add({"Cia", "Ce", "Eken", AttendeeRole::civil, "", "substitute", "2022-10-12"});
    event.add({"Dan", "De", "Eken", AttendeeRole::civil, "", "walk_in", "2022-10-12"});
    std::vector<std::string> words;
    for (const auto& row : rows_of(attendance_table(event.state()))) {
        words.push_back(row["registration"]);
    }
    CHECK(words == std::vector<std::string>{"registered", "late", "substitute", "walk_in"});
}

TEST_CASE("versions in conflict are all shown, and marked") {
    OperationMaker one(1);
    OperationMaker other(2);
    EventState state;
    NoteWritten note;
    note.note = small_id<NoteId>(5);
    note.text = "Först";
    const Operation first = one.make(note);
    other.learn(first);
    note.replaces = {first.header.id};
    note.text = "Så";
    const Operation left = one.make(note);
    note.text = "Eller så";
    const Operation right = other.make(note);
    for (const Operation& operation : {right, first, left}) state.fold(operation);
    const auto rows = rows_of(notes_table(state));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0]["text"] == "Så");
    CHECK(rows[1]["text"] == "Eller så");
    CHECK(rows[0]["in_conflict"] == "yes");
    CHECK(rows[1]["versions"] == 3);
}

TEST_CASE("the operations are the same bytes whatever order they came in") {
    OperationMaker one(1);
    OperationMaker other(2);
    std::vector<Operation> operations;
    for (std::uint8_t i = 0; i < 20; ++i) {
        OperationMaker& device = i % 3 == 0 ? other : one;
        operations.push_back(device.make(small_id<AttendeeId>(i), CheckedIn{}, 1000 + i));
    }
    operations[4].body.reset();
    const std::string written = write_json(operations_table(operations));
    std::reverse(operations.begin(), operations.end());
    CHECK(write_json(operations_table(operations)) == written);
    std::rotate(operations.begin(), operations.begin() + 7, operations.end());
    CHECK(write_json(operations_table(operations)) == written);
    const auto rows = testing::parse_json(written);
    CHECK(rows.size() == 20);
    const auto has_no_body = [](const auto& row) { return row["body"].is_null(); };
    CHECK(std::count_if(rows.begin(), rows.end(), has_no_body) == 1);
    CHECK(rows[0]["kind"] == "checked_in");
    for (std::size_t i = 1; i < rows.size(); ++i) {
        CHECK(rows[i - 1]["lamport"] <= rows[i]["lamport"]);
    }
}

}  // namespace stormote
