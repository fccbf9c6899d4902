#include "sync/report/retention/retention.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "sync/base/local_time.h"
#include "tests/support/record/event_desk.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

RetentionFacts facts_on(const std::string& local_time) {
    RetentionFacts facts;
    facts.now_ms = *instant_of(local_time);
    facts.is_clock_measured = true;
    return facts;
}

RetentionRow row_of(const EventState& state, const RetentionFacts& facts, DocumentKind kind) {
    return retention_rows(state, facts).at(static_cast<std::size_t>(kind));
}

void set(EventDesk& desk, SettingField field, const std::string& text) {
    desk.record(SettingsDescribed{FieldSetter<SettingField>{}.set(field, text).take()});
}

std::vector<std::string_view> unmet(const EventState& state, const RetentionFacts& facts) {
    std::vector<std::string_view> words;
    for (const UnmetCondition& condition :
         unmet_conditions(state, facts, kinds_to_purge(state, facts, PurgeExtent::all))) {
        words.push_back(stored_condition(condition.condition));
    }
    return words;
}

}  // namespace

TEST_CASE("documents are due on the day after their last one") {
    EventDesk desk;  // ends on 12 October 2022; 90 days
    const auto on = [&](const std::string& day) {
        return row_of(desk.state(), facts_on(day), DocumentKind::registrations);
    };
    CHECK(on("2022-10-13T09:00").last_day == "2023-01-10");
    CHECK(on("2022-10-13T09:00").days_left == 90);
    CHECK_FALSE(on("2023-01-10T23:59").is_due);
    CHECK(on("2023-01-10T23:59").days_left == 1);
    CHECK(on("2023-01-11T00:00").is_due);
    CHECK(on("2023-01-11T00:00").days_left == 0);
}

TEST_CASE("what the table keeps is never due, and has no day") {
    EventDesk desk;
    const RetentionRow row =
        row_of(desk.state(), facts_on("2099-01-01T00:00"), DocumentKind::notes);
    CHECK(row.is_kept);
    CHECK(row.last_day.empty());
    CHECK_FALSE(row.is_due);
}

TEST_CASE("what is about people goes with their registrations, however long the table says") {
    EventDesk desk;
    set(desk, SettingField::keep_table, "registrations 30\nmails 400\nneeds 10\nnotes keep");
    const RetentionFacts facts = facts_on("2022-10-20T09:00");
    CHECK(row_of(desk.state(), facts, DocumentKind::mails).last_day == "2022-11-11");
    CHECK(row_of(desk.state(), facts, DocumentKind::needs).last_day == "2022-10-22");
    CHECK(row_of(desk.state(), facts, DocumentKind::notes).last_day.empty());
}

TEST_CASE("each kind of document is counted as what it is") {
    EventDesk desk;
    const AttendeeId person = desk.add({"Åsa", "Öberg"});
    desk.record(person, AttendeeDescribed{{{8, "Vegetariskt"}}});
    desk.record(person, MailNoted{MailId{Uuid{{1}}}, MailPurpose::invitation, MailStep::queued,
                                  "asa@example.org"});
    desk.record(AttendeeId{Uuid{{9}}},
                ContactDescribed{desk->organisation_id("Eken"), {{1, "Kim Ek"}}});
    desk.record(person, MessageLeft{MessageId{Uuid{{1}}}, MessageKind::contact, "Ring mig"});
    desk.record(person, MessageLeft{MessageId{Uuid{{2}}}, MessageKind::comment, "Bra"});
    desk.record(MessageLeft{MessageId{Uuid{{3}}}, MessageKind::comment, "Dåligt"});
    desk.record(AnswersGiven{AnswerSheetId{Uuid{{1}}}, {{1, "yes"}}});
    NoteWritten note;
    note.note = NoteId{Uuid{{1}}};
    desk.record(note);
    note.note = NoteId{Uuid{{2}}};
    note.kind = NoteKind::proposal;
    desk.record(note);
    RetentionFacts facts = facts_on("2022-10-20T09:00");
    facts.drafts = 4;
    std::vector<std::int64_t> counts;
    for (const RetentionRow& row : retention_rows(desk.state(), facts)) counts.push_back(row.count);
    CHECK(counts == std::vector<std::int64_t>{2, 1, 1, 4, 0, 1, 1, 2, 1, 1, 0, 0, 0, 0});
}

TEST_CASE("each condition that does not hold is named by its own word, with what to do") {
    EventDesk desk;
    RetentionFacts facts = facts_on("2022-10-20T09:00");
    facts.is_clock_measured = false;
    facts.has_store = true;
    facts.unsent = 3;
    facts.devices = {{desk->device(), EventDesk::evening_ms}};
    const AttendeeId person = desk.add({"Åsa", "Öberg"});
    desk.record(person, MessageLeft{MessageId{Uuid{{1}}}, MessageKind::contact, "Ring mig"});
    CHECK(unmet(desk.state(), facts) == std::vector<std::string_view>{"due", "unsent", "clock",
                                                                      "package", "devices",
                                                                      "requests"});
    for (const UnmetCondition& condition : unmet_conditions(
             desk.state(), facts, kinds_to_purge(desk.state(), facts, PurgeExtent::all))) {
        CHECK_FALSE(condition.message.english().empty());
        CHECK_FALSE(condition.remedy.english().empty());
        CHECK(condition_words(stored_condition(condition.condition)));
    }
}

TEST_CASE("where every condition holds none is named") {
    EventDesk desk;
    RetentionFacts facts = facts_on("2023-02-01T09:00");
    facts.has_store = true;
    facts.devices = {{desk->device(), *instant_of("2022-10-12T22:00")},
                     {DeviceId{Uuid{{7}}}, EventDesk::evening_ms}};
    facts.written_off = {DeviceId{Uuid{{7}}}};
    const AttendeeId person = desk.add({"Åsa", "Öberg"});
    const MessageId wish{Uuid{{1}}};
    desk.record(person, MessageLeft{wish, MessageKind::contact, "Ring mig"});
    desk.record(person, MessageDescribed{wish, {{9, "Vi har ringt."}}});
    facts.is_packaged = true;
    CHECK(unmet(desk.state(), facts).empty());
}

TEST_CASE("what is due is purged alone, and with all whatever the table does not keep") {
    EventDesk desk;
    set(desk, SettingField::keep_table, "needs 10");
    const RetentionFacts facts = facts_on("2022-11-01T09:00");
    CHECK(kinds_to_purge(desk.state(), facts, PurgeExtent::due) ==
          std::vector<DocumentKind>{DocumentKind::needs});
    const auto all = kinds_to_purge(desk.state(), facts, PurgeExtent::all);
    CHECK(all == std::vector<DocumentKind>{DocumentKind::registrations, DocumentKind::needs,
                                           DocumentKind::mails, DocumentKind::drafts,
                                           DocumentKind::labels, DocumentKind::contact_requests});
}
