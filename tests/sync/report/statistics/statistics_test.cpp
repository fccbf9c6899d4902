#include "sync/report/statistics/statistics.h"

#include <catch2/catch.hpp>

#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::EventDesk;

TEST_CASE("a meeting is counted in the municipalities' own form") {
    EventDesk event;
    event.describe("Eken", "Studieförbund");
    event.describe("Bron", "Trossamfund");
    const auto asa = event.add({"Åsa", "Öberg", "Eken"});
    const auto bo = event.add({"Bo", "Ek", "Eken"});
    const auto siv = event.add({"Siv", "Ås", "Bron"});
    const auto eva = event.add({"Eva", "Al", "Kommunen", AttendeeRole::elected});
    const auto per = event.add({"Per", "Al", "Kommunen", AttendeeRole::official});
    event.add({"Kom", "Inte", "Tomma stolen"});
    for (const auto& person : {asa, bo, siv, eva, per}) event.come(person);
    static_cast<void>(
        event->walk_in({"Ny", "Person", "Nya", "", AttendeeRole::civil, ""}, EventDesk::staff));
    const Statistics counted = count_events({&event.state()});
    CHECK(counted.meetings == 1);
    CHECK(counted.organisations == 3);
    CHECK(counted.people_civil_society == 4);
    CHECK(counted.people_municipality == 2);
    CHECK(counted.elected == 1);
    CHECK(counted.officials == 1);
    CHECK(counted.registered == 6);
    CHECK(counted.no_shows == 1);
    CHECK(counted.walk_ins == 1);
    REQUIRE(counted.sectors.size() == 3);
    CHECK(counted.sectors[0].sector == "Studieförbund");
    CHECK(counted.sectors[0].organisations == 1);
    CHECK(counted.sectors[0].people == 2);
    CHECK(counted.sectors[2].sector.empty());
    CHECK(statistics_sentence(counted, Texts()) ==
          "3 organisations (4 people) and 2 representatives of the municipality");
}

TEST_CASE("who has left counts, whose check-in was taken back does not") {
    EventDesk event;
    const auto left = event.add({"Åsa", "Öberg", "Eken"});
    const auto undone = event.add({"Bo", "Ek", "Eken"});
    event.come(left);
    event.come(undone);
    event->check_out(left, EventDesk::staff);
    event->undo_check_in(undone, EventDesk::staff);
    const Statistics counted = count_events({&event.state()});
    CHECK(counted.people_civil_society == 1);
    CHECK(counted.no_shows == 1);
}

TEST_CASE("over several meetings everybody and every organisation counts once") {
    EventDesk spring("2022-04-12T18:00", 1);
    EventDesk autumn("2022-10-12T18:00", 2);
    for (EventDesk *event : {&spring, &autumn}) {
        event->come(event->add({"Åsa", "Öberg", "Eken", AttendeeRole::civil, "asa@eken.example"}));
        event->come(event->add({"Bo", "Ek", "Eken"}));
    }
    // The same name elsewhere, or with another address, is somebody else.
    autumn.come(autumn.add({"Bo", "Ek", "Bron"}));
    autumn.come(autumn.add({"Åsa", "Öberg", "Eken", AttendeeRole::civil, "annan@eken.example"}));
    // Registered in spring, came in autumn: no absentee.
    spring.add({"Siv", "Ås", "Bron"});
    autumn.come(autumn.add({"Siv", "Ås", "Bron"}));
    const Statistics counted = count_events({&autumn.state(), &spring.state()});
    CHECK(counted.meetings == 2);
    CHECK(counted.organisations == 2);
    CHECK(counted.people_civil_society == 5);
    CHECK(counted.registered == 5);
    CHECK(counted.no_shows == 0);
    CHECK(counted.walk_ins == 0);
}

TEST_CASE("two people of one name at one meeting are two") {
    EventDesk event;
    event.come(event.add({"Åsa", "Öberg", "Eken"}));
    event.come(event.add({"Åsa", "Öberg", "Eken"}));
    CHECK(count_events({&event.state()}).people_civil_society == 2);
}

TEST_CASE("a person counts in the role of the last meeting, whatever the order of the files") {
    EventDesk spring("2022-04-12T18:00", 1);
    EventDesk autumn("2022-10-12T18:00", 2);
    spring.come(spring.add({"Åsa", "Öberg", "Eken"}));
    autumn.come(autumn.add({"Åsa", "Öberg", "Eken", AttendeeRole::elected}));
    for (const auto& order : {std::vector{&spring.state(), &autumn.state()},
                              std::vector{&autumn.state(), &spring.state()}}) {
        const Statistics counted = count_events(order);
        CHECK(counted.people_civil_society == 0);
        CHECK(counted.elected == 1);
        CHECK(counted.organisations == 1);
    }
}

TEST_CASE("erased people still count in their role, and only if they came") {
    EventDesk event;
    const auto came = event.add({"Åsa", "Öberg", "Eken"});
    const auto stayed = event.add({"Bo", "Ek", "Eken"});
    event.come(came);
    const TicketId ticket{{1, 2, 3, 4, 5, 6, 7, 8}};
    event.record(came, AttendeeErased{"official", Counted::yes, {ticket}});
    static_cast<void>(event->check_in(event->tickets().write(ticket), EventDesk::staff));
    event.record(stayed, AttendeeErased{"civil", Counted::no});
    const Statistics counted = count_events({&event.state()});
    CHECK(counted.erased == 1);
    CHECK(counted.unknown_tickets == 0);
    CHECK(counted.people_municipality == 1);
    CHECK(counted.people_civil_society == 0);
    CHECK(counted.erased_civil == 0);
    CHECK(counted.has_anybody_come());
}

TEST_CASE("with those who were erased, the sectors add up to the people from civil society") {
    EventDesk event;
    const auto erased = event.add({"Åsa", "Öberg", "Eken"});
    event.come(erased);
    event.come(event.add({"Bo", "Ek", "Eken"}));
    event.record(erased, AttendeeErased{"civil", Counted::yes});
    const Statistics counted = count_events({&event.state()});
    REQUIRE(counted.sectors.size() == 1);
    CHECK(counted.erased_civil == 1);
    CHECK(counted.sectors.front().people + counted.erased_civil == counted.people_civil_society);
}

TEST_CASE("a cancelled registration is neither registered nor absent") {
    EventDesk event;
    const auto person = event.add({"Åsa", "Öberg", "Eken"});
    FieldSetter<AttendeeField> fields;
    fields.set(AttendeeField::status, "cancelled");
    event.record(person, AttendeeDescribed{fields.take()});
    const Statistics counted = count_events({&event.state()});
    CHECK(counted.registered == 0);
    CHECK(counted.no_shows == 0);
}

TEST_CASE("a ticket of somebody unknown is counted beside the people") {
    EventDesk event;
    const TicketId ticket{{1, 2, 3, 4, 5, 6, 7, 8}};
    static_cast<void>(event->check_in(event->tickets().write(ticket), EventDesk::staff));
    const Statistics counted = count_events({&event.state()});
    CHECK(counted.unknown_tickets == 1);
    CHECK(counted.people_civil_society == 0);
}

TEST_CASE("sheets of answers add up over meetings, and an organisation has joined once") {
    EventDesk spring("2022-04-12T18:00");
    EventDesk autumn("2022-10-12T18:00");
    for (EventDesk *event : {&spring, &autumn}) {
        event->record(AnswersGiven{AnswerSheetId{Uuid{{1}}}, {{1, "5"}}});
        for (const char *name : {"Eken", "Lönnen"}) {
            event->describe(name, "Nätverk");
            const OrganisationId organisation = (*event)->organisation_id(name);
            event->record(OrganisationDescribed{organisation, {{3, "2022-04-12"}}});
        }
    }
    spring.record(OrganisationDescribed{spring->organisation_id("Lönnen"), {{3, ""}}});
    const Statistics counted = count_events({&spring.state(), &autumn.state()});
    CHECK(counted.survey_answers == 2);
    CHECK(counted.joined == 2);
    CHECK(count_events({&spring.state()}).joined == 1);
}

TEST_CASE("who came before is told from who is new, meeting by meeting") {
    EventDesk spring("2022-04-12T18:00", 1);
    EventDesk autumn("2022-10-12T18:00", 2);
    spring.come(spring.add({"Åsa", "Öberg", "Eken"}));
    spring.come(spring.add({"Bo", "Ek", "Bron"}));
    spring.add({"Siv", "Ås", "Sjön"});
    autumn.come(autumn.add({"Åsa", "Öberg", "Eken"}));
    autumn.come(autumn.add({"Siv", "Ås", "Sjön"}));
    autumn.come(autumn.add({"Per", "Al", "Eken"}));
    autumn.come(autumn.add({"Eva", "Al", "Kommunen", AttendeeRole::official}));
    for (const auto& order : {std::vector{&spring.state(), &autumn.state()},
                              std::vector{&autumn.state(), &spring.state()}}) {
        const Statistics counted = count_events(order);
        CHECK(counted.returning_people == 1);
        CHECK(counted.returning_organisations == 1);
        REQUIRE(counted.newcomers.size() == 2);
        CHECK(counted.newcomers[0].new_people == 2);
        CHECK(counted.newcomers[0].returning_people == 0);
        CHECK(counted.newcomers[0].new_organisations == 2);
        CHECK(counted.newcomers[1].new_people == 3);
        CHECK(counted.newcomers[1].returning_people == 1);
        CHECK(counted.newcomers[1].new_organisations == 1);
        CHECK(counted.newcomers[1].returning_organisations == 1);
    }
}

TEST_CASE("an organisation by another name has come before") {
    EventDesk spring("2022-04-12T18:00", 1);
    EventDesk autumn("2022-10-12T18:00", 2);
    spring.come(spring.add({"Åsa", "Öberg", "Ekens IF"}));
    autumn.come(autumn.add({"Bo", "Ek", "IF Eken"}));
    for (const auto& [id, fields] : autumn.state().organisations()) {
        FieldSetter<OrganisationField> aliases;
        aliases.set(OrganisationField::aliases, "Ekens IF");
        autumn.record(OrganisationDescribed{id, aliases.take()});
        break;
    }
    CHECK(count_events({&spring.state(), &autumn.state()}).returning_organisations == 1);
}

TEST_CASE("sectors that are known and that nobody came from are named, the municipality's not") {
    EventDesk event;
    event.describe("Eken", "Trossamfund");
    event.describe("Bron", "Idrottsrörelsen");
    event.describe("Sjön", "Nätverk");
    event.describe("Kommunen", "Kommunen");
    event.come(event.add({"Åsa", "Öberg", "Eken"}));
    event.add({"Bo", "Ek", "Bron"});
    event.add({"Eva", "Al", "Kommunen", AttendeeRole::official});
    CHECK(count_events({&event.state()}).absent_sectors ==
          std::vector<std::string>{"Idrottsrörelsen", "Nätverk"});
}

TEST_CASE("late registrations and the share that did not come are counted") {
    EventDesk event;
    event.come(event.add({"Åsa", "Öberg", "Eken", AttendeeRole::civil, "", "list", "2022-09-26"}));
    event.add({"Bo", "Ek", "Eken", AttendeeRole::civil, "", "list", "2022-09-27"});
    event.come(event.add({"Siv", "Ås", "Eken", AttendeeRole::civil, "", "walk_in", "2022-10-12"}));
    event.come(event.add({"Per", "Al", "Eken", AttendeeRole::civil, "", "list", "2022-09-28"}));
    const Statistics counted = count_events({&event.state()});
    CHECK(counted.registered == 3);
    CHECK(counted.registered_late == 2);
    CHECK(counted.no_show_percent() == 33);
    CHECK(count_events({}).no_show_percent() == 0);
}

}  // namespace stormote
