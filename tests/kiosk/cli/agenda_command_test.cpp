// import-agenda, the programme among the settings, and who leads which table.
#include <catch2/catch.hpp>

#include "sync/model/agenda.h"
#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/machine/organiser_program.h"

namespace stormote {

using Catch::Contains;
using testing::OrganiserProgram;

namespace {

constexpr const char *evening =
    "\xEF\xBB\xBF"
    "Nr;Rubrik;Fråga;Börjar;Slutar;Omgång\r\n"
    ";Mingelfika;;17.30;;\r\n"
    ";Inledning;;18.30;18.50;\r\n"
    "1;Kontakt;Hur håller vi kontakten?;18:50;19:15;1\r\n"
    "2;Möten;När och hur möts vi?;19:15;19:40;\r\n"
    "3;Mål;Vilka mål delar vi?;kl. 19.50;20:30;2\r\n"
    ";Avslutning;;2022-10-12 20:30;;\r\n";

std::string refused(const OrganiserProgram& program, const std::string& list) {
    program.write("fel.csv", list);
    const std::string before = program.record("tom");
    const auto finished = program.run({"import-agenda", "tom", "fel.csv"});
    CHECK(finished.status == 1);
    CHECK(program.record("tom") == before);
    return finished.errors;
}

}  // namespace

TEST_CASE("an agenda is read from a list, and the same list again changes nothing") {
    const OrganiserProgram program;
    program.make_empty_event();
    program.write("dagordning.csv", evening);
    const std::string before = program.record("tom");
    CHECK(program.answer({"import-agenda", "tom", "dagordning.csv", "--dry-run"}) ==
          "Would be changed: 4. Questions: 3. Programme items: 3.\n");
    CHECK(program.record("tom") == before);
    const auto imported = program.run({"import-agenda", "tom", "dagordning.csv"});
    CHECK(imported.status == 0);
    CHECK(imported.output == "Changed: 4. Questions: 3. Programme items: 3.\n");
    CHECK(imported.errors ==
          "The agenda has 2 rounds, and the groups are dealt for 1. Deal them with --rounds 2.\n");
    CHECK(program.answer({"import-agenda", "tom", "dagordning.csv"}) ==
          "Changed: 0. Questions: 3. Programme items: 3.\n");
    CHECK_THAT(program.answer({"settings", "tom"}),
               Contains("Programme:\n    17:30 Mingelfika\n    18:30 Inledning\n"
                        "    20:30 Avslutning\n"));
    // Without the column each question keeps its round.
    program.write("utan.csv",
                  "Nr;Rubrik;Fråga;Börjar;Slutar\n"
                  "1;Kontakt;Hur håller vi kontakten?;18:50;19:15\n"
                  "2;Möten;När och hur möts vi?;19:15;19:40\n"
                  "3;Mål;Vilka mål delar vi?;19:50;20:30\n");
    CHECK(program.answer({"import-agenda", "tom", "utan.csv"}) ==
          "Changed: 1. Questions: 3. Programme items: 0.\n");
}

TEST_CASE("what is wrong with an agenda is told by line and heading, and nothing is recorded") {
    const OrganiserProgram program;
    program.make_empty_event();
    CHECK_THAT(refused(program, "Nr;Rubrik;Börjar;Slutar\n1;A;halv sju;19:00\n2;B;17:00;18:30\n"),
               Contains("line 2") && Contains("Börjar") && Contains("\"halv sju\" is not a time"));
    CHECK_THAT(refused(program, "Nr;Rubrik;Börjar;Slutar\n2;B;17:00;18:30\n"),
               Contains("line 2") && Contains("17:00 to 18:30 is outside the event"));
    CHECK_THAT(refused(program, "Nr;Rubrik\n1;A\nx;B\n"),
               Contains("line 3") && Contains("\"x\" is not the number of a question"));
    CHECK_THAT(refused(program, "Nr;Rubrik\n1;A\n1;B\n"), Contains("line 3"));
    CHECK_THAT(refused(program, "Nr;Rubrik;Omgång\n1;A;två\n;Fika;2\n"),
               Contains("\"två\" is not the number of a round") &&
                   Contains("Only a question is discussed in a round"));
    CHECK_THAT(refused(program, "Nr;Rubrik;Fråga\n;;Vad?\n"),
               Contains("The question has no number"));
    CHECK_THAT(refused(program, "Rubrik;Fråga\nA;B\n"),
               Contains("The column with the numbers of the questions is missing"));
}

TEST_CASE("a programme can be said as a setting, and is put in the order of the evening") {
    const OrganiserProgram program;
    program.make_empty_event();
    static_cast<void>(
        program.answer({"settings", "tom", "--programme", "18.30 Inledning; 17:30 Mingelfika"}));
    CHECK_THAT(program.answer({"settings", "tom"}),
               Contains("Programme:\n    17:30 Mingelfika\n    18:30 Inledning\nPages' address:"));
    const auto refused = program.run({"settings", "tom", "--programme", "17:30 Fika; Inledning"});
    CHECK(refused.status == 1);
    CHECK_THAT(refused.errors, Contains("--programme Inledning is not a time"));
    static_cast<void>(program.answer({"settings", "tom", "--programme", ""}));
    CHECK_THAT(program.answer({"settings", "tom"}), Contains("Programme:\nPages' address:"));
}

TEST_CASE("the list of tables says who leads them, by name or e-mail address") {
    const OrganiserProgram program;
    program.make_empty_event();
    program.write("lista.csv",
                  "Förnamn;Efternamn;Förening;E-post\n"
                  "Maj;Norberg;Eken;maj@example.org\n"
                  "Bo;Ek;Judo;bo@example.org\n"
                  "Bo;Ek;Eken;bo.ek@example.org\n");
    static_cast<void>(program.answer({"import", "tom", "lista.csv"}));
    program.write("bord.csv",
                  "Bord;Namn;Samtalsledare\n1;Lönnen;MAJ norberg\n"
                  "2;Eken;bo.ek@example.org\n");
    CHECK(program.answer({"import-tables", "tom", "bord.csv"}) == "Changed: 2 of 2 tables.\n");
    CHECK(program.answer({"import-tables", "tom", "bord.csv"}) == "Changed: 0 of 2 tables.\n");
    program.write("fel.csv", "Bord;Samtalsledare\n1;Bo Ek\n2;Ali Hassan\n");
    const auto refused = program.run({"import-tables", "tom", "fel.csv"});
    CHECK(refused.status == 1);
    CHECK_THAT(refused.errors, Contains("2 people are called Bo Ek") &&
                                   Contains("Nobody called Ali Hassan is registered"));
}

TEST_CASE("an agenda says its words in further languages, in columns of their own") {
    const OrganiserProgram program;
    program.make_empty_event();
    program.write(
        "dagordning.csv",
        "Nr;Rubrik;Rubrik (engelska);Fråga;Fråga:en;Fråga.fi;Börjar;Slutar\n"
        ";Mingelfika;Coffee;;;;17.30;\n"
        "1;Kontakt;Contact;Hur håller vi kontakten?;How do we keep in touch?;;18:50;19:15\n");
    CHECK(program.answer({"import-agenda", "tom", "dagordning.csv"}) ==
          "Changed: 2. Questions: 1. Programme items: 1.\n");
    CHECK(program.answer({"import-agenda", "tom", "dagordning.csv"}) ==
          "Changed: 0. Questions: 1. Programme items: 1.\n");
    CHECK(program.json({"settings", "tom", "--json"})["programme.en"] == "17:30 Coffee");
    // A list without the columns leaves the translations of what stays.
    program.write("utan.csv",
                  "Nr;Rubrik;Fråga;Börjar;Slutar\n;Mingelfika;;17.30;\n"
                  "1;Kontakt;Hur håller vi kontakten?;18:50;19:15\n");
    CHECK(program.answer({"import-agenda", "tom", "utan.csv"}) ==
          "Changed: 0. Questions: 1. Programme items: 1.\n");
    // An empty cell takes one away.
    program.write("tom-cell.csv",
                  "Nr;Rubrik;Fråga;Fråga:en;Börjar;Slutar\n;Mingelfika;;;17.30;\n"
                  "1;Kontakt;Hur håller vi kontakten?;;18:50;19:15\n");
    CHECK(program.answer({"import-agenda", "tom", "tom-cell.csv"}) ==
          "Changed: 1. Questions: 1. Programme items: 1.\n");
}

TEST_CASE("a translation that makes no sense is told by line and heading") {
    const OrganiserProgram program;
    program.make_empty_event();
    CHECK_THAT(refused(program, "Nr;Rubrik;Fråga;Fråga:xx\n1;A;B;C\n"),
               Contains("line 1, column Fråga:xx") &&
                   Contains("\"xx\" is no further language here. Write en, fi, uk, ar"));
    CHECK_THAT(refused(program, "Nr;Rubrik;Fråga;Nr:en\n1;A;B;C\n"),
               Contains("line 1, column Nr:en: The heading is not known"));
    CHECK_THAT(
        refused(program, "Nr;Rubrik;Fråga;Fråga:en\n1;A;;C\n"),
        Contains("line 2, column Fråga:en") && Contains("There is nothing that \"C\" translates"));
    CHECK_THAT(
        refused(program,
                "Nr;Rubrik;Rubrik:uk\n1;A;" + std::string(longest_question_title + 1, 'x') + "\n"),
        Contains("line 2, column Rubrik:uk") && Contains("longer than 60 characters: it has 61"));
}

}  // namespace stormote
