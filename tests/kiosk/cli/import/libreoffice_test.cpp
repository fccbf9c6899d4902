// import: one list in every form that LibreOffice saves; tests/libreoffice makes the files anew.
#include <catch2/catch.hpp>

#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/machine/organiser_program.h"

namespace stormote {

using Catch::Contains;
using testing::OrganiserProgram;

namespace {

std::string file(const std::string& name) {
    return (std::filesystem::path(STORMOTE_SOURCES) / "tests/fixtures/libreoffice" / name).string();
}

}  // namespace

TEST_CASE("what LibreOffice makes of a list is imported alike in every form") {
    const OrganiserProgram program;
    program.make_empty_event();
    CHECK(program.answer({"import", "tom", file("people.ods")}) ==
          "Added: 7, updated: 0, unchanged: 0.\n");
    // A field that another form gives otherwise would be updated.
    for (const char *form : {"people.xlsx", "people.csv"}) {
        CAPTURE(form);
        CHECK(program.answer({"import", "tom", file(form)}) ==
              "Added: 0, updated: 0, unchanged: 7.\n");
    }
    const auto rows = program.json({"export", "tom", "attendance", "--format", "json"});
    REQUIRE(rows.size() == 7);
    CHECK(rows[0]["name"] == "Eva Ström");
    CHECK(rows[1]["registration"] == "late");
    CHECK(rows[2]["role"] == "elected");
    CHECK(rows[3]["name"] == "Ola Kłos");
    CHECK(rows[4]["organisation"] == "Hembygdsföreningen \"Lommaryd\"");
}

TEST_CASE("of LibreOffice's list in Windows-1252 only the Polish name has to be looked at") {
    const OrganiserProgram program;
    program.make_empty_event();
    static_cast<void>(program.answer({"import", "tom", file("people.xlsx")}));
    CHECK(program.answer({"import", "tom", file("people-windows-1252.csv"), "--review", "r.csv"}) ==
          "Added: 0, updated: 0, unchanged: 6.\n");
    CHECK_THAT(program.read("r.csv"), Contains("\nOla K?os;Polska föreningen;"));
}

TEST_CASE("an XLS of LibreOffice says that it has to be saved otherwise") {
    const OrganiserProgram program;
    program.make_empty_event();
    const Finished finished = program.run({"import", "tom", file("people.xls")});
    CHECK(finished.status == 1);
    CHECK_THAT(finished.errors, Contains("save it as .xlsx"));
}

}  // namespace stormote
