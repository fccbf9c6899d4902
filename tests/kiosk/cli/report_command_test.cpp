// export, statistics: what comes out afterwards.
#include <sstream>

#include <catch2/catch.hpp>

#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/machine/organiser_program.h"

namespace stormote {

using Catch::Contains;
using testing::OrganiserProgram;

TEST_CASE("exports that exist are written, those that do not are refused with a list") {
    const OrganiserProgram program;
    program.make_event();
    for (const char *what : {"attendance", "statistics", "notes", "proposals", "groups", "survey",
                             "messages", "contacts", "joined", "audit", "operations"}) {
        for (const std::string format : {"csv", "json"}) {
            INFO(what);
            const std::string file = std::string(what) + "." + format;
            CHECK(program.run({"export", "mote", what, "--format", format, "-o", file}).status ==
                  0);
            CHECK(program.read(file) ==
                  program.answer({"export", "mote", what, "--format", format, "-o", "-"}));
            const bool is_csv = program.read(file).starts_with("\xEF\xBB\xBF");
            CHECK(is_csv == (format == "csv"));
        }
    }
    for (const char *what : {"comments", "nonsense"}) {
        const Finished finished = program.run({"export", "mote", what, "-o", "x"});
        CHECK(finished.status == 2);
        CHECK(finished.errors.find(
                  "attendance, people-here, statistics, notes, proposals, compilation, groups, "
                  "signs, survey, "
                  "messages, contacts, joined, organisations, certificates, duties, kitchen, "
                  "follow-up, audit, protocol, operations") != std::string::npos);
    }
    for (const char *format : {"xls", "PDF"}) {
        const Finished finished =
            program.run({"export", "mote", "notes", "--format", format, "-o", "x"});
        CHECK(finished.status == 2);
        CHECK(finished.errors.find("csv, json, xlsx") != std::string::npos);
    }
    CHECK_FALSE(program.exists("x"));
    CHECK(program.run({"export", "mote"}).status == 2);
}

TEST_CASE("the exports of an earlier version's event are the same, byte for byte") {
    setenv("TZ", "Europe/Stockholm", 1);
    const OrganiserProgram program;
    const std::filesystem::path fixtures =
        std::filesystem::path(STORMOTE_SOURCES) / "tests/fixtures";
    for (const char *file : {"evening.stormote", "passphrase.txt"}) {
        std::filesystem::copy_file(fixtures / "record-1" / file, program.folder() / file);
    }
    std::size_t count = 0;
    for (const auto& expected : std::filesystem::directory_iterator(fixtures / "exports-1")) {
        const std::filesystem::path name = expected.path().filename();
        INFO(name);
        CHECK(program.answer({"export", "evening.stormote", name.stem(), "--format",
                              name.extension().string().substr(1), "--passphrase-file",
                              "passphrase.txt"}) == to_string(testing::read_file(expected.path())));
        ++count;
    }
    CHECK(count == 18);
}

TEST_CASE("the help of an export lists every kind with its formats") {
    const OrganiserProgram program;
    const std::string help = program.answer({"export", "--help"});
    CHECK(help.find("attendance: Who came, when, from which organisation, and in which group. "
                    "(csv, json, xlsx, pdf)") != std::string::npos);
    CHECK(help.find(
              "signs: A sheet for each table: its number, who leads it, the questions, and where "
              "the pages'") != std::string::npos);
}

TEST_CASE("every export that is a table is a spreadsheet, too, and the same each time") {
    const OrganiserProgram program;
    program.make_event();
    for (const char *what :
         {"attendance", "statistics", "notes", "proposals", "groups", "survey", "messages",
          "contacts", "joined", "organisations", "duties", "kitchen", "audit"}) {
        INFO(what);
        const std::string file = std::string(what) + ".xlsx";
        CHECK(program.run({"export", "mote", what, "--format", "xlsx", "-o", file}).status == 0);
        CHECK(program.read(file).starts_with("PK"));
        CHECK(program.read(file) ==
              program.answer({"export", "mote", what, "--format", "xlsx", "-o", "-"}));
    }
    program.make_empty_event();
    CHECK(program.answer({"export", "tom", "attendance", "--format", "xlsx"}).starts_with("PK"));
    CHECK(program.answer({"export", "tom", "statistics", "--format", "xlsx"}).starts_with("PK"));
}

TEST_CASE("an attendance spreadsheet is read back as registrations that are known") {
    for (const char *language : {"sv", "en"}) {
        const OrganiserProgram program(language);
        program.make_event(104);
        static_cast<void>(program.answer(
            {"export", "mote", "attendance", "--format", "xlsx", "-o", "narvaro.xlsx"}));
        const auto again = program.json({"import", "mote", "narvaro.xlsx", "--json"});
        CHECK(again["added"] == 0);
        CHECK(again["updated"] == 0);
        CHECK(again["unchanged"] == 104);
        program.make_empty_event();
        CHECK(program.json({"import", "tom", "narvaro.xlsx", "--json"})["added"] == 104);
    }
}

TEST_CASE("a compilation has the parts that were named, for whom it was asked for") {
    const OrganiserProgram program;
    program.make_event();
    CHECK(program.answer({"export", "mote", "compilation"}).starts_with("%PDF-"));
    CHECK(program.answer({"export", "mote", "compilation", "--format", "docx"}).starts_with("PK"));
    const std::string markdown = program.answer({"export", "mote", "compilation", "--format", "md",
                                                 "--public", "--parts", "notes,numbers"});
    CHECK_THAT(markdown, !Contains("Internal version") && !Contains("Questions to"));
    CHECK(markdown.find("## What the groups noted") < markdown.find("## The meeting in numbers"));
    struct Wrong {
        std::vector<std::string> words;
        const char *answer;
    };
    for (const Wrong& wrong :
         {Wrong{{"compilation", "--parts", "notes,bogus"}, "There is no part \"bogus\""},
          Wrong{{"compilation", "--public", "--parts", "participants"}, "nothing but names"},
          Wrong{{"attendance", "--public"}, "nothing but names"},
          Wrong{{"notes", "--parts", "notes"}, "has no parts"},
          Wrong{{"notes", "--no-title-page"}, "has no title page"},
          Wrong{{"attendance", "--by", "organisation"}, "not written for each organisation"},
          Wrong{{"certificates", "--by", "group"}, "no certificates by \"group\""}}) {
        std::vector<std::string> words{"export", "mote"};
        words.insert(words.end(), wrong.words.begin(), wrong.words.end());
        words.insert(words.end(), {"-o", "x"});
        const Finished finished = program.run(words);
        CHECK(finished.status == 2);
        CHECK_THAT(finished.errors, Contains(wrong.answer));
    }
    CHECK_FALSE(program.exists("x"));
}

TEST_CASE("a compilation of several meetings takes each once, and is the only export that does") {
    const OrganiserProgram program;
    program.make_event();
    program.make_empty_event();
    const std::string both = program.answer(
        {"export", "mote", "compilation", "--format", "md", "--with", "tom", "--parts", "numbers"});
    CHECK_THAT(both, Contains("## The meetings in numbers"));
    const Finished twice =
        program.run({"export", "mote", "compilation", "--with", "mote", "-o", "x"});
    CHECK(twice.status == 1);
    CHECK_THAT(twice.errors, Contains("is the same event as"));
    const Finished other = program.run({"export", "mote", "notes", "--with", "tom", "-o", "x"});
    CHECK(other.status == 2);
    CHECK_THAT(other.errors, Contains("is of one meeting"));
    CHECK_FALSE(program.exists("x"));
}

TEST_CASE("before something is published, notes that name people are pointed out") {
    const OrganiserProgram program;
    program.make_event();
    const std::string name = program.tickets().front()[1];
    static_cast<void>(program.answer({"note", "mote", "--group", "1", "--question", "1", "--kind",
                                      "point", "Fråga " + name + "."}));
    const Finished everybody =
        program.run({"export", "mote", "compilation", "--public", "-o", "x"});
    CHECK(everybody.status == 0);
    CHECK_THAT(everybody.errors, Contains("Fråga " + name));
    const Finished internal = program.run({"export", "mote", "compilation", "-o", "x"});
    CHECK_THAT(internal.errors, !Contains(name));
}

TEST_CASE("an event of nobody has a compilation that says so") {
    const OrganiserProgram program;
    program.make_empty_event();
    const std::string markdown = program.answer({"export", "tom", "compilation", "--format", "md"});
    CHECK_THAT(markdown,
               Contains("Nobody has come yet.") && Contains("Nothing has been noted yet."));
}

TEST_CASE("the groups are printed for the wall and for the tables") {
    const OrganiserProgram program;
    program.make_event(104);
    CHECK(program.run({"export", "mote", "groups", "--format", "pdf", "-o", "wall.pdf"}).status ==
          0);
    CHECK(program.read("wall.pdf").starts_with("%PDF-"));
    CHECK(program.run({"export", "mote", "signs", "--format", "pdf", "-o", "signs.pdf"}).status ==
          0);
    // There is no other format for them.
    CHECK(program.answer({"export", "mote", "signs"}).starts_with("%PDF-"));
    const Finished table = program.run({"export", "mote", "signs", "--format", "csv", "-o", "x"});
    CHECK(table.status == 2);
    CHECK(table.errors.find("These exist: pdf.") != std::string::npos);
    CHECK(program.run({"export", "mote", "survey", "--format", "pdf", "-o", "enkat.pdf"}).status ==
          0);
    CHECK(program.read("enkat.pdf").starts_with("%PDF-"));
    program.make_empty_event();
    const Finished none = program.run({"export", "tom", "survey", "--format", "pdf", "-o", "x"});
    CHECK(none.status == 1);
    CHECK(none.errors.find("has no survey") != std::string::npos);
    for (const char *what : {"groups", "signs"}) {
        const Finished finished =
            program.run({"export", "tom", what, "--format", "pdf", "-o", "x"});
        CHECK(finished.status == 1);
        CHECK(finished.errors.find("Deal them first.") != std::string::npos);
    }
    CHECK_FALSE(program.exists("x"));
}

TEST_CASE("an export speaks the reader's language, its JSON none") {
    const OrganiserProgram english;
    english.make_event();
    const std::string csv = english.answer({"export", "mote", "attendance"});
    const std::string narvaro =
        english.answer({"export", "mote", "attendance", "--language", "sv"});
    CHECK(csv.find("Name;Organisation;Sector;Role") != std::string::npos);
    CHECK(narvaro.find("Namn;Organisation;Sektor;Roll") != std::string::npos);
    CHECK(narvaro.find(";Civilsamhället;Anmäld;") != std::string::npos);
    const std::vector<std::string> json = {"export", "mote", "attendance", "--format", "json"};
    std::vector<std::string> swedish_json = json;
    swedish_json.insert(swedish_json.end(), {"--language", "sv"});
    CHECK(english.answer(json) == english.answer(swedish_json));
}

TEST_CASE("an export replaces a file whole, or leaves the old one as it was") {
    const OrganiserProgram program;
    program.make_event();
    program.write("out.csv", "old");
    std::filesystem::permissions(program.folder() / "out.csv", std::filesystem::perms::owner_all);
    CHECK(program.run({"export", "saknas", "attendance", "-o", "out.csv"}).status == 1);
    CHECK(program.read("out.csv") == "old");
    CHECK(program.run({"export", "mote", "attendance", "-o", "no/out.csv"}).status == 1);
    CHECK(program.run({"export", "mote", "attendance", "-o", "."}).status == 1);
    CHECK(program.run({"export", "mote", "attendance", "-o", "out.csv"}).status == 0);
    CHECK(program.read("out.csv").size() > 100);
}

TEST_CASE("statistics are a sentence that a municipality would write, and a JSON") {
    const OrganiserProgram program("sv");
    program.make_event(104);
    std::string all;
    for (const auto& ticket : program.tickets()) all += ticket[2] + "\n";
    static_cast<void>(program.answer({"check-in", "mote"}, all));
    CHECK(program.answer({"statistics", "mote"})
              .starts_with("56 organisationer (79 personer) och 25 representanter från "
                           "kommunen\n"));
    const auto json = program.json({"statistics", "mote", "--json"});
    CHECK(json["meetings"] == 1);
    CHECK(json["organisations"] == 56);
    CHECK(json["people_civil_society"] == 79);
    CHECK(json["people_municipality"] == 25);
    CHECK(json["elected"].get<int>() + json["officials"].get<int>() == 25);
    // The same file twice is one meeting.
    CHECK(program.json({"statistics", "mote", "mote", "--json"}) == json);
    CHECK(program.json({"export", "mote", "statistics", "--format", "json"}) == json);
}

namespace {

// An event of a series to which everybody on the list came.
void hold_meeting(const OrganiserProgram& program, const std::string& event,
                  const std::string& starts, const std::string& series, const std::string& people) {
    static_cast<void>(
        program.answer({"init", event, "--name", "Möte " + event, "--starts", starts + "T18:00",
                        "--ends", starts + "T21:00", "--series", series, "--no-passphrase"}));
    program.write("list.csv", "Namn;Förening;Roll\n" + people);
    static_cast<void>(program.answer({"import", event, "list.csv"}));
    std::string tickets;
    std::istringstream lines(program.answer({"tickets", event, "--text"}));
    for (std::string line; std::getline(lines, line);) {
        tickets += line.substr(line.find('\t', line.find('\t') + 1) + 1, 61) + "\n";
    }
    static_cast<void>(program.answer({"check-in", event}, tickets));
}

}  // namespace

TEST_CASE("statistics over two meetings count everybody once") {
    const OrganiserProgram program;
    for (const std::string event : {"var", "host"}) {
        hold_meeting(program, event, event == "var" ? "2022-04-12" : "2022-10-12", "Stormöten",
                     "Åsa Öberg;Eken;\nBo Ek;Bron;\nEva " + event + ";Kommunen;tjänsteperson\n");
    }
    const auto json = program.json({"statistics", "var", "host", "--json"});
    CHECK(json["meetings"] == 2);
    CHECK(json["organisations"] == 2);
    CHECK(json["people_civil_society"] == 2);
    CHECK(json["people_municipality"] == 2);
    CHECK(json["registered"] == 4);
    const Finished words = program.run({"statistics", "host", "var"});
    CHECK_THAT(words.output,
               Contains("\n  2022-04-12  Möte var: 2 organisations (2 people) and 1 representative "
                        "of the municipality\n"
                        "              New: 3 people, 2 organisations. Came before: 0 people, 0 "
                        "organisations.\n"
                        "  2022-10-12  Möte host: 2 organisations (2 people) and 1 representative "
                        "of the municipality\n"
                        "              New: 1 person, 0 organisations. Came before: 2 people, 2 "
                        "organisations.\n"));
    CHECK_THAT(words.output, Contains("     2  People who came to more than one meeting\n"
                                      "     2  Organisations that came to more than one meeting\n"
                                      "   0 %  of those registered did not come\n"));
    CHECK(json["returning_people"] == 2);
    CHECK(json["by_meeting"][0]["new_people"] == 3);
    CHECK(json["by_meeting"][1]["new_people"] == 1);
    CHECK(json["by_meeting"][1]["returning_organisations"] == 2);
    CHECK(words.errors.empty());
    CHECK(program.run({"statistics", "var", "saknas", "--json"}).status == 1);
    CHECK(program.run({"statistics"}).status == 2);
}

TEST_CASE("statistics count each series and each meeting, or one series alone") {
    const OrganiserProgram program;
    hold_meeting(program, "var", "2022-04-12", "Stormöten", "Åsa Öberg;Eken;\nBo Ek;Bron;\n");
    hold_meeting(program, "host", "2022-10-12", "stormöten ", "Åsa Öberg;Eken;\nGun Dahl;Bron;\n");
    hold_meeting(program, "ung", "2022-05-12", "Ungdomsråd", "Siv Lööf;Eken;\n");
    const std::vector<std::string> files{"statistics", "ung", "var", "host"};
    const auto with = [&files](std::vector<std::string> more) {
        more.insert(more.begin(), files.begin(), files.end());
        return more;
    };
    const auto all = program.json(with({"--json"}));
    CHECK(all["people_civil_society"] == 4);
    REQUIRE(all["by_series"].size() == 2);
    CHECK(all["by_series"][0]["series"] == "Stormöten");
    CHECK(all["by_series"][0]["meetings"] == 2);
    CHECK(all["by_series"][0]["people_civil_society"] == 3);
    CHECK(all["by_series"][1]["people_civil_society"] == 1);
    REQUIRE(all["by_meeting"].size() == 3);
    CHECK(all["by_meeting"][0]["name"] == "Möte var");
    CHECK(all["by_meeting"][1]["starts"] == "2022-10-12T18:00");
    CHECK(all["by_meeting"][1]["people_civil_society"] == 2);
    const Finished words = program.run(files);
    CHECK_THAT(words.output, Contains("\nStormöten: 2 organisations (3 people) and 0 "));
    CHECK_THAT(words.output, Contains("\nUngdomsråd: 1 organisation (1 person) and 0 "));
    CHECK_THAT(words.errors, Contains("--series NAME counts one."));
    const auto one = program.json(with({"--series", "STORMÖTEN", "--json"}));
    CHECK(one["meetings"] == 2);
    CHECK(one["people_civil_society"] == 3);
    CHECK(one["by_series"].size() == 1);
    CHECK(program.json(with({"--series", "Ungdomsråd", "--json"}))["by_meeting"].size() == 1);
    const Finished none = program.run(with({"--series", "Annat"}));
    CHECK(none.status == 1);
    CHECK(none.output.empty());
    CHECK_THAT(none.errors, Contains("They belong to: Stormöten, Ungdomsråd."));
}

}  // namespace stormote
