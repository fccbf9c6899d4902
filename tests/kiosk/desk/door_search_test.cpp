// The name search at the entrance: what it shows, and how people of one name tell themselves apart.
#include "kiosk/desk/door_search.h"

#include <catch2/catch.hpp>

#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::EventDesk;

namespace {

// Three Amina Yusuf: of two associations, of one of them, and of none.
struct Namesakes {
    Namesakes() {
        bridge = event.add({"Amina", "Yusuf", "Nätverket Bron"});
        oak = event.add({"Amina", "Yusuf", "Ekens scoutkår"});
        alone = event.add({"Amina", "Yusuf"});
        event.add({"Amina", "Berg", "Ekens scoutkår"});
    }
    DoorSearch ask(std::string_view letters) {
        const DoorSearch names = search_at_door(*event, "amina y");
        REQUIRE(names.matches.size() == 1);
        return search_namesakes(event.state(), names.matches.front(), letters);
    }

    EventDesk event;
    AttendeeId bridge;
    AttendeeId oak;
    AttendeeId alone;
};

}  // namespace

TEST_CASE("people of one name are one match, however many they are") {
    Namesakes of;
    const DoorSearch search = search_at_door(*of.event, "amina");
    REQUIRE(search.state == DoorSearchState::found);
    REQUIRE(search.matches.size() == 2);
    for (const DoorMatch& match : search.matches) {
        CHECK(match.people.size() == (match.name == "Amina Yusuf" ? 3 : 1));
    }
    for (int more = 0; more < 6; ++more) of.event.add({"Amina", "Yusuf", "Ekbackens IF"});
    CHECK(search_at_door(*of.event, "amina").matches.size() == 2);
}

TEST_CASE("five names are shown, and not six") {
    EventDesk event;
    for (const char *name : {"Ek", "Al", "Lind", "Björk", "Gran"}) event.add({"Siv", name});
    CHECK(search_at_door(*event, "siv").matches.size() == 5);
    event.add({"Siv", "Tall"});
    const DoorSearch search = search_at_door(*event, "siv");
    CHECK(search.state == DoorSearchState::too_many);
    CHECK(search.matches.empty());
}

TEST_CASE("two letters of the association tell namesakes apart") {
    Namesakes of;
    CHECK(of.ask("e").state == DoorSearchState::waiting);
    const DoorSearch found = of.ask("Ek");
    REQUIRE(found.state == DoorSearchState::found);
    REQUIRE(found.matches.size() == 1);
    CHECK(found.matches.front().people == std::vector{of.oak});
    CHECK(found.matches.front().name == "Amina Yusuf");
    // By a later word of its name, too, and without its dots.
    CHECK(of.ask("bro").matches.front().people == std::vector{of.bridge});
    CHECK(of.ask("natv").matches.front().people == std::vector{of.bridge});
    CHECK(of.ask("qw").state == DoorSearchState::nothing);
}

TEST_CASE("whom the association does not tell apart is offered to nobody") {
    Namesakes of;
    of.event.add({"Amina", "Yusuf", "Ekbackens IF"});
    CHECK(of.ask("ek").state == DoorSearchState::too_many);
    CHECK(of.ask("ek").matches.empty());
    CHECK(of.ask("ekb").state == DoorSearchState::found);
    // Nor is an organisation that none of them is from.
    of.event.add({"Bo", "Ek", "Moskéföreningen"});
    CHECK(of.ask("mo").state == DoorSearchState::nothing);
}

TEST_CASE("the other names of an association count, and each one that somebody represents") {
    Namesakes of;
    FieldSetter<OrganisationField> fields;
    fields.set(OrganisationField::aliases, "Broar i byn\nVåra grannar");
    of.event.record(
        OrganisationDescribed{of.event->organisation_id("Nätverket Bron"), fields.take()});
    CHECK(of.ask("vår").matches.front().people == std::vector{of.bridge});
}

}  // namespace stormote
