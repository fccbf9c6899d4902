// What a purge destroys on the device on which it is done, what it keeps, and what it states.
#include "kiosk/desk/retention/purge.h"

#include <catch2/catch.hpp>

#include "kiosk/documents/exports.h"
#include "sync/base/local_time.h"
#include "sync/report/follow_up.h"
#include "sync/report/statistics/recorded_statistics.h"
#include "tests/support/record/canonical_state.h"
#include "tests/support/record/event_desk.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const PurgeOrder at_once{"DHP 2024 § 12", "registrator", PurgeTiming::now};

void set(EventDesk& desk, SettingField field, const std::string& text) {
    desk.record(SettingsDescribed{FieldSetter<SettingField>{}.set(field, text).take()});
}

RecordPurged purge_now(EventDesk& desk) {
    auto purged = purge(*desk, at_once);
    if (!purged) FAIL(purged.error().english());
    return std::move(purged).value();
}

std::int64_t count_of(const RecordPurged& purged, std::string_view kind) {
    for (const DestroyedCount& count : purged.counts) {
        if (count.kind == kind) return count.count;
    }
    return -1;
}

// What every format of a kind of export makes of the event.
std::vector<std::string> written(const EventDesk& desk, std::string_view kind) {
    std::vector<std::string> files;
    const Texts english;
    for (const ExportKind& known : export_kinds()) {
        if (known.name != kind) continue;
        for (const ExportFormat& format : known.formats) {
            auto file = format.write({desk.state(), english});
            REQUIRE(file);
            files.push_back(std::move(file).value());
        }
    }
    REQUIRE_FALSE(files.empty());
    return files;
}

// Everybody's evening, as far as statistics can tell it apart.
void invite_everybody(EventDesk& desk) {
    desk.describe("Ekens scoutkår", "Idrott");
    desk.describe("Kyrkan", "Trossamfund");
    for (const char *name : {"Åsa", "Bo", "Cecilia"}) {
        desk.clock.advance_ms(1'000'000);
        desk.come(desk.add({name, "Öberg", "Ekens scoutkår"}));
    }
    desk.come(desk.add({"Disa", "Ek", "Kyrkan", AttendeeRole::civil, "disa@example.org"}));
    desk.come(desk.add({"Ebbe", "Ek", "", AttendeeRole::elected}));
    static_cast<void>(desk.add({"Frans", "Ek", "Ekens scoutkår", AttendeeRole::official}));
    desk.record(AnswersGiven{AnswerSheetId{Uuid{{1}}}, {{1, "yes"}}});
}

}  // namespace

TEST_CASE("a purge takes the people, and every statistics export stays as it was to the byte") {
    EventDesk desk;
    invite_everybody(desk);
    const auto before = written(desk, "statistics");
    const RecordPurged purged = purge_now(desk);
    CHECK(desk.state().attendees().empty());
    CHECK(count_of(purged, "registrations") == 6);
    CHECK(written(desk, "statistics") == before);
    desk.reopen();
    CHECK(desk.state().attendees().empty());
    CHECK(written(desk, "statistics") == before);
}

TEST_CASE("a purge states its decision, who, what it overrode, and how far the record had come") {
    EventDesk desk;
    invite_everybody(desk);
    const auto heads = desk->journal().heads();
    const RecordPurged purged = purge_now(desk);
    REQUIRE(desk.state().purges().size() == 1);
    const RecordPurged& stated = desk.state().purges().begin()->second.content;
    CHECK(stated.decision == "DHP 2024 § 12");
    CHECK(stated.by == "registrator");
    CHECK(stated.overrides == std::vector<std::string>{"due", "clock", "package"});
    REQUIRE(stated.heads.size() == heads.size());
    CHECK(stated.heads.front().chain == heads.front().head.chain_hash);
    CHECK(purged.counts == stated.counts);
    for (const auto& [id, erased] : desk.state().erased()) {
        CHECK(erased.counted == (erased.role == "official" ? Counted::no : Counted::yes));
    }
}

TEST_CASE("contacts of organisations are people, too, and so is whoever nothing else is known of") {
    EventDesk desk;
    desk.record(AttendeeId{Uuid{{9}}},
                ContactDescribed{desk->organisation_id("Eken"), {{1, "Kim Ek"}}});
    desk.record(AttendeeId{Uuid{{8}}}, MailNoted{MailId{Uuid{{1}}}, MailPurpose::invitation,
                                                 MailStep::refused, "kim@example.org"});
    purge_now(desk);
    CHECK(desk.state().contacts().empty());
    CHECK(desk.state().mails().empty());
    CHECK(desk.state().erased().contains(AttendeeId{Uuid{{8}}}));
}

TEST_CASE("of somebody who was written down twice both records go, and they count once") {
    EventDesk desk;
    const AttendeeId one = desk.add({"Åsa", "Öberg"});
    const AttendeeId other = desk.add({"Åsa", "Oberg"});
    desk.come(one);
    desk->merge_people(other, one, {ActingRole::organiser});
    purge_now(desk);
    int counted = 0;
    for (const auto& [id, erased] : desk.state().erased()) {
        if (erased.counted == Counted::yes) ++counted;
    }
    CHECK(desk.state().erased().size() == 2);
    CHECK(counted == 1);
}

TEST_CASE("notes stay without who wrote them, as they stood and when they were written") {
    EventDesk desk;
    const AttendeeId author = desk.add({"Åsa", "Öberg"});
    NoteWritten first;
    first.note = NoteId{Uuid{{1}}};
    first.text = "Vi vill ha en lokal";
    desk.record(first);
    const OperationId replaced = desk.state().notes().at(first.note).versions.front().id;
    NoteWritten second = first;
    second.text = "Vi vill ha en stor lokal";
    second.replaces = {replaced};
    desk.record(author, second);
    const std::int64_t written_ms = desk.clock.wall_ms();
    desk.clock.advance_ms(86'400'000);
    purge_now(desk);
    const Note& note = desk.state().notes().at(first.note);
    const auto heads = note.heads(desk.state().device_table());
    REQUIRE(heads.size() == 1);
    CHECK(heads.front()->content.text == "Vi vill ha en stor lokal");
    CHECK(heads.front()->persons.empty());
    CHECK(heads.front()->wall_ms == written_ms);
}

TEST_CASE("comments stay without who signed them, with what became of them") {
    EventDesk desk;
    const AttendeeId author = desk.add({"Åsa", "Öberg"});
    const MessageId comment{Uuid{{1}}};
    desk.record(author, MessageLeft{comment, MessageKind::comment, "Mer fika", "070-1", "Kultur"});
    desk.record(author, MessageDescribed{comment, {{9, "Ja"}}});
    const MessageId wish{Uuid{{2}}};
    desk.record(author, MessageLeft{wish, MessageKind::contact, "Ring"});
    purge_now(desk);
    REQUIRE(desk.state().messages().size() == 1);
    const auto& [key, message] = *desk.state().messages().begin();
    CHECK(key.message == comment);
    CHECK_FALSE(key.person);
    CHECK(message.content.text == "Mer fika");
    CHECK(message.content.reach.empty());
    CHECK(message.content.department == "Kultur");
    CHECK(desk.state().message_descriptions().at(key).get(FollowUpField::answer) == "Ja");
}

TEST_CASE("where only needs are due the person stays, with everything else that was said") {
    EventDesk desk;
    set(desk, SettingField::keep_table, "needs 10");
    const AttendeeId person = desk.add({"Åsa", "Öberg", "", AttendeeRole::civil, "a@b.se"});
    desk.record(person, AttendeeDescribed{{{6, "070-1"}}});
    desk.record(person, AttendeeDescribed{{{6, ""}, {8, "Vegan"}, {9, "Rullstol"}}});
    desk.record(person, AttendeeDescribed{{{5, "asa@example.org"}}});
    desk.clock.advance_ms(30LL * 86'400'000);
    PurgeOrder order = at_once;
    order.timing = PurgeTiming::when_due;
    const auto refused = purge(*desk, order);
    REQUIRE_FALSE(refused);
    CHECK(desk.state().find_attendee(person)->get(AttendeeField::diet) == "Vegan");
    // Once all of it is packaged, the clock alone stands in the way.
    CHECK(preview_purge(*desk, order).unmet.size() == 2);
    RecordPackaged package;
    package.heads = record_heads(desk->journal().heads());
    desk.record(package);
    CHECK(preview_purge(*desk, order).unmet.size() == 1);
    set(desk, SettingField::keep_table,
        "needs 10\nregistrations keep\nmails keep\ndrafts keep\nlabels keep\ncontact requests "
        "keep");
    purge_now(desk);
    const Attendee& known = *desk.state().find_attendee(person);
    CHECK(known.get(AttendeeField::diet).empty());
    CHECK(known.get(AttendeeField::access_needs).empty());
    CHECK(known.full_name() == "Åsa Öberg");
    CHECK(known.get(AttendeeField::email) == "asa@example.org");
    // It was taken away in what went: what stood before must not come back.
    CHECK(known.get(AttendeeField::phone).empty());
    desk.reopen();
    CHECK(desk.state().find_attendee(person)->get(AttendeeField::phone).empty());
}

TEST_CASE("a purge that nobody decided, or that has nothing to destroy, changes nothing") {
    EventDesk desk;
    PurgeOrder order = at_once;
    const std::string before = describe_state(desk.state());
    CHECK_FALSE(purge(*desk, order));
    desk.add({"Åsa", "Öberg"});
    order.decision.clear();
    CHECK_FALSE(purge(*desk, order));
    CHECK(desk.state().attendees().size() == 1);
    CHECK(desk.state().purges().empty());
    purge_now(desk);
    const std::string after = describe_state(desk.state());
    CHECK_FALSE(purge(*desk, at_once));
    CHECK(describe_state(desk.state()) == after);
    CHECK(before != after);
}

TEST_CASE("a purge that cannot be recorded destroys nothing") {
    EventDesk desk;
    invite_everybody(desk);
    const std::string before = describe_state(desk.state());
    PurgeOrder order = at_once;
    order.decision = std::string(2'000'000, 'x');
    CHECK_THROWS(purge(*desk, order));
    CHECK(describe_state(desk.state()) == before);
}

TEST_CASE("drafts go with the purge, and those of a later evening stay") {
    EventDesk desk;
    invite_everybody(desk);
    desk->drafts().save("note of group 3", "Åsa Öberg sade");
    desk->drafts().save("wrong PINs", "2");
    purge_now(desk);
    CHECK_FALSE(desk->drafts().find("note of group 3"));
    desk->drafts().save("note of group 3", "nytt");
    desk.reopen();
    CHECK(desk->drafts().find("note of group 3") == "nytt");
}

TEST_CASE("whoever comes after a purge of needs counts in the statistics") {
    EventDesk desk;
    set(desk, SettingField::keep_table, "needs 10\nregistrations keep");
    const AttendeeId person = desk.add({"Åsa", "Öberg"});
    desk.record(person, AttendeeDescribed{{{8, "Vegan"}}});
    desk.come(person);
    CHECK(count_of(purge_now(desk), "needs") == 1);
    CHECK(desk.state().purges().begin()->second.content.statistics.empty());
    desk.come(desk.add({"Bo", "Ek"}));
    CHECK(count_events({&desk.state()}).people_civil_society == 2);
}

TEST_CASE("a comment that was signed is kept as one by the purges that follow") {
    EventDesk desk;
    set(desk, SettingField::keep_table,
        "registrations 30\nsigned comments keep\nanonymous answers 30");
    const AttendeeId author = desk.add({"Åsa", "Öberg"});
    desk.record(author, MessageLeft{MessageId{Uuid{{1}}}, MessageKind::comment, "Mer fika"});
    purge_now(desk);
    desk.record(AnswersGiven{AnswerSheetId{Uuid{{1}}}, {{1, "yes"}}});
    CHECK(count_of(purge_now(desk), "anonymous answers") == 1);
    REQUIRE(desk.state().messages().size() == 1);
    CHECK(desk.state().messages().begin()->second.content.text == "Mer fika");
    // Once the table takes them they go, though nobody's name is on them any more.
    set(desk, SettingField::keep_table, "registrations 30\nsigned comments 30");
    CHECK(count_of(purge_now(desk), "signed comments") == 1);
    CHECK(desk.state().messages().empty());
}

TEST_CASE("a decision that is no text is refused by the journal, and nothing is destroyed") {
    EventDesk desk;
    desk.add({"Åsa", "Öberg"});
    const std::string before = describe_state(desk.state());
    PurgeOrder order = at_once;
    order.decision = "DHP \xa7 12";
    CHECK_THROWS(purge(*desk, order));
    CHECK(describe_state(desk.state()) == before);
    desk.reopen();
    CHECK(describe_state(desk.state()) == before);
}

TEST_CASE("of wishes to be contacted only the answered ones go where the people stay") {
    EventDesk desk;
    set(desk, SettingField::keep_table, "registrations keep\ncontact requests 30");
    const AttendeeId person = desk.add({"Åsa", "Öberg"});
    const MessageId answered{Uuid{{1}}};
    desk.record(person, MessageLeft{answered, MessageKind::contact, "Ring"});
    desk.record(person, MessageDescribed{answered, {{9, "Vi har ringt."}}});
    desk.record(person, MessageLeft{MessageId{Uuid{{2}}}, MessageKind::contact, "Skriv"});
    CHECK(count_of(purge_now(desk), "contact requests") == 1);
    CHECK(desk.state().messages().size() == 1);
    CHECK(preview_purge(*desk, at_once).kinds.empty());
    CHECK_FALSE(purge(*desk, at_once));
}

TEST_CASE("a purge of drafts takes drafts alone, and is stated once where none are here") {
    EventDesk desk;
    set(desk, SettingField::keep_table, "drafts 10\nregistrations keep");
    static_cast<void>(desk.add({"Åsa", "Öberg"}));
    desk->drafts().save("note 1", "Åsa Öberg sade");
    desk->drafts().save("imports", "1 1 1 1");
    purge_now(desk);
    CHECK_FALSE(desk->drafts().find("note 1"));
    CHECK(desk->drafts().find("imports"));
    EventDesk other;
    set(other, SettingField::keep_table, "drafts 10\nregistrations keep");
    other.clock.advance_ms(30LL * 86'400'000);
    CHECK(count_of(purge_now(other), "drafts") == 0);
    CHECK_FALSE(purge(*other, at_once));
}

TEST_CASE("of an answer that stays it is kept that its asker was told of it") {
    EventDesk desk;
    static_cast<void>(desk.add({"Åsa", "Öberg"}));
    NoteWritten note;
    note.note = NoteId{Uuid{{1}}};
    desk.record(note);
    const auto told = number(FollowUpField::told);
    desk.record(NoteDescribed{note.note, {{5, "Åsa Öberg"}, {9, "Ja, i vår"}}});
    desk.record(NoteDescribed{note.note, {{told, "2022-11-01"}}});
    const MessageId comment{Uuid{{1}}};
    desk.record(MessageLeft{comment, MessageKind::comment, "Mer fika"});
    desk.record(MessageDescribed{comment, {{5, "Åsa Öberg"}, {9, "Ja"}}});
    purge_now(desk);
    const LatestFields& fields = *desk.state().note_descriptions().find(note.note);
    CHECK(fields.get(FollowUpField::owner).empty());
    CHECK(told_of(desk.state(), fields) == "2022-11-01");
    const LatestFields& said = desk.state().message_descriptions().at({comment, {}});
    CHECK(said.get(FollowUpField::owner).empty());
    CHECK(said.get(FollowUpField::answer) == "Ja");
}

TEST_CASE("what all tables were told goes with the people, however often it was said") {
    EventDesk desk;
    static_cast<void>(desk.add({"Åsa", "Öberg"}));
    desk.record(SettingsDescribed{
        {{number(SettingField::table_message), "2022-10-12T19:05 Åsa Öberg söks vid entrén"}}});
    desk.record(SettingsDescribed{{{number(SettingField::table_message), ""}}});
    desk.record(SettingsDescribed{{{number(SettingField::table_message), "2022-10-12T19:20 Hej"}}});
    purge_now(desk);
    CHECK(desk.state().setting(SettingField::table_message).empty());
    bool is_said = false;
    desk->journal().read_all([&](const Operation& operation, Belief) {
        if (!operation.body) return;
        const auto& bytes = operation.body->bytes;
        is_said =
            is_said || std::string(bytes.begin(), bytes.end()).find("söks") != std::string::npos;
    });
    CHECK_FALSE(is_said);
}
