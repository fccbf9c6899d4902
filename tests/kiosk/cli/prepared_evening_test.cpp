// An evening from nothing but the commands and the lists that an officer has: prepared, and begun.
#include <catch2/catch.hpp>

#include "sync/base/clock.h"
#include "sync/base/local_time.h"
#include "tests/support/lists/spreadsheet_files.h"
#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/machine/organiser_program.h"

namespace stormote {

using Catch::Contains;
using namespace testing;

namespace {

// So many minutes from now, "2022-10-12T18:50".
std::string in_minutes(int minutes) {
    return local_time_of(SystemClock().wall_ms() + minutes * std::int64_t{60'000});
}

std::string text_cell(const std::string& text) {
    return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

// An XLSX file of eight people of four associations below a title.
std::string people_file() {
    std::string rows = "<row>" + text_cell("Anmälda") + "</row><row>";
    for (const char *heading : {"Ditt namn", "Vilken förening representerar du?", "E-post"}) {
        rows += text_cell(heading);
    }
    rows += "</row>";
    const char *names[] = {"Åsa Öberg", "Bo Ek",    "Maj Norberg", "Siv Lööf",
                           "Yusuf Ek",  "Gun Dahl", "Ali Hassan",  "Per Holm"};
    for (std::size_t i = 0; i < std::size(names); ++i) {
        rows += "<row>" + text_cell(names[i]) + text_cell("Förening " + std::to_string(i % 4)) +
                text_cell("p" + std::to_string(i) + "@example.org") + "</row>";
    }
    return inline_file(rows);
}

// The group of each person in a round, by name.
std::map<std::string, std::int64_t> groups_of_round(const OrganiserProgram& program,
                                                    const std::string& round) {
    static_cast<void>(
        program.answer({"export", "kväll", "groups", "--format", "json", "-o", "grupper.json"}));
    std::map<std::string, std::int64_t> groups;
    for (const auto& row : testing::parse_json(program.read("grupper.json"))) {
        if (std::to_string(row.at("round").get<int>()) == round) {
            groups[row.at("name")] = row.at("group");
        }
    }
    return groups;
}

}  // namespace

TEST_CASE("an evening is prepared from nothing but lists, and people are told the round's group") {
    const OrganiserProgram program;
    static_cast<void>(
        program.answer({"init", "kväll", "--name", "Stormöte", "--starts", in_minutes(-90),
                        "--ends", in_minutes(120), "--no-passphrase"}));
    program.write("anmalda.xlsx", people_file());
    CHECK(program.answer({"import", "kväll", "anmalda.xlsx"}) ==
          "Added: 8, updated: 0, unchanged: 0.\n");
    CHECK(program.answer({"import", "kväll", "anmalda.xlsx"}) ==
          "Added: 0, updated: 0, unchanged: 8.\n");
    program.write("bord.csv", "Bord;Namn;Samtalsledare\n1;Lönnen;Maj Norberg\n2;Eken;\n");
    static_cast<void>(program.answer({"import-tables", "kväll", "bord.csv"}));
    CHECK(program.answer({"groups", "kväll", "--count", "2", "--rounds", "2"}) ==
          "1\t1\tLönnen\t5\n1\t2\tEken\t3\n2\t1\tLönnen\t5\n2\t2\tEken\t3\n");
    program.write("dagordning.csv", "Nr;Rubrik;Fråga;Börjar;Slutar;Omgång\n;Fika;;" +
                                        in_minutes(-90) + ";;\n1;Kontakt;Hur?;" + in_minutes(-80) +
                                        ";" + in_minutes(-40) + ";1\n2;Mål;Vilka?;" +
                                        in_minutes(-30) + ";" + in_minutes(60) + ";2\n");
    CHECK(program.run({"import-agenda", "kväll", "dagordning.csv"}).errors.empty());
    const auto first = groups_of_round(program, "1");
    const auto second = groups_of_round(program, "2");
    REQUIRE(second.size() == 8);
    CHECK(first.at("Maj Norberg") == 1);
    CHECK(second.at("Maj Norberg") == 1);
    // Somebody comes late, when the second round is on.
    const auto moved = std::find_if(first.begin(), first.end(), [&](const auto& entry) {
        return second.at(entry.first) != entry.second;
    });
    REQUIRE(moved != first.end());
    std::string ticket;
    std::istringstream lines(program.answer({"tickets", "kväll", "--text"}));
    for (std::string line; std::getline(lines, line);) {
        if (line.find('\t' + moved->first + '\t') == std::string::npos) continue;
        const auto start = line.find('\t', line.find('\t') + 1) + 1;
        ticket = line.substr(start, line.find('\t', start) - start);
    }
    const auto verdict = program.json({"check-in", "kväll", "--json", ticket});
    CHECK(verdict.at("verdict") == "admitted");
    CHECK(verdict.at("group") == second.at(moved->first));
    const auto refused = program.run(
        {"note", "kväll", "--group", "1", "--question", "3", "--kind", "point", "En punkt"});
    CHECK(refused.status == 1);
    CHECK_THAT(refused.errors, Contains("There is no question 3. These exist: 1, 2."));
}

TEST_CASE("a facilitator who was dealt into another group is told at once") {
    const OrganiserProgram program;
    program.make_event(24);
    static_cast<void>(
        program.answer({"export", "mote", "groups", "--format", "json", "-o", "grupper.json"}));
    for (const auto& row : testing::parse_json(program.read("grupper.json"))) {
        if (row.at("group") != 1) continue;
        program.write("bord.csv",
                      "Bord;Samtalsledare\n2;" + row.at("name").get<std::string>() + "\n");
        break;
    }
    CHECK_THAT(program.run({"import-tables", "mote", "bord.csv"}).errors,
               Contains("leads group 2, but sits in group 1. Deal the groups anew, or move them on "
                        "the board."));
}

TEST_CASE("what an export wrote of one event comes into another") {
    const OrganiserProgram program;
    program.make_event(24);
    for (const char *language : {"sv", "en"}) {
        const std::string event = std::string("nytt-") + language;
        program.make_empty_event(event);
        static_cast<void>(program.answer({"--language", language, "export", "mote", "attendance",
                                          "--format", "csv", "-o", "närvaro.csv"}));
        CHECK(program.answer({"import", event, "närvaro.csv"}) ==
              "Added: 24, updated: 0, unchanged: 0.\n");
    }
}

TEST_CASE("rows that are not clear are written to a file, and its name and number are told") {
    const OrganiserProgram program;
    program.make_empty_event();
    program.write("lista.csv", "Namn;E-post\nÅsa Öberg;asa@example.org\nBo Ek;bo@example,org\n");
    const auto refused = program.run({"import", "tom", "lista.csv"});
    CHECK(refused.status == 1);
    CHECK_THAT(refused.errors, Contains("Proposal: bo@example.org"));
    const auto tried =
        program.run({"import", "tom", "lista.csv", "--review", "rest.csv", "--dry-run"});
    CHECK(tried.output == "Would be added: 1, updated: 0, unchanged: 0.\n");
    CHECK_FALSE(program.exists("rest.csv"));
    const auto imported = program.run({"import", "tom", "lista.csv", "--review", "rest.csv"});
    CHECK(imported.status == 0);
    CHECK(imported.output == "Added: 1, updated: 0, unchanged: 0.\n");
    CHECK(imported.errors ==
          "Rows that are not clear: 1.\nThey are in rest.csv, as they are "
          "probably meant. Look at them there, and import that file.\n"
          "Not invited yet: 1. \"stormote invite\" writes to them.\n");
    CHECK(program.answer({"import", "tom", "rest.csv"}) == "Added: 1, updated: 0, unchanged: 0.\n");
    CHECK(program.answer({"import", "tom", "-"}, "Namn\tE-post\nGun Dahl\tgun@example.org\n") ==
          "Added: 1, updated: 0, unchanged: 0.\n");
    const auto over = program.run({"import", "tom", "lista.csv", "--review", "./lista.csv"});
    CHECK(over.status == 1);
    CHECK_THAT(over.errors, Contains("would write over the list"));
    CHECK_THAT(program.read("lista.csv"), Contains("bo@example,org"));
    const auto nowhere = program.run({"import", "tom", "lista.csv", "--review", "saknas/rest.csv"});
    CHECK(nowhere.status != 0);
    const auto json =
        program.json({"import", "tom", "lista.csv", "--review", "rest.csv", "--json"});
    CHECK(json.at("as_last_time") == 1);
    CHECK(json.at("doubtful") == 0);
    CHECK(json.at("unchanged") == 2);
}

}  // namespace stormote
