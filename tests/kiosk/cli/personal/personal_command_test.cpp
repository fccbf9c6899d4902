// personal-data: what is held about somebody, of an event made from nothing.
#include <catch2/catch.hpp>

#include "tests/kiosk/cli/personal/two_people.h"
#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"

namespace stormote {

using Catch::Contains;
using testing::make_two_people;
using testing::OrganiserProgram;

TEST_CASE("personal-data gives all that is held of somebody as JSON and as a PDF") {
    const OrganiserProgram program("sv");
    const std::string id = make_two_people(program);
    const auto json = program.json({"personal-data", "tom", "--attendee", id});
    CHECK(json["name"] == "Åsa Öberg");
    CHECK(json["tickets"].size() == 1);
    bool has_diet = false;
    for (const auto& row : json["registration"]) {
        has_diet = has_diet || (row["field"] == "diet" && row["text"] == "Jordnötsallergi");
    }
    CHECK(has_diet);
    REQUIRE(json["places"].size() == 1);
    CHECK(json["places"][0]["place"] == "this_device");
    CHECK(json["places"][0]["role"] == "organiser");
    CHECK(json.dump().find("Bron") == std::string::npos);
    const auto again =
        program.json({"personal-data", "tom", "--attendee", id, "--pdf", "utdrag.pdf"});
    CHECK(again["name"] == "Åsa Öberg");
    CHECK_THAT(program.read("utdrag.pdf"), Catch::StartsWith("%PDF-"));
    CHECK_THAT(program.answer({"personal-data", "tom", "--attendee", id, "--pdf", "-"}),
               Catch::StartsWith("%PDF-"));
}

TEST_CASE("personal-data of nobody is refused") {
    const OrganiserProgram program;
    make_two_people(program);
    for (const char *id : {"Bo", "01830000-0000-7000-8000-000000000000"}) {
        const auto finished = program.run({"personal-data", "tom", "--attendee", id});
        CHECK(finished.status == 1);
        CHECK_THAT(finished.errors, Contains(std::string("There is no attendee ") + id));
        CHECK(finished.output.empty());
    }
}

}  // namespace stormote
