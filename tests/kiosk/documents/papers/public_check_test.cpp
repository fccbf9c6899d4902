// What should be read once more before it is published.
#include "kiosk/documents/papers/public_check.h"

#include <catch2/catch.hpp>

#include "tests/kiosk/documents/papers/noted_evening.h"

namespace stormote {

using testing::NotedEvening;

TEST_CASE("a note that names somebody registered in full is found, however it is spelled") {
    NotedEvening evening;
    evening.event.add({"Åsa", "Öberg", "Eken"});
    evening.event.add({"Bo", ""});
    evening.say(1, 1, NoteKind::point, "Fråga asa  ÖBERG om nyckeln.");
    evening.say(1, 1, NoteKind::point, "Åsa Öbergsson är en annan, och Bo kan vara vem som helst.");
    const auto naming = notes_naming_people(evening.state());
    REQUIRE(naming.size() == 1);
    CHECK(naming.front().text == "Fråga asa  ÖBERG om nyckeln.");
}

TEST_CASE("a note that is not for the public names nobody to it") {
    NotedEvening evening;
    evening.event.add({"Åsa", "Öberg", "Eken"});
    evening.describe(evening.say(1, 1, NoteKind::point, "Åsa Öberg stör"), FollowUpField::withheld,
                     "withheld");
    CHECK(notes_naming_people(evening.state()).empty());
}

}  // namespace stormote
