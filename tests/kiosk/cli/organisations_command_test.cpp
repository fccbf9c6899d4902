// organisations, duplicates, merge-... and part-...: the register from the command line.
#include <catch2/catch.hpp>

#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/machine/organiser_program.h"

namespace stormote {

using Catch::Contains;
using testing::OrganiserProgram;

namespace {

// An event made from nothing, with people who are written down twice.
void make_event(const OrganiserProgram& program) {
    program.make_empty_event("mote");
    program.write("folk.csv",
                  "Namn;Förening;E-post\nÅsa Öberg;Ekbackens IF;asa@example.org\n"
                  "Åsa Öberg Ek;Ekbackens idrottsförening;asa@example.org\nBo Ek;Ekens kör;\n");
    const auto imported = program.run({"import", "mote", "folk.csv"});
    CHECK(imported.status == 0);
    CHECK_THAT(imported.errors, Contains("Probably written down twice: 2."));
}

}  // namespace

TEST_CASE("the register comes in, is shown and goes out") {
    const OrganiserProgram program;
    make_event(program);
    program.write("register.csv",
                  "Organisation;Sektor;Kontaktperson;E-post\nEkens kör;Kultur;Eva Alm;"
                  "eva@example.org\nNya föreningen;;;\n");
    CHECK_THAT(program.answer({"organisations", "mote", "--import", "register.csv", "--dry-run"}),
               Contains("Would be added: 1, updated: 1, unchanged: 0."));
    CHECK_THAT(program.answer({"organisations", "mote", "--import", "register.csv"}),
               Contains("Added: 1, updated: 1, unchanged: 0."));
    CHECK_THAT(program.answer({"organisations", "mote"}),
               Contains("Ekens kör\tKultur\tEva Alm\teva@example.org\t1\n"));
    CHECK(program.answer({"organisations", "mote", "--out", "ut.csv"}).empty());
    CHECK_THAT(program.read("ut.csv"), Contains("Ekens kör;Kultur;;Eva Alm;eva@example.org"));
    const auto exported =
        program.answer({"export", "mote", "organisations", "--format", "json", "-o", "-"});
    CHECK(testing::parse_json(exported).size() == 4);
    const std::string before = program.record();
    program.write("register.csv", "Organisation;E-post\nEkens kör;ingen adress\n");
    const auto refused = program.run({"organisations", "mote", "--import", "register.csv"});
    CHECK(refused.status == 1);
    CHECK_THAT(refused.errors, Contains("register.csv, line 2, column E-post"));
    CHECK(program.record() == before);
}

TEST_CASE("what is written down twice is shown, merged, parted, and not shown again") {
    const OrganiserProgram program;
    make_event(program);
    const auto pairs = program.json({"duplicates", "mote", "--json"});
    REQUIRE(pairs.size() == 2);
    CHECK(pairs[0].at("kind") == "organisation");
    CHECK(pairs[1].at("kind") == "person");
    CHECK_THAT(program.answer({"duplicates", "mote"}),
               Contains("stormote merge-people mote " + pairs[1].at("a").get<std::string>()));
    for (const auto& [name, pair] :
         {std::pair{"organisations", pairs[0]}, std::pair{"people", pairs[1]}}) {
        const std::string a = pair.at("a");
        const std::string b = pair.at("b");
        const std::string kind = name;
        CHECK(program.answer({"merge-" + kind, "mote", a, b}).empty());
        const auto again = program.run({"merge-" + kind, "mote", a, b});
        CHECK(again.status == 1);
        CHECK_THAT(again.errors, Contains("are one already"));
        CHECK(program.answer({"part-" + kind, "mote", a, b}).empty());
        CHECK_THAT(program.run({"part-" + kind, "mote", a, b}).errors, Contains("are two already"));
        CHECK_THAT(program.run({"merge-" + kind, "mote", a, a}).errors, Contains("is named twice"));
        CHECK(program.run({"merge-" + kind, "mote", a, "ingen"}).status == 1);
    }
    CHECK(program.json({"duplicates", "mote", "--json"}).empty());
    CHECK(
        program.answer({"merge-organisations", "mote", "ekbackens idrottsförening", "Ekbackens IF"})
            .empty());
    CHECK_THAT(program.answer({"organisations", "mote"}), Contains("Ekbackens IF\t\t\t\t2\n"));
    // The list of before still means the same people.
    CHECK_THAT(program.answer({"import", "mote", "folk.csv"}),
               Contains("Added: 0, updated: 0, unchanged: 3."));
}

TEST_CASE("the register is written as a spreadsheet, and read back changes nothing") {
    const OrganiserProgram program("sv");
    program.make_event();
    program.write("register.csv",
                  "Organisation;Sektor;Andra namn;Kontaktperson;E-post;Telefon;Platser;Gick med\n"
                  "Ekbackens hembygdsgille;Landsbygdsorganisationer;Gillet;Bo Ek;bo@example.org;"
                  "0701234567;3;2022-05-01\n");
    static_cast<void>(program.answer({"organisations", "mote", "--import", "register.csv"}));
    CHECK(program.answer({"organisations", "mote", "--out", "ut.XLSX"}).empty());
    CHECK(program.read("ut.XLSX").starts_with("PK"));
    const std::string before = program.answer({"organisations", "mote", "--out", "-"});
    CHECK_THAT(before, Contains(";Gillet;Bo Ek;bo@example.org;0701234567;3;2022-05-01;"));
    CHECK_THAT(program.answer({"organisations", "mote", "--import", "ut.XLSX"}),
               Contains("Tillagda: 0, ändrade: 0, oförändrade: "));
    program.make_empty_event();
    CHECK_THAT(program.answer({"organisations", "tom", "--import", "ut.XLSX"}),
               Contains("ändrade: 0, oförändrade: 0."));
    CHECK_THAT(program.answer({"organisations", "tom", "--out", "-"}),
               Contains("Ekbackens hembygdsgille;Landsbygdsorganisationer;Gillet;Bo Ek;"
                        "bo@example.org;0701234567;3;2022-05-01;"));
    // So is the export, whose other sheets are the organisations that came.
    static_cast<void>(
        program.answer({"export", "mote", "organisations", "--format", "xlsx", "-o", "alla.xlsx"}));
    CHECK_THAT(program.answer({"organisations", "mote", "--import", "alla.xlsx"}),
               Contains("Tillagda: 0, ändrade: 0, oförändrade: "));
}

}  // namespace stormote
