// Merged records at the desk: at the door, in the search, and when they are parted.
#include <catch2/catch.hpp>

#include "sync/report/statistics/statistics.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::EventDesk;

namespace {

constexpr Actor staff = EventDesk::staff;

std::vector<std::string> found(EventDesk& event, const std::string& query) {
    std::vector<std::string> names;
    for (const NameMatch& hit : event->search(query, 9).hits) {
        names.push_back(event.state().find_attendee(hit.attendee)->full_name());
    }
    return names;
}

}  // namespace

TEST_CASE("merged people are found once, come in once and are counted once") {
    EventDesk event;
    const AttendeeId stays = event.add({"Åsa", "Öberg", "Eken"});
    const AttendeeId same = event.add({"Åsa", "Oberg", "Bron"});
    const auto tickets = event->issue_tickets(staff);
    REQUIRE(tickets.size() == 2);
    REQUIRE(event->merge_people(same, stays, staff) == Merging::done);
    CHECK(found(event, "asa ob") == std::vector<std::string>{"Åsa Öberg"});
    for (const IssuedTicket& ticket : tickets) {
        const CheckInOutcome outcome =
            event->check_in(event->tickets().write(ticket.ticket), staff);
        CHECK(outcome.name == "Åsa Öberg");
        CHECK(outcome.verdict.attendee == stays);
        const bool is_first = &ticket == tickets.data();
        CHECK(outcome.verdict.verdict ==
              (is_first ? Verdict::admitted : Verdict::already_checked_in));
    }
    const Statistics counted = count_events({&event.state()});
    CHECK(counted.people_civil_society == 1);
    CHECK(counted.organisations == 2);
    event.reopen();
    CHECK(found(event, "asa ob") == std::vector<std::string>{"Åsa Öberg"});
    REQUIRE(event->part_people(same, stays, staff) == Merging::done);
    CHECK(found(event, "asa ob").size() == 2);
}

TEST_CASE("a check-in of either record that was undone stays undone when they are parted") {
    EventDesk event;
    const AttendeeId stays = event.add({"Åsa", "Öberg", "Eken"});
    const AttendeeId same = event.add({"Åsa", "Oberg", "Bron"});
    event.come(same);
    REQUIRE(event->merge_people(same, stays, staff) == Merging::done);
    CHECK(presence_of(event.state(), stays).kind == PresenceKind::present);
    CHECK(event->undo_check_in(stays, staff));
    CHECK(presence_of(event.state(), stays).kind == PresenceKind::expected);
    REQUIRE(event->part_people(stays, same, staff) == Merging::done);
    CHECK(presence_of(event.state(), same).kind == PresenceKind::expected);
    CHECK(presence_of(event.state(), stays).kind == PresenceKind::expected);
}

TEST_CASE("whoever is cancelled or corrected by an old record is so as the person they are") {
    EventDesk event;
    const AttendeeId stays = event.add({"Åsa", "Öberg", "Eken"});
    const AttendeeId same = event.add({"Åsa", "Oberg", "Bron"});
    REQUIRE(event->merge_people(same, stays, staff) == Merging::done);
    CHECK(event->cancel(same, staff) == Cancellation::done);
    CHECK(is_cancelled(event.state().attendees().at(stays)));
    CHECK(event->correct_name(same, {"Åsa", "Åberg", "Eken"}, staff) == Correction::done);
    CHECK(event.state().attendees().at(stays).full_name() == "Åsa Åberg");
    CHECK(event->reissue_ticket(same, staff));
    CHECK(event.state().attendees().at(stays).tickets.size() == 1);
}

TEST_CASE("an organisation that joined by its other name is taken back by either") {
    EventDesk event;
    const OrganisationId longer = event->organisation_id("Ekens idrottsförening");
    event.describe("Eken", "Idrott");
    event.record(OrganisationDescribed{longer, {{1, "Ekens idrottsförening"}, {3, "2022-10-12"}}});
    const OrganisationId shorter = event->organisation_id("Eken");
    REQUIRE(event->merge_organisations(longer, shorter, staff) == Merging::done);
    CHECK(event.state().organisation(shorter, OrganisationField::joined) == "2022-10-12");
    CHECK(event->organisation_id("Ekens idrottsförening") == shorter);
    CHECK(event->take_back_joining(shorter, staff));
    CHECK(event.state().organisation(shorter, OrganisationField::joined).empty());
    CHECK(count_events({&event.state()}).joined == 0);
}

TEST_CASE("an organisation that one meeting knows by two names counts once in a series") {
    EventDesk spring("2022-04-12T18:00", 1);
    EventDesk autumn("2022-10-12T18:00", 2);
    spring.come(spring.add({"Åsa", "Öberg", "Ekens idrottsförening"}));
    autumn.come(autumn.add({"Bo", "Ek", "Eken"}));
    autumn.describe("Ekens idrottsförening", "");
    CHECK(count_events({&spring.state(), &autumn.state()}).organisations == 2);
    autumn->merge_organisations(autumn->organisation_id("Ekens idrottsförening"),
                                autumn->organisation_id("Eken"), staff);
    CHECK(count_events({&spring.state(), &autumn.state()}).organisations == 1);
}

TEST_CASE("what is taken away from a merged person does not come back from another record") {
    EventDesk event;
    const AttendeeId stays = event.add({"Åsa", "Öberg", "Eken"});
    const AttendeeId same =
        event.add({"Åsa", "Oberg", "Bron", AttendeeRole::civil, "asa@example.org"});
    REQUIRE(event->merge_people(same, stays, staff) == Merging::done);
    CHECK(event.state().attendees().at(stays).get(AttendeeField::email) == "asa@example.org");
    CHECK(event->correct(stays, {{AttendeeField::email, ""}}, staff) == Correction::done);
    CHECK(event.state().attendees().at(stays).get(AttendeeField::email).empty());
    CHECK(event->correct(stays, {{AttendeeField::email, ""}}, staff) == Correction::needless);
}

TEST_CASE("of three records the two that are named are parted, whichever way they were merged") {
    EventDesk event;
    const AttendeeId first = event.add({"Åsa", "Öberg", "Eken"});
    const AttendeeId second = event.add({"Åsa", "Oberg", "Eken"});
    const AttendeeId third = event.add({"Asa", "Oberg", "Eken"});
    REQUIRE(event->merge_people(third, second, staff) == Merging::done);
    REQUIRE(event->merge_people(second, first, staff) == Merging::done);
    REQUIRE(event.state().attendees().size() == 1);
    REQUIRE(event->part_people(second, third, staff) == Merging::done);
    CHECK(event.state().person_of(third) == third);
    CHECK(event.state().person_of(second) == first);
    // Said by two devices of each other.
    event.record(first, AttendeeDescribed{{{17, to_string(second)}}});
    REQUIRE(event->part_people(first, second, staff) == Merging::done);
    CHECK(event.state().attendees().size() == 3);
    CHECK(found(event, "asa ob").size() == 3);
}

TEST_CASE("whoever is by themselves again because another was erased is found again") {
    EventDesk event;
    const AttendeeId stays = event.add({"Åsa", "Öberg", "Eken"});
    const AttendeeId same = event.add({"Åsa", "Oberg", "Eken"});
    REQUIRE(event->merge_people(same, stays, staff) == Merging::done);
    event.record(stays, AttendeeErased{"civil", Counted::no});
    CHECK(found(event, "asa ob") == std::vector<std::string>{"Åsa Oberg"});
}

}  // namespace stormote
