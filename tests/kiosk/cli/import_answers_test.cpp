// import-answers: answers that were given in a web survey, as such surveys export them.
#include <catch2/catch.hpp>

#include "kiosk/desk/desk.h"
#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/machine/organiser_program.h"
#include "tests/support/record/start_crypto.h"

namespace stormote {

using testing::OrganiserProgram;

namespace {

const std::filesystem::path fixtures = std::filesystem::path(STORMOTE_SOURCES) / "tests/fixtures";

constexpr const char *two_questions =
    "Nr;Fråga;Svar;Val\n"
    "1;Kommer du igen?;ja/nej;\n"
    "2;Vad vill ni göra?;flera val;\"Dela lokal; Söka bidrag; Öva, spela och sjunga\"\n";

// With the survey of the evening's fixtures.
void make_surveyed_event(const OrganiserProgram& program) {
    program.make_empty_event("mote");
    const std::string list = (fixtures / "evening/enkat.csv").string();
    static_cast<void>(program.answer({"import-survey", "mote", list}));
}

nlohmann::json survey_of(const OrganiserProgram& program) {
    return program.json({"export", "mote", "survey", "--format", "json"});
}

std::int64_t count_of(const nlohmann::json& rows, int question, const std::string& answer) {
    for (const auto& row : rows) {
        if (row["question"] == question && row["answer"] == answer) return row["count"];
    }
    return -1;
}

}  // namespace

TEST_CASE("the answers of Microsoft Forms and of Google count together, and never twice") {
    const OrganiserProgram program;
    make_surveyed_event(program);
    const std::string google = (fixtures / "web-survey/google.csv").string();
    const std::string forms = (fixtures / "web-survey/forms.xlsx").string();
    const std::string before = program.record();
    CHECK(program.answer({"import-answers", "mote", google, "--dry-run"}) ==
          "Answer sheets that would be read: 7. Comments: 1. Known already: 0. Without answers: "
          "0.\n");
    CHECK(program.record() == before);
    CHECK(program.answer({"import-answers", "mote", google}) ==
          "Answer sheets read: 7. Comments: 1. Known already: 0. Without answers: 0.\n");
    const Finished read = program.run({"import-answers", "mote", forms});
    CHECK(read.status == 0);
    CHECK(read.output ==
          "Answer sheets read: 5. Comments: 0. Known already: 0. Without answers: 1.\n");
    CHECK(read.errors.find("column ID, Starttid, Slutförandetid, E-post, Namn: Not read") !=
          std::string::npos);
    const std::string record = program.record();
    CHECK(program.answer({"import-answers", "mote", google}) ==
          "Answer sheets read: 0. Comments: 0. Known already: 7. Without answers: 0.\n");
    CHECK(program.answer({"import-answers", "mote", forms}) ==
          "Answer sheets read: 0. Comments: 0. Known already: 5. Without answers: 1.\n");
    CHECK(program.record() == record);

    const auto rows = survey_of(program);
    CHECK(rows[3]["answer"] == 4);
    CHECK(rows[3]["count"] == 5);
    CHECK(rows[4]["count"] == 4);
    CHECK(rows[4]["answers"] == 12);
    CHECK(count_of(rows, 2, "yes") == 9);
    CHECK(count_of(rows, 4, "En lördag") == 6);
    CHECK(count_of(rows, 5, "Söka bidrag") == 4);
    // Four texts: not more than five.
    CHECK(count_of(rows, 3, "Kortare inledning") == -1);
    const auto messages = program.json({"export", "mote", "messages", "--format", "json"});
    REQUIRE(messages.size() == 1);
    CHECK(messages[0]["text"] == "Tack för en fin kväll!");
}

TEST_CASE("a list of answers that has grown adds what is new, also with another question") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    program.write("enkat.csv", two_questions);
    static_cast<void>(program.answer({"import-survey", "mote", "enkat.csv"}));
    program.write("svar.csv", "Kommer du igen?,Namn\nja,\nja,\nnej,\n");
    CHECK(program.answer({"import-answers", "mote", "svar.csv"}) ==
          "Answer sheets read: 3. Comments: 0. Known already: 0. Without answers: 0.\n");
    program.write("svar.csv",
                  "Vad vill ni göra?,Kommer du igen?,Namn\n,ja,\n,ja,\n,nej,\n,ja,\n"
                  "\"Öva, spela och sjunga, Dela lokal\",ja,\n");
    CHECK(program.answer({"import-answers", "mote", "svar.csv"}) ==
          "Answer sheets read: 2. Comments: 0. Known already: 3. Without answers: 0.\n");
}

TEST_CASE(
    "a list whose columns were changed looks read in already, and is read in where that is said") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    program.write("enkat.csv", two_questions);
    static_cast<void>(program.answer({"import-survey", "mote", "enkat.csv"}));
    program.write("svar.csv", "Kommer du igen?,Namn\nja,A\nja,B\nnej,C\nja,D\nnej,E\nja,F\n");
    static_cast<void>(program.answer({"import-answers", "mote", "svar.csv"}));
    const std::string record = program.record();
    program.write("svar.csv", "Kommer du igen?\nja\nja\nnej\nja\nnej\nja\n");
    const Finished refused = program.run({"import-answers", "mote", "svar.csv"});
    CHECK(refused.status == 1);
    CHECK(refused.errors.find("6 of 6 new rows answer just what rows do") != std::string::npos);
    CHECK(program.record() == record);
    CHECK(program.answer({"import-answers", "mote", "svar.csv", "--take-alike"}) ==
          "Answer sheets read: 6. Comments: 0. Known already: 0. Without answers: 0.\n");
}

TEST_CASE("what fits no question or choice is named with a proposal, and nothing is recorded") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    program.write("enkat.csv", two_questions);
    program.write("svar.csv", "Kommer du igen?\nja\n");
    const Finished early = program.run({"import-answers", "mote", "svar.csv"});
    CHECK(early.status == 1);
    CHECK(early.errors.find("The event has no survey.") != std::string::npos);
    static_cast<void>(program.answer({"import-survey", "mote", "enkat.csv"}));
    const std::string record = program.record();
    const auto refuses = [&](const std::string& list, const std::string& words) {
        program.write("svar.csv", list);
        const Finished finished = program.run({"import-answers", "mote", "svar.csv"});
        INFO(list << finished.errors);
        CHECK(finished.status == 1);
        CHECK(finished.errors.find(words) != std::string::npos);
        CHECK(program.record() == record);
    };
    refuses("Kommer du igen?\nja\nkanske\n",
            "line 3, column Kommer du igen?: \"kanske\" is neither yes nor no");
    refuses("Kommer du igen?\n\"Ja, gärna\"\n", "Proposal: ja");
    refuses(
        "Kommer du igen?,Vad vill ni göra?\nja,Dela lokal;Söka bidraget;\n",
        "line 2, column Vad vill ni göra?: \"Söka bidraget\" is none of the choices of question "
        "2. Write one of them, or add it to the question. Proposal: Söka bidrag");
    refuses("Vad vill ni göra?;Kommer du igen?\nDela lokal;Söka bidrag;ja\n",
            "line 2: The row has more cells than there are headings.");
    refuses("Kommer du igen?,Vad vill ni gör\nja,Dela lokal\n",
            "line 1, column Vad vill ni gör: This is probably question 2. Write the heading as the "
            "question, or take the column away. Proposal: Vad vill ni göra?");
    refuses("Namn,Ålder\nÅsa,41\n", "No column is headed by a question");
    refuses("Kommer du igen?,Kommentar\nja," + std::string(10'001, 'a') + "\n", "characters");
}

}  // namespace stormote
