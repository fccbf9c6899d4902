// The survey as a paper: what a reader finds in it.
#include "kiosk/documents/papers/survey_blocks.h"

#include <catch2/catch.hpp>

#include "tests/kiosk/documents/papers/paper_outline.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::EventDesk;
using testing::outline;
using testing::part_of;

namespace {

using Lines = std::vector<std::string>;

void ask(EventDesk& event) {
    event.record(SurveyQuestionDescribed{
        1, {{1, "Hur var kvällen?"}, {2, "scale"}, {3, "Inte bra"}, {4, "Bra"}}});
    event.record(SurveyQuestionDescribed{2, {{1, "Kommer du igen?"}, {2, "yes_no"}}});
    event.record(SurveyQuestionDescribed{3, {{1, "Vad tar du med dig?"}, {2, "text"}}});
}

void answer(EventDesk& event, int people) {
    for (int i = 0; i < people; ++i) {
        AnswersGiven given;
        given.sheet.value.bytes[0] = static_cast<std::uint8_t>(i);
        given.answers = {{1, std::to_string(1 + i % 5)},
                         {2, i % 3 == 0 ? "no" : "yes"},
                         {3, "Text " + std::to_string(i)}};
        event.record(std::move(given));
    }
}

}  // namespace

TEST_CASE("without a survey there is nothing to tell, and that is said") {
    const EventDesk event;
    const auto paper = compose_survey(event.state(), Texts());
    REQUIRE_FALSE(paper);
    CHECK(paper.error().kind == ErrorKind::input);
}

TEST_CASE("the survey is a heading a question, and a row or a list item an answer") {
    EventDesk event;
    ask(event);
    answer(event, 6);
    const auto paper = compose_survey(event.state(), Texts());
    REQUIRE(paper);
    CHECK(paper->title == "Stormöte · Survey");
    CHECK(outline(paper->blocks)[1] == "6 surveys are filled in.");
    CHECK(part_of(paper->blocks, "# Hur var kvällen?") ==
          Lines{"6 answers, on average 2.7 of 5",
                "chart: Hur var kvällen? 1 · Inte bra: 2 (33 %); 2: 1 (17 %); 3: 1 (17 %); "
                "4: 1 (17 %); 5 · Bra: 1 (17 %).",
                "= 1 · Inte bra = 2 (33 %)", "= 2 = 1 (17 %)", "= 3 = 1 (17 %)", "= 4 = 1 (17 %)",
                "= 5 · Bra = 1 (17 %)"});
    CHECK(part_of(paper->blocks, "# Kommer du igen?") ==
          Lines{"6 answers", "chart: Kommer du igen? Yes: 4 (67 %); No: 2 (33 %).",
                "= Yes = 4 (67 %)", "= No = 2 (33 %)"});
    CHECK(
        part_of(paper->blocks, "# Vad tar du med dig?") ==
        Lines{"6 answers", "- Text 0", "- Text 1", "- Text 2", "- Text 3", "- Text 4", "- Text 5"});
}

TEST_CASE("each choice is a bar, as a share of those who answered") {
    EventDesk event;
    event.record(SurveyQuestionDescribed{
        4, {{1, "När passar det?"}, {2, "one_of"}, {5, "En kväll\nEn lördag"}}});
    event.record(SurveyQuestionDescribed{
        5, {{1, "Vad vill ni göra?"}, {2, "several_of"}, {5, "Dela lokal\nSöka bidrag"}}});
    for (int i = 0; i < 6; ++i) {
        AnswersGiven given;
        given.sheet.value.bytes[0] = static_cast<std::uint8_t>(i);
        given.answers = {{4, i < 4 ? "En lördag" : "En kväll"},
                         {5, i < 3 ? "Dela lokal\nSöka bidrag" : "Söka bidrag"}};
        event.record(std::move(given));
    }
    const auto paper = compose_survey(event.state(), Texts());
    REQUIRE(paper);
    CHECK(part_of(paper->blocks, "# När passar det?") ==
          Lines{"6 answers", "chart: När passar det? En kväll: 2 (33 %); En lördag: 4 (67 %).",
                "= En kväll = 2 (33 %)", "= En lördag = 4 (67 %)"});
    CHECK(part_of(paper->blocks, "# Vad vill ni göra?") ==
          Lines{"6 answers, each of one choice or more",
                "chart: Vad vill ni göra? Dela lokal: 3 (50 %); Söka bidrag: 6 (100 %).",
                "= Dela lokal = 3 (50 %)", "= Söka bidrag = 6 (100 %)"});
}

TEST_CASE("five answers are not told, only that there are five") {
    EventDesk event;
    ask(event);
    answer(event, 5);
    const auto paper = compose_survey(event.state(), Texts());
    REQUIRE(paper);
    const std::string hidden =
        "5 answers. They are shown only when there are more than five, so that nobody can be "
        "identified by an answer.";
    for (const char *question :
         {"# Hur var kvällen?", "# Kommer du igen?", "# Vad tar du med dig?"}) {
        CHECK(part_of(paper->blocks, question) == Lines{hidden});
    }
}

}  // namespace stormote
