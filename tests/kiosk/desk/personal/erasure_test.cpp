#include "kiosk/desk/personal/erasure.h"

#include <catch2/catch.hpp>

#include "kiosk/documents/personal/naming_texts.h"
#include "kiosk/documents/spreadsheet/table_writers.h"
#include "sync/report/statistics/statistics.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/event_desk.h"
#include "tests/support/record/operation_maker.h"

namespace stormote {

using testing::EventDesk;
using testing::small_id;

namespace {

const std::string decision = "DHP 2024 § 12";

// People of one organisation, of whom one is registered twice and came by both registrations.
struct MergedEvening {
    MergedEvening() {
        event.come(bo);
        event.come(asa);
        event.come(again);
        REQUIRE(event->merge_people(again, asa, actor::organiser) == Merging::done);
    }

    EventDesk event;
    AttendeeId asa = event.add({"Åsa", "Öberg", "Eken", AttendeeRole::civil, "asa@x.example"});
    AttendeeId again = event.add({"Aasa", "Oberg", "Eken"});
    AttendeeId bo = event.add({"Bo", "Ek", "Eken"});
};

Statistics counted(const EventDesk& event) {
    return count_events({&event.state()});
}

}  // namespace

TEST_CASE("erasing a merged person takes each of their records, and counts them once as before") {
    MergedEvening evening;
    EventDesk& event = evening.event;
    const Statistics before = counted(event);
    REQUIRE(before.people_civil_society == 2);
    REQUIRE(erase_person(*event, evening.again, decision, actor::organiser) == Erasing::done);
    const Statistics after = counted(event);
    CHECK(after.people_civil_society == before.people_civil_society);
    CHECK(after.people_municipality == before.people_municipality);
    CHECK(after.organisations == before.organisations);
    CHECK(after.erased == 1);
    CHECK(event.state().attendees().size() == 1);
    CHECK(event.state().find_attendee(evening.again) == nullptr);
    CHECK(event.state().find_attendee(evening.asa) == nullptr);
    // Whoever folds the record anew counts the same.
    event.reopen();
    CHECK(counted(event).people_civil_society == before.people_civil_society);
}

TEST_CASE("an erasure carries its decision, and leaves no byte of the person in the file") {
    MergedEvening evening;
    EventDesk& event = evening.event;
    REQUIRE(erase_person(*event, evening.asa, "  " + decision, actor::organiser) == Erasing::done);
    std::size_t erasures = 0;
    event->journal().read_all([&](const Operation& operation, Belief) {
        if (!operation.body) return;
        const auto body = decode_body(operation.header.kind, operation.body->bytes);
        REQUIRE(body);
        if (const auto *erased = std::get_if<AttendeeErased>(&body->content)) {
            ++erasures;
            CHECK(erased->decision == decision);
            CHECK(body->acting_role == ActingRole::organiser);
        }
        const std::string bytes(operation.body->bytes.begin(), operation.body->bytes.end());
        CHECK(bytes.find("Öberg") == std::string::npos);
        CHECK(bytes.find("Oberg") == std::string::npos);
        CHECK(bytes.find("asa@x.example") == std::string::npos);
    });
    CHECK(erasures == 2);
}

TEST_CASE("a contact of the register who is the same person goes with them, others stay") {
    EventDesk event;
    const AttendeeId asa = event.add({"Åsa", "Öberg", "Eken", AttendeeRole::civil, "a@x.example"});
    const OrganisationId eken = event->organisation_id("Eken");
    const AttendeeId contact = event->new_contact_id(eken, "Åsa Öberg");
    const AttendeeId other = event->new_contact_id(eken, "Bo Ek");
    event.record(contact, ContactDescribed{eken, {{1, "Åsa Öberg"}, {2, "a@x.example"}}});
    event.record(other, ContactDescribed{eken, {{1, "Bo Ek"}}});
    REQUIRE(erase_person(*event, asa, decision, actor::organiser) == Erasing::done);
    REQUIRE(event.state().contacts().size() == 1);
    CHECK(event.state().contacts().begin()->first.person == other);
    // Whoever is only a contact is erased by that id.
    REQUIRE(erase_person(*event, other, decision, actor::organiser) == Erasing::done);
    CHECK(event.state().contacts().empty());
    CHECK(counted(event).erased == 0);
}

TEST_CASE("without a decision, or of nobody, nothing is erased or refused") {
    EventDesk event;
    const AttendeeId asa = event.add({"Åsa", "Öberg", "Eken"});
    const auto heads = event->journal().heads();
    CHECK(erase_person(*event, asa, " ", actor::organiser) == Erasing::undecided);
    CHECK(refuse_erasure(*event, asa, "", "Skäl", actor::organiser) == Erasing::undecided);
    CHECK(refuse_erasure(*event, asa, decision, " ", actor::organiser) == Erasing::unreasoned);
    const auto nobody = small_id<AttendeeId>(99);
    CHECK(erase_person(*event, nobody, decision, actor::organiser) == Erasing::nobody);
    CHECK(refuse_erasure(*event, nobody, decision, "Skäl", actor::organiser) == Erasing::nobody);
    CHECK(!plan_erasure(*event, nobody));
    CHECK(event->journal().heads().front().head.sequence == heads.front().head.sequence);
}

TEST_CASE("what erasing somebody takes is told before, and is what goes") {
    MergedEvening evening;
    EventDesk& event = evening.event;
    const auto plan = plan_erasure(*event, evening.again);
    REQUIRE(plan);
    CHECK(plan->name == "Åsa Öberg");
    CHECK(plan->records.registrations.size() == 2);
    CHECK(plan->operations.at(OperationKind::checked_in) == 2);
    REQUIRE(erase_person(*event, evening.again, decision, actor::organiser) == Erasing::done);
    std::map<OperationKind, std::size_t> gone;
    event->journal().read_all([&](const Operation& operation, Belief) {
        if (!operation.body) ++gone[operation.header.kind];
    });
    CHECK(gone == plan->operations);
}

TEST_CASE("a refusal is recorded with its decision and reason, and the person stays") {
    EventDesk event;
    const AttendeeId asa = event.add({"Åsa", "Öberg", "Eken"});
    REQUIRE(refuse_erasure(*event, asa, decision, "Allmän handling", actor::organiser) ==
            Erasing::done);
    REQUIRE(event.state().refused_erasures().size() == 1);
    const auto& refused = event.state().refused_erasures().begin()->second;
    CHECK(refused.content.decision == decision);
    CHECK(refused.content.reason == "Allmän handling");
    CHECK(refused.persons == std::vector<AttendeeId>{asa});
    CHECK(event.state().find_attendee(asa) != nullptr);
    // A later erasure takes the refusal along.
    REQUIRE(erase_person(*event, asa, decision, actor::organiser) == Erasing::done);
    CHECK(event.state().refused_erasures().empty());
}

TEST_CASE("texts that name somebody in words are found by each of their names, and by no other") {
    MergedEvening evening;
    EventDesk& event = evening.event;
    const auto note = small_id<NoteId>(1);
    const auto other = small_id<NoteId>(2);
    const auto write = [&](const NoteId& id, const std::string& text) {
        event.record(NoteWritten{id, 1, 1, NoteKind::point, NoteState::standing, text, {}});
    };
    write(note, "Fråga Aasa Oberg");
    write(other, "Bo Ek håller i det");
    event.record(NoteDescribed{other,
                               {{number(FollowUpField::owner), "Åsa Öbergs kansli"},
                                {number(FollowUpField::answer), "Klart"}}});
    event.record(MessageLeft{small_id<MessageId>(3), MessageKind::comment, "Tack åsa öberg!"});
    const auto found = texts_naming(event.state(), evening.asa);
    std::vector<std::string> texts;
    for (const NamingText& text : found) texts.push_back(text.text);
    CHECK(texts ==
          std::vector<std::string>{"Fråga Aasa Oberg", "Åsa Öbergs kansli", "Tack åsa öberg!"});
    CHECK(found[1].id == to_string(other));
}

}  // namespace stormote
