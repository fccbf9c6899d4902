#include <catch2/catch.hpp>

#include "tests/support/machine/json.h"
#include "tests/support/machine/organiser_program.h"

namespace stormote::testing {

using Catch::Contains;

namespace {

// With an event with notes, two proposals among which ask for the same.
class ProgramWithNotes : public OrganiserProgram {
  public:
    ProgramWithNotes() {
        make_event();
        school = write_note("proposal", "Öppna skolans lokaler på kvällen");
        write_note("point", "skollokaler kvällstid");
        write_note("proposal", "Gratis kopiering på biblioteket");
        evening = write_note("proposal", "skollokaler på\nkvällstid!");
    }

    std::string write_note(const std::string& kind, const std::string& text) const {
        const std::string id =
            answer({"note", "mote", "--group", "1", "--question", "1", "--kind", kind, text});
        return id.substr(0, id.find('\n'));
    }

    std::string school;
    std::string evening;
};

}  // namespace

TEST_CASE("proposals that ask for the same are listed with what they have in common") {
    const ProgramWithNotes program;
    const std::string answer = program.answer({"similar", "mote"});
    CHECK_THAT(answer, Contains("In common: kvällen / kvällstid, "));
    CHECK_THAT(answer, Contains("\n  " + program.school +
                                "  Group 1: Öppna skolans lokaler på kvällen\n  " +
                                program.evening + "  Group 1: skollokaler på kvällstid!\n"));
    CHECK_THAT(answer, !Contains("kopiering"));
}

TEST_CASE("similar proposals are answered as JSON with the ids of their notes") {
    const ProgramWithNotes program;
    for (const auto& group : program.json({"similar", "mote", "--json"})) {
        CHECK_FALSE(group.at("shared").empty());
        CHECK(group.at("notes").size() >= 2);
        for (const auto& note : group.at("notes")) {
            CHECK(note.at("note").get<std::string>().size() == 36);
            CHECK(note.at("question") == 1);
            CHECK(note.at("group") == 1);
            CHECK_FALSE(note.at("text").get<std::string>().empty());
        }
    }
    CHECK_THAT(program.answer({"similar", "mote", "--json"}),
               Contains("skollokaler på\\nkvällstid!"));
}

TEST_CASE("an event without proposals has none that are alike, and other languages are refused") {
    const OrganiserProgram program;
    program.make_empty_event();
    CHECK(program.answer({"similar", "tom"}) == "No two proposals are alike.\n");
    CHECK(program.answer({"similar", "tom", "--json"}) == "[]\n");
    const Finished refused = program.run({"similar", "tom", "--notes-in", "de"});
    CHECK(refused.status == 2);
    CHECK_THAT(refused.errors, Contains("sv, en, fi"));
    CHECK(program.run({"similar", "missing"}).status == 1);
}

TEST_CASE("notes that somebody has said to be one, or two, are not proposed to be one") {
    const ProgramWithNotes program;
    static_cast<void>(program.answer({"part-notes", "mote", program.school, program.evening}));
    CHECK(program.answer({"similar", "mote"}) == "No two proposals are alike.\n");
    const std::string third = program.write_note("proposal", "Öppna skolans lokaler på kvällar");
    for (const auto& group : program.json({"similar", "mote", "--json"})) {
        CHECK(group.at("notes").size() == 2);
    }
    static_cast<void>(program.answer({"merge-notes", "mote", third, program.school}));
    CHECK(program.answer({"similar", "mote"}) == "No two proposals are alike.\n");
}

TEST_CASE("proposals are compared in the words in which they are published") {
    const ProgramWithNotes program;
    static_cast<void>(
        program.answer({"note-wording", "mote", "--note", program.evening, "Gratis kopiering"}));
    CHECK_THAT(
        program.answer({"similar", "mote"}),
        Contains(program.evening + "  Group 1: Gratis kopiering\n") && !Contains(program.school));
}

}  // namespace stormote::testing
