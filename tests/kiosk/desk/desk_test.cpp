#include "kiosk/desk/desk.h"

#include <catch2/catch.hpp>

#include "kiosk/desk/carry_over.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::EventDesk;

namespace {

std::string ticket_of(EventDesk& event, const AttendeeId& person) {
    for (const IssuedTicket& issued : event->issue_tickets(actor::staff)) {
        if (issued.attendee == person) return event->tickets().write(issued.ticket);
    }
    return {};
}

std::size_t operation_count(EventDesk& event) {
    std::size_t count = 0;
    for (const DeviceHead& head : event->journal().heads()) count += head.head.sequence;
    return count;
}

}  // namespace

TEST_CASE("a ticket admits once, and then says when and where the first time was") {
    EventDesk event;
    const AttendeeId person = event.add({"Åsa", "Öberg", "Eken"});
    const std::string ticket = ticket_of(event, person);
    const auto first = event->check_in(ticket, actor::staff);
    CHECK(first.verdict.verdict == Verdict::admitted);
    CHECK(first.name == "Åsa Öberg");
    CHECK(first.organisation == "Eken");
    const std::size_t operations = operation_count(event);
    event.clock.advance_ms(60'000);
    const auto second = event->check_in(ticket, actor::staff);
    CHECK(second.verdict.verdict == Verdict::already_checked_in);
    CHECK(second.first_at_ms == EventDesk::evening_ms);
    CHECK(second.first_device == "Entré");
    CHECK(operation_count(event) == operations);
}

TEST_CASE("an admission is still there after the file was closed") {
    EventDesk event;
    const AttendeeId person = event.add({"Åsa", "Öberg", "Eken"});
    event.come(person);
    event.reopen();
    CHECK(presence_of(event.state(), person).kind == PresenceKind::present);
    CHECK(event->check_in(person, CheckInMethod::name, actor::staff).verdict.verdict ==
          Verdict::already_checked_in);
    CHECK(event->search("asa ob", 5).hits.size() == 1);
}

TEST_CASE("a check-in that is taken back never happened") {
    EventDesk event;
    const AttendeeId person = event.add({"Åsa", "Öberg", "Eken"});
    CHECK_FALSE(event->undo_check_in(person, actor::staff));
    event.come(person);
    CHECK(event->undo_check_in(person, actor::staff));
    CHECK(presence_of(event.state(), person).kind == PresenceKind::expected);
    CHECK(event->check_in(person, CheckInMethod::name, actor::staff).verdict.verdict ==
          Verdict::admitted);
}

TEST_CASE("who has left is let in again") {
    EventDesk event;
    const AttendeeId person = event.add({"Åsa", "Öberg", "Eken"});
    CHECK_FALSE(event->check_out(person, actor::staff));
    event.come(person);
    CHECK(event->check_out(person, actor::staff));
    CHECK(presence_of(event.state(), person).kind == PresenceKind::left);
    CHECK(event->check_in(person, CheckInMethod::name, actor::staff).verdict.verdict ==
          Verdict::readmitted);
    CHECK(presence_of(event.state(), person).kind == PresenceKind::present);
}

TEST_CASE("a walk-in is registered, given a ticket and a group, and let in at once") {
    EventDesk event;
    event.describe("Eken", "Studieförbund");
    for (int i = 0; i < 6; ++i) event.add({"Anna", "Ek" + std::to_string(i), "Eken"});
    event->plan_groups(3, 1, actor::staff);
    NewAttendee newcomer{" Bo ", "Ek", "  eken ", "Idrott", AttendeeRole::civil, "ja"};
    const std::size_t operations = operation_count(event);
    const auto outcome = event->walk_in(newcomer, actor::staff);
    CHECK(outcome.verdict.verdict == Verdict::admitted);
    CHECK(outcome.name == "Bo Ek");
    CHECK(outcome.organisation == "Eken");
    REQUIRE(outcome.group);
    CHECK((*outcome.group >= 1 && *outcome.group <= 3));
    // Described, ticket, check-in: the organisation was known.
    CHECK(operation_count(event) == operations + 3);
    const Attendee *attendee = event.state().find_attendee(*outcome.verdict.attendee);
    CHECK(event.state().organisation_of(*attendee, OrganisationField::sector) == "Studieförbund");
    CHECK(event->check_in(event->tickets().write(*outcome.verdict.ticket), actor::staff)
              .verdict.verdict == Verdict::already_checked_in);
    CHECK(event->search("bo ek", 5).hits.size() == 1);
}

TEST_CASE("a walk-in of a new organisation brings its sector") {
    EventDesk event;
    const auto outcome = event->walk_in(
        {"Bo", "Ek", "Nya", "Idrottsrörelsen", AttendeeRole::civil, ""}, actor::staff);
    const Attendee *attendee = event.state().find_attendee(*outcome.verdict.attendee);
    CHECK(event.state().organisation_of(*attendee, OrganisationField::sector) == "Idrottsrörelsen");
}

TEST_CASE("a corrected name records only what is written otherwise, and is found at once") {
    EventDesk event;
    const AttendeeId bo = event.add({"Bo", "Ek", "Eken"});
    const std::size_t before = operation_count(event);
    CHECK(event->correct_name(bo, {"Bo", " Eke ", "eken"}, actor::staff) == Correction::done);
    // The organisation is the same by its folded name: nothing of it is written.
    CHECK(operation_count(event) == before + 1);
    CHECK(event.state().find_attendee(bo)->full_name() == "Bo Eke");
    CHECK(event->search("eke", 5).hits.size() == 1);
    CHECK(event->correct_name(bo, {"Bo", "Eke", "Eken"}, actor::staff) == Correction::needless);
    CHECK(event->correct_name(bo, {" ", "", "Eken"}, actor::staff) == Correction::nameless);
    CHECK(event->correct_name(AttendeeId{}, {"Bo", "", ""}, actor::staff) == Correction::nobody);
    CHECK(operation_count(event) == before + 1);
}

TEST_CASE("a correction names a new organisation, or takes one away, or clears one of two names") {
    EventDesk event;
    const AttendeeId bo = event.add({"Bo", "Ek", "Eken"});
    CHECK(event->correct_name(bo, {"Bo", "Ek", "Bron"}, actor::staff) == Correction::done);
    const auto organisation = [&] {
        return event.state().organisation_of(*event.state().find_attendee(bo),
                                             OrganisationField::name);
    };
    CHECK(organisation() == "Bron");
    CHECK(event->correct_name(bo, {"Bo", "", ""}, actor::staff) == Correction::done);
    CHECK(organisation().empty());
    CHECK(event.state().find_attendee(bo)->full_name() == "Bo");
}

TEST_CASE("the group that was told at the door stands when the groups are dealt anew") {
    EventDesk event;
    std::vector<AttendeeId> people;
    people.reserve(12);
    for (int i = 0; i < 12; ++i) people.push_back(event.add({"Anna", std::to_string(i), "Eken"}));
    event->plan_groups(4, 1, actor::staff);
    const auto told = event->check_in(people[0], CheckInMethod::name, actor::staff).group;
    REQUIRE(told);
    event->plan_groups(3, 9, actor::staff);
    CHECK(group_of(event.state(), people[0]) == told);
}

TEST_CASE("every registered person gets one ticket, and keeps it") {
    EventDesk event;
    for (int i = 0; i < 5; ++i) event.add({"Anna", std::to_string(i), "Eken"});
    const TicketDraft draft = event->draft_tickets(actor::staff);
    CHECK(draft.tickets.size() == 5);
    CHECK(event.state().tickets().empty());
    const auto first = event->issue_tickets(actor::staff);
    const auto second = event->issue_tickets(actor::staff);
    REQUIRE(first.size() == 5);
    for (std::size_t i = 0; i < 5; ++i) CHECK(first[i].ticket == second[i].ticket);
}

TEST_CASE("the next meeting has the pages' address, and no renewal of tables' codes") {
    EventDesk event;
    FieldSetter<SettingField> address;
    address.set(SettingField::pages_address, "https://mote.ekbacken.se");
    event.record(SettingsDescribed{address.take()});
    event->renew_table_codes(actor::organiser);
    const FieldTexts carried = carried_settings(event.state(), {});
    const auto has = [&carried](SettingField field) {
        return std::any_of(carried.begin(), carried.end(),
                           [field](const auto& each) { return each.first == number(field); });
    };
    CHECK(has(SettingField::pages_address));
    CHECK_FALSE(has(SettingField::table_codes));
}

TEST_CASE("a note that is sent twice under one id is written once") {
    EventDesk event;
    const NoteId id{Uuid{{1, 2, 3}}};
    for (int time = 0; time < 2; ++time) {
        CHECK(event->write_note({1, 1, NoteKind::point, "Fika", id}, actor::facilitator) == id);
    }
    CHECK(event.state().notes().at(id).versions.size() == 1);
    CHECK(event.state().notes().size() == 1);
}

TEST_CASE("a note keeps its versions, and a withdrawn one can be told") {
    EventDesk event;
    const NoteId note = event->write_note({1, 1, NoteKind::point, "Först"}, actor::staff);
    CHECK(event->edit_note(note, NoteKind::proposal, "Sedan", actor::staff));
    const Note& written = event.state().notes().at(note);
    CHECK(written.versions.size() == 2);
    REQUIRE(written.heads(event.state().device_table()).size() == 1);
    CHECK(written.heads(event.state().device_table())[0]->content.text == "Sedan");
    CHECK(event->withdraw_note(note, actor::staff));
    CHECK_FALSE(event->edit_note(NoteId{}, NoteKind::point, "x", actor::staff));
    CHECK_FALSE(event->withdraw_note(NoteId{}, actor::staff));
}

TEST_CASE("the staff's PIN opens, any other does not, and none opens an event without one") {
    EventDesk event;
    CHECK_FALSE(event->is_staff_pin(""));
    event->set_staff_pin("2580", actor::staff);
    CHECK(event->is_staff_pin("2580"));
    CHECK_FALSE(event->is_staff_pin("2581"));
    CHECK_FALSE(event->is_staff_pin(""));
}

TEST_CASE("an event that is open is refused to a second writer, not to a reader") {
    EventDesk event;
    const auto no_passphrase = [] { return std::optional<std::string>(); };
    CHECK_FALSE(
        Desk::open(event.file(), no_passphrase, JournalAccess::write, event.environment()).ok());
    CHECK(Desk::open(event.file(), no_passphrase, JournalAccess::read, event.environment()).ok());
}

}  // namespace stormote
