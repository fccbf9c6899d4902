// tickets, check-in, undo, check-out, search, note: an evening from the command line.
#include <algorithm>
#include <sstream>

#include <catch2/catch.hpp>

#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/machine/organiser_program.h"
#include "tests/support/machine/pdf_objects.h"

namespace stormote {

using testing::OrganiserProgram;

TEST_CASE("tickets admit once, are told apart, and can be undone") {
    const OrganiserProgram program;
    program.make_event();
    const auto tickets = program.tickets();
    REQUIRE(tickets.size() == 24);
    const std::string& id = tickets[0][0];
    CHECK(tickets[0][2].size() == 61);
    CHECK(program.tickets() == tickets);
    auto answer = program.json({"check-in", "mote", tickets[0][2], "--json"});
    CHECK(answer["verdict"] == "admitted");
    CHECK(answer["attendee"] == id);
    CHECK(answer["name"] == tickets[0][1]);
    CHECK(answer["group"].is_number());
    CHECK(program.json({"check-in", "mote", tickets[0][3], "--json"})["verdict"] ==
          "already_checked_in");
    CHECK(program.json({"check-in", "mote", "nonsense", "--json"})["verdict"] == "unknown_ticket");
    CHECK(program.run({"check-out", "mote", "--attendee", id}).status == 0);
    CHECK(program.json({"check-in", "mote", tickets[0][2], "--json"})["verdict"] == "readmitted");
    CHECK(program.run({"undo", "mote", "--attendee", id}).status == 0);
    CHECK(program.run({"undo", "mote", "--attendee", id}).status == 1);
    CHECK(program.run({"undo", "mote", "--attendee", "Bo"}).status == 1);
    // What was taken back is the return; that the person was here before, and left, stands.
    CHECK(program.json({"check-in", "mote", tickets[0][2], "--json"})["verdict"] == "readmitted");
}

TEST_CASE("tickets on standard input are answered line by line, refusals too, with status 0") {
    const OrganiserProgram program;
    program.make_event();
    const auto tickets = program.tickets();
    const Finished finished =
        program.run({"check-in", "mote", "--json"},
                    tickets[1][2] + "\nbiljett\n" + tickets[2][2] + "\n" + tickets[1][2]);
    CHECK(finished.status == 0);
    std::vector<std::string> verdicts;
    std::istringstream lines(finished.output);
    for (std::string line; std::getline(lines, line);) {
        verdicts.push_back(testing::parse_json(line)["verdict"]);
    }
    CHECK(verdicts ==
          std::vector<std::string>{"admitted", "unknown_ticket", "admitted", "already_checked_in"});
    CHECK(program.run({"check-in", "mote"}, "").status == 0);
}

TEST_CASE("the example of the help works: tickets in a pipe to the door") {
    const OrganiserProgram program;
    program.make_event();
    const std::string stormote = (program_directory() / "stormote").string();
    ProcessOptions options;
    options.environment = {{"STORMOTE_STATE", (program.folder() / "state").string()}};
    options.working_directory = program.folder();
    const Finished finished = run_program(
        {"sh", "-c",
         stormote + " tickets mote --text | cut -f3 | " + stormote + " check-in mote --json"},
        options);
    INFO(finished.errors);
    CHECK(finished.status == 0);
    CHECK(std::count(finished.output.begin(), finished.output.end(), '\n') == 24);
    CHECK(program.json({"statistics", "mote", "--json"})["no_shows"] == 0);
}

TEST_CASE("pictures of tickets are whole, or no ticket is issued") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    program.write("list.csv", "Namn\nÅsa Öberg\nBo Ek\n");
    static_cast<void>(program.answer({"import", "mote", "list.csv"}));
    const std::string record = program.record();
    CHECK(program.run({"tickets", "mote"}).status == 2);
    CHECK(program.run({"tickets", "mote", "--png", "list.csv"}).status == 1);
    CHECK(program.record() == record);
    CHECK(program.run({"tickets", "mote", "--png", "qr", "--svg", "qr"}).status == 0);
    const auto tickets = program.tickets();
    REQUIRE(tickets.size() == 2);
    // Named after their owners, in the order of the list.
    CHECK(tickets[0][1] == "Bo Ek");
    for (std::size_t i = 0; i < 2; ++i) {
        const auto& ticket = tickets[i];
        const std::string file =
            "qr/00" + std::to_string(i + 1) + " " + ticket[1] + " " + ticket[3];
        const std::string png = program.read(file + ".png");
        CHECK(png.substr(1, 3) == "PNG");
        // Width and height: 25 modules and a quiet zone of four on both sides, 12 pixels each.
        CHECK(png.substr(16, 8) == std::string("\0\0\x01\x8C\0\0\x01\x8C", 8));
        CHECK(program.read(file + ".svg").starts_with("<svg"));
    }
    const auto entries = std::filesystem::directory_iterator(program.folder() / "qr");
    CHECK(std::distance(begin(entries), end(entries)) == 4);
}

TEST_CASE("tickets are printed on the paper that is asked for, without those who cancelled") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    program.write("list.csv", "Namn;Språk\nÅsa Öberg;\nBo Ek;arabiska\nSiv Ås;\n");
    static_cast<void>(program.answer({"import", "mote", "list.csv"}));
    const auto tickets = program.tickets();
    static_cast<void>(program.answer({"cancel", "mote", "--attendee", tickets[2][0]}));
    CHECK(program.answer({"tickets", "mote", "--pdf", "alla.pdf"}).empty());
    CHECK(program.answer({"tickets", "mote", "--pdf", "klipp.pdf", "--paper", "a4x4"}).empty());
    const std::string pdf = program.read("alla.pdf");
    CHECK(testing::page_count(pdf) == 2);
    CHECK(testing::page_count(program.read("klipp.pdf")) == 1);
    CHECK(testing::count_in_pdf(pdf, "/Lang (ar)") == 1);
    CHECK(testing::count_in_pdf(pdf, "/Lang (en)") == 2);
    const auto refused = program.run({"tickets", "mote", "--pdf", "b.pdf", "--paper", "a5"});
    CHECK(refused.status == 2);
    CHECK_FALSE(program.exists("b.pdf"));
    CHECK(program.run({"tickets", "mote", "--pdf", "ingen/b.pdf"}).status != 0);
}

TEST_CASE("people are found by a few letters, and nobody is no failure") {
    const OrganiserProgram program;
    program.make_event();
    const auto found = program.json({"search", "mote", "asa", "ob", "--json"});
    CHECK(found["hits"].size() == 2);
    CHECK(found["hits"][0]["name"] == "Åsa Öberg");
    CHECK(found["hits"][0]["match"] == "folded");
    CHECK(found["hits"][0]["organisation"] != found["hits"][1]["organisation"]);
    CHECK(found["more"] == false);
    CHECK(program.answer({"search", "mote", "åsa öberg"}).find("\tÅsa Öberg\t") !=
          std::string::npos);
    const Finished nobody = program.run({"search", "mote", "xyzzy"});
    CHECK(nobody.status == 0);
    CHECK(nobody.output.empty());
    CHECK(nobody.errors == "Nobody was found for \"xyzzy\".\n");
    CHECK(program.run({"search", "mote"}).status == 2);
    CHECK(program.run({"search", "mote", "\xE5sa"}).status == 2);
}

TEST_CASE("a note is logged under its group and question, or refused without harm") {
    const OrganiserProgram program;
    program.make_event();
    const auto note = [&](const std::string& group, const std::string& question,
                          const std::string& kind, const std::string& text) {
        return program.run(
            {"note", "mote", "--group", group, "--question", question, "--kind", kind, text});
    };
    const std::string record = program.record();
    CHECK(note("99", "1", "point", "x").status == 1);
    CHECK(note("99", "1", "point", "x").errors ==
          "stormote: There is no group 99. These exist: 1, 2, 3.\n");
    CHECK(note("1", "9", "point", "x").status == 1);
    CHECK(note("1", "1", "point", "  \n ").status == 1);
    CHECK(note("1", "1", "point", std::string(10'001, 'a')).status == 1);
    CHECK(note("1", "1", "poem", "x").status == 2);
    CHECK(note("1", "1", "point", "\xFF").status == 2);
    CHECK(note("ett", "1", "point", "x").status == 2);
    CHECK(program.record() == record);
    std::string longest;
    for (int i = 0; i < 10'000; ++i) longest += "å";
    const Finished written = note("1", "2", "proposal", longest);
    CHECK(written.status == 0);
    CHECK(written.output.size() == 37);
    CHECK(note("2", "1", "commitment", "Vi ses\ni \"maj\"").status == 0);
    const auto notes = program.json({"export", "mote", "notes", "--format", "json"});
    REQUIRE(notes.size() == 2);
    CHECK(notes[0]["text"] == "Vi ses\ni \"maj\"");
    CHECK(notes[0]["kind"] == "commitment");
    CHECK(notes[1]["text"] == longest);
    program.make_empty_event();
    CHECK(program.run({"note", "tom", "--group", "1", "--question", "1", "--kind", "point", "x"})
              .status == 1);
}

}  // namespace stormote
