// import-survey, release, and what settings say of the agreement.
#include <catch2/catch.hpp>

#include "kiosk/desk/desk.h"
#include "sync/base/local_time.h"
#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/machine/organiser_program.h"
#include "tests/support/record/start_crypto.h"

namespace stormote {

using testing::OrganiserProgram;

namespace {

constexpr Actor attendee{ActingRole::attendee};

// A kiosk with the event "mote", at an hour of the evening.
class Kiosk {
  public:
    Kiosk(const OrganiserProgram& program, const char *time) : clock_(*instant_of(time)) {
        auto desk =
            Desk::open(program.folder() / "mote", [] { return std::nullopt; }, JournalAccess::write,
                       {clock_, random_, program.folder() / "kiosk", HashingCost{}, ""});
        if (!desk) throw std::runtime_error(desk.error().english());
        desk_ = std::move(desk).value();
    }
    Desk *operator->() { return desk_.get(); }

  private:
    ManualClock clock_;
    SeededRandom random_{1};
    std::unique_ptr<Desk> desk_;
};

std::vector<SurveyQuestion> questions_of(const OrganiserProgram& program) {
    return survey_questions(Kiosk(program, "2022-10-12T19:00")->state());
}

constexpr const char *three_questions =
    "\xEF\xBB\xBF"
    "Nr;Fråga;Svar;Låg;Hög\r\n"
    "1;Hur var kvällen?;Skala;Inte bra;Mycket bra\r\n"
    "2;Kommer du igen?;ja/nej;;\r\n"
    "4;\"Vad tar du\nmed dig?\";Text\r\n";

// With these questions; it goes on for years, and is not over today.
void make_lasting_event(const OrganiserProgram& program) {
    static_cast<void>(
        program.answer({"init", "mote", "--name", "Stormöte", "--starts", "2022-10-12T18:00",
                        "--ends", "2122-10-12T21:00", "--no-passphrase"}));
    program.write("enkat.csv", three_questions);
    static_cast<void>(program.answer({"import-survey", "mote", "enkat.csv"}));
}

}  // namespace

TEST_CASE("a survey is read from a list, and the same list again changes nothing") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    program.write("enkat.csv", three_questions);
    const std::string before = program.record();
    CHECK(program.answer({"import-survey", "mote", "enkat.csv", "--dry-run"}) ==
          "Would be changed: 3 of 3 questions. Removed: 0.\n");
    CHECK(program.record() == before);
    CHECK(program.answer({"import-survey", "mote", "enkat.csv"}) ==
          "Changed: 3 of 3 questions. Removed: 0.\n");
    const auto questions = questions_of(program);
    REQUIRE(questions.size() == 3);
    CHECK(questions[0].answer == SurveyAnswerKind::scale);
    CHECK(questions[0].low == "Inte bra");
    CHECK(questions[0].high == "Mycket bra");
    CHECK(questions[1].answer == SurveyAnswerKind::yes_no);
    CHECK(questions[2].number == 4);
    CHECK(questions[2].answer == SurveyAnswerKind::text);
    CHECK(questions[2].text == "Vad tar du med dig?");
    const std::string record = program.record();
    CHECK(program.answer({"import-survey", "mote", "enkat.csv"}) ==
          "Changed: 0 of 3 questions. Removed: 0.\n");
    CHECK(program.record() == record);
}

TEST_CASE("choices stand in a cell or in columns, and one that is reworded changes the question") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    program.write("enkat.csv",
                  "Nr;Fråga;Svar;Val\r\n"
                  "1;När passar det?;ett val;\"En kväll; En lördag;\"\r\n"
                  "2;Vad vill ni göra?;Flera val;\"Dela lokal;Söka bidrag\"\r\n");
    CHECK(program.answer({"import-survey", "mote", "enkat.csv"}) ==
          "Changed: 2 of 2 questions. Removed: 0.\n");
    auto questions = questions_of(program);
    REQUIRE(questions.size() == 2);
    CHECK(questions[0].answer == SurveyAnswerKind::one_of);
    CHECK(questions[0].choices == std::vector<std::string>{"En kväll", "En lördag"});
    CHECK(questions[1].answer == SurveyAnswerKind::several_of);
    program.write("ny.csv",
                  "Nr;Fråga;Svar;Val 1;Val 2\n"
                  "1;När passar det?;enval;En kväll;En söndag\n"
                  "2;Vad vill ni göra?;kryssrutor;Dela lokal;Söka bidrag\n");
    CHECK(program.answer({"import-survey", "mote", "ny.csv"}) ==
          "Changed: 1 of 2 questions. Removed: 0.\n");
    questions = questions_of(program);
    CHECK(questions[0].choices == std::vector<std::string>{"En kväll", "En söndag"});
}

TEST_CASE("a corrected list changes what it says, and takes away what it leaves out") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    program.write("enkat.csv", three_questions);
    static_cast<void>(program.answer({"import-survey", "mote", "enkat.csv"}));
    program.write("ny.csv",
                  "number,question,answer\n2,Kommer du nästa gång?,yes/no\n"
                  "1,Hur var kvällen?,scale\n");
    CHECK(program.answer({"import-survey", "mote", "ny.csv"}) ==
          "Changed: 2 of 2 questions. Removed: 1.\n");
    const auto questions = questions_of(program);
    REQUIRE(questions.size() == 2);
    CHECK(questions[0].low.empty());
    CHECK(questions[1].text == "Kommer du nästa gång?");
    CHECK(program.answer({"import-survey", "mote", "ny.csv"}) ==
          "Changed: 0 of 2 questions. Removed: 0.\n");
}

TEST_CASE("what is wrong in a list of questions is named by line and column, and changes nothing") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    const std::string record = program.record();
    const auto refuses = [&](const std::string& list, const std::string& words) {
        program.write("enkat.csv", list);
        const Finished finished = program.run({"import-survey", "mote", "enkat.csv"});
        INFO(list << finished.errors);
        CHECK(finished.status == 1);
        CHECK(finished.output.empty());
        CHECK(finished.errors.find(words) != std::string::npos);
        CHECK(program.record() == record);
    };
    refuses("", "enkat.csv");
    refuses("Fråga,Svar\nHur?,skala\n",
            "line 1, column Nr: The column with the numbers of the questions is missing");
    refuses("Nr,Fråga,Färg\n1,Hur?,blå\n", "line 1, column Färg: The heading is not known");
    refuses("Nr,Fråga,Question\n1,Hur?,Hur?\n", "mean the same");
    refuses("Nr,Fråga,Svar\nett,Hur?,skala\n", "line 2, column Nr: \"ett\" is not the number");
    refuses("Nr,Fråga,Svar\n0,Hur?,skala\n", "line 2, column Nr: \"0\" is not the number");
    refuses("Nr,Fråga,Svar\n1,Hur?,skala\n1,Var?,text\n", "line 3, column Nr: It is on line 2");
    refuses("Nr,Fråga,Svar\n1,,skala\n", "line 2: The question is missing");
    refuses("Nr,Fråga,Svar\n1," + std::string(301, 'a') + ",skala\n",
            "line 2, column Fråga: The question is longer than 300 characters");
    refuses("Nr,Fråga,Svar\n1,Hur?,kanske\n", "line 2: \"kanske\" is not a kind of answer");
    refuses("Nr,Fråga,Svar\n1,Hur?,ett val\n", "line 2: There are fewer than two choices");
    refuses("Nr,Fråga,Svar,Val\n1,Hur?,flera val,Bra\n",
            "line 2, column Val: There are fewer than two choices");
    refuses("Nr,Fråga,Svar,Val\n1,Hur?,skala,Bra;Dåligt\n",
            "line 2, column Val: Only ett val and flera val have choices");
    refuses("Nr,Fråga,Svar,Val 1,Val 2\n1,Hur?,ett val,Bra,BRA\n",
            "line 2, column Val 1: \"BRA\" stands among the choices twice");
    refuses("Nr,Fråga,Svar,Val\n1,Hur?,ett val,Bra; " + std::string(121, 'a') + "\n",
            "is longer than 120 characters: it has 121");
    std::string choices = "Nr,Fråga,Svar,Val\n1,Hur?,flera val,";
    for (int i = 1; i <= 21; ++i) choices += "Sak " + std::to_string(i) + ";";
    refuses(choices + "\n", "There are 21 choices, but a question takes at most 20.");
    refuses("Nr,Fråga\n1,Hur?\n", "line 2: \"\" is not a kind of answer");
    refuses("Nr,Fråga,Svar,Låg\n1,Hur?,text,Dåligt\n", "line 2, column Låg: Only a scale");
    refuses("Nr,Fråga,Svar,Hög\n1,Hur?,skala," + std::string(61, 'a') + "\n",
            "line 2, column Hög: That is longer than 60 characters");
    std::string many = "Nr,Fråga,Svar\n";
    for (int i = 1; i <= 21; ++i) many += std::to_string(i) + ",Hur?,skala\n";
    refuses(many, "There are 21 questions, but the survey takes at most 20.");
    // All of them at once.
    refuses("Nr,Fråga,Svar\n1,,skala\n2,Hur?,kanske\n", "Problems: 2.");
    CHECK(program.run({"import-survey", "mote", "saknas.csv"}).status == 1);
}

TEST_CASE("a question that was answered is not asked in another way under its number") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    program.write("enkat.csv", three_questions);
    static_cast<void>(program.answer({"import-survey", "mote", "enkat.csv"}));
    {
        Kiosk kiosk(program, "2022-10-12T22:00");
        REQUIRE(kiosk->give_answers({{2, "yes"}}, attendee) == FeedbackOutcome::kept);
    }
    CHECK(program.answer({"release", "mote"}) == "Answers: 1. Still waiting: 0.\n");
    program.write("ny.csv", "nr,fråga,svar\n1,Hur var kvällen?,text\n2,Kommer du igen?,text\n");
    const Finished finished = program.run({"import-survey", "mote", "ny.csv"});
    CHECK(finished.status == 1);
    CHECK(finished.errors.find(
              "line 3, column nr: Question 2 was or may have been answered in another way") !=
          std::string::npos);
    // A slip of the pen may be mended.
    program.write("ny.csv", "nr,fråga,svar\n2,Kommer du också igen?,ja/nej\n");
    CHECK(program.run({"import-survey", "mote", "ny.csv"}).status == 0);
}

TEST_CASE("while answers wait, no question is asked in another way") {
    const OrganiserProgram program;
    make_lasting_event(program);
    {
        Kiosk kiosk(program, "2022-10-12T20:00");
        REQUIRE(kiosk->give_answers({{2, "yes"}}, attendee) == FeedbackOutcome::kept);
    }
    program.write("ny.csv", "nr,fråga,svar\n1,Hur var kvällen?,text\n2,Kommer du igen?,ja/nej\n");
    const Finished finished = program.run({"import-survey", "mote", "ny.csv"});
    CHECK(finished.status == 1);
    CHECK(finished.errors.find("line 2, column nr: Question 1 was or may have been answered") !=
          std::string::npos);
}

TEST_CASE("answers that wait in the file are counted beside the export, until they are taken in") {
    const OrganiserProgram program;
    make_lasting_event(program);
    {
        Kiosk kiosk(program, "2022-10-12T20:00");
        for (const char *text : {"b", "a", "e", "d", "c", "f"}) {
            REQUIRE(kiosk->give_answers({{4, text}}, attendee) == FeedbackOutcome::kept);
        }
    }
    Finished exported = program.run({"export", "mote", "survey", "--format", "json"});
    CHECK(exported.status == 0);
    CHECK(exported.errors.find("are not among these: 6.") != std::string::npos);
    CHECK(exported.output.find("\"answers\":6") == std::string::npos);
    CHECK(program.answer({"release", "mote"}) == "Answers: 0. Still waiting: 6.\n");
    static_cast<void>(program.answer({"settings", "mote", "--ends", "2022-10-12T21:00"}));
    CHECK(program.answer({"release", "mote"}) == "Answers: 6. Still waiting: 0.\n");
    exported = program.run({"export", "mote", "survey", "--format", "json"});
    CHECK(exported.errors.empty());
    const auto rows = testing::parse_json(exported.output);
    // Two questions are hidden; the texts of the third stand in the order of the alphabet.
    REQUIRE(rows.size() == 8);
    CHECK(rows[2]["answer"] == "a");
    CHECK(rows[7]["answer"] == "f");
    const auto statistics = program.json({"statistics", "mote", "--json"});
    CHECK(statistics["survey_answers"] == 6);
}

TEST_CASE("the agreement and the departments are settings") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    const std::string shown =
        program.answer({"settings", "mote", "--agreement", "Överenskommelsen", "--agreement-text",
                        "Vi lyssnar.", "--departments", " Skola;;Kultur och fritid ;"});
    CHECK(shown.find("Agreement: Överenskommelsen\n") != std::string::npos);
    CHECK(shown.find("What it means: Vi lyssnar.\n") != std::string::npos);
    CHECK(shown.find("Departments:\n    Skola\n    Kultur och fritid\n") != std::string::npos);
    const WayOut offer = way_out(Kiosk(program, "2022-10-12T19:00")->state());
    CHECK(offer.agreement == "Överenskommelsen");
    CHECK(offer.agreement_text == "Vi lyssnar.");
    CHECK(offer.departments == std::vector<std::string>{"Skola", "Kultur och fritid"});
    static_cast<void>(program.answer({"settings", "mote", "--agreement", ""}));
    CHECK(way_out(Kiosk(program, "2022-10-12T19:00")->state()).agreement.empty());
}

TEST_CASE("what would not fit on the kiosk's page is refused") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    const std::string record = program.record();
    const auto refuses = [&](const std::string& option, const std::string& value,
                             const std::string& words) {
        const Finished finished = program.run({"settings", "mote", option, value});
        CHECK(finished.status == 1);
        CHECK(finished.errors.find(words) != std::string::npos);
        CHECK(program.record() == record);
    };
    refuses("--agreement", std::string(121, 'a'), "longer than 120 characters");
    refuses("--agreement-text", std::string(601, 'a'), "longer than 600 characters");
    refuses("--departments", "Skola;" + std::string(61, 'a'), "longer than 60 characters");
    refuses("--departments", "A;B;C;D;E;F;G;H;I;J;K;L", "--departments names 12, and 11 fit");
    CHECK(program.run({"settings", "mote", "--departments", "A;B;C;D;E;F;G;H;I;J;K"}).status == 0);
}

TEST_CASE("an organisation's word is taken back by its name") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    static_cast<void>(program.answer({"settings", "mote", "--agreement", "Överenskommelsen"}));
    {
        Kiosk kiosk(program, "2022-10-12T19:00");
        NewAttendee guest;
        guest.given_name = "Åsa";
        guest.organisation = "Ekens scoutkår";
        const auto person = kiosk->walk_in(guest, Actor{ActingRole::staff});
        REQUIRE(kiosk->join_agreement(*person.verdict.attendee, attendee) == Joining::joined);
    }
    const Finished unknown = program.run({"withdraw", "mote", "Eken"});
    CHECK(unknown.status == 1);
    CHECK(unknown.errors.find("Eken has not joined.") != std::string::npos);
    CHECK(program.answer({"withdraw", "mote", "ekens SCOUTKÅR"}) ==
          "The joining of Ekens scoutkår is undone.\n");
    CHECK(program.answer({"export", "mote", "joined"}).find("Ekens") == std::string::npos);
    CHECK(program.run({"withdraw", "mote", "Ekens scoutkår"}).status == 1);
}

TEST_CASE("the example event has a question of each kind and an agreement to join") {
    const OrganiserProgram program;
    program.make_event(24);
    Kiosk kiosk(program, "2022-10-12T19:00");
    const WayOut offer = way_out(kiosk->state());
    REQUIRE(offer.questions.size() == 5);
    for (std::size_t i = 0; i < 5; ++i) {
        CHECK(offer.questions[i].answer == static_cast<SurveyAnswerKind>(i));
    }
    CHECK_FALSE(offer.agreement.empty());
    CHECK_FALSE(offer.agreement_text.empty());
    CHECK(offer.departments.size() == 4);
}

TEST_CASE("a survey is asked in further languages, each question wholly or not at all") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    program.write("enkat.csv",
                  "Nr;Fråga;Svar;Låg;Hög;Val;Fråga:en;Låg:en;Hög:en;Val:en\n"
                  "1;Hur var det?;skala;Dåligt;Bra;;How was it?;Poor;Good;\n"
                  "2;När passar det?;ett val;;;\"Kväll; Dag\";When?;;;\"Evening; Day\"\n"
                  "3;Något mer?;text;;;;;;;\n");
    CHECK(program.answer({"import-survey", "mote", "enkat.csv"}) ==
          "Changed: 3 of 3 questions. Removed: 0.\n");
    CHECK(program.answer({"import-survey", "mote", "enkat.csv"}) ==
          "Changed: 0 of 3 questions. Removed: 0.\n");
    const auto questions = questions_of(program);
    REQUIRE(questions.size() == 3);
    CHECK(questions[0].in("en")->low == "Poor");
    CHECK(questions[1].in("en")->choices == std::vector<std::string>{"Evening", "Day"});
    CHECK_FALSE(questions[1].in("fi"));
    CHECK_FALSE(questions[2].in("en"));
    const std::string record = program.record();
    const auto refuses = [&](const std::string& rows, const std::string& words) {
        program.write("fel.csv",
                      "Nr;Fråga;Svar;Låg;Hög;Val;Fråga:en;Låg:en;Hög:en;Val:en\n" + rows);
        const Finished finished = program.run({"import-survey", "mote", "fel.csv"});
        INFO(rows << finished.errors);
        CHECK(finished.status == 1);
        CHECK(finished.errors.find(words) != std::string::npos);
        CHECK(program.record() == record);
    };
    refuses("2;När?;ett val;;;\"Kväll; Dag\";When?;;;Evening\n",
            "line 2, column Val:en: There are 1 choices in \"en\", and 2 in Swedish.");
    refuses("1;Hur?;skala;Dåligt;Bra;;How?;Poor;;\n",
            "line 2, column Låg:en: Only a part of the question is translated into \"en\".");
    refuses("1;Hur?;text;;;;How?;Poor;;\n",
            "line 2, column Låg:en: There is nothing that \"Poor\" translates.");
}

}  // namespace stormote
