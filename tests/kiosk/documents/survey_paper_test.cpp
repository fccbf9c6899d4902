// The survey on paper: what a reader of the PDF finds in it.
#include "kiosk/documents/survey_paper.h"

#include <catch2/catch.hpp>

#include "tests/support/documents/pdf_reading.h"
#include "tests/support/machine/pdf_objects.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::count_in_pdf;
using testing::EventDesk;
using testing::page_count;
using testing::PdfReading;

namespace {

void ask(EventDesk& event) {
    event.record(
        SurveyQuestionDescribed{1, {{1, "Hur var kvällen?"}, {2, "scale"}, {3, "Inte bra"}}});
    event.record(SurveyQuestionDescribed{2, {{1, "Kommer du igen?"}, {2, "yes_no"}}});
    event.record(SurveyQuestionDescribed{3, {{1, "Vad tar du med dig?"}, {2, "text"}}});
}

void answer(EventDesk& event, int people) {
    for (int i = 0; i < people; ++i) {
        AnswersGiven given;
        given.sheet.value.bytes[0] = static_cast<std::uint8_t>(i);
        given.answers = {{1, std::to_string(1 + i % 5)},
                         {2, i % 3 == 0 ? "no" : "yes"},
                         {3, "Att vi träffades på riktigt, alla på en gång, och det " +
                                 std::to_string(i) + " gånger om."}};
        event.record(std::move(given));
    }
}

}  // namespace

TEST_CASE("without a survey there is nothing to draw, and that is said") {
    EventDesk event;
    const auto paper = draw_survey(event.state(), Texts());
    REQUIRE_FALSE(paper);
    CHECK(paper.error().kind == ErrorKind::input);
}

TEST_CASE("the survey is tagged: a heading a question, a picture in words a chart") {
    EventDesk event;
    ask(event);
    answer(event, 6);
    const auto paper = draw_survey(event.state(), Texts());
    REQUIRE(paper);
    const std::string& pdf = paper.value();
    CHECK(pdf.starts_with("%PDF-"));
    CHECK(page_count(pdf) == 1);
    const PdfReading reading(pdf);
    CHECK(reading.count("H1") == 1);
    CHECK(reading.count("H2") == 3);
    const auto charts = reading.all("Figure");
    REQUIRE(charts.size() == 2);
    CHECK(charts[0].alternative ==
          "1 · Inte bra: 2 (33 %); 2: 1 (17 %); 3: 1 (17 %); 4: 1 (17 %); 5: 1 (17 %)");
    CHECK(charts[1].alternative == "Yes: 4 (67 %); No: 2 (33 %)");
    CHECK(reading.count("LI") == 6);
    CHECK(reading.count("L") == 1);
    // What stands under the title, and under each question.
    CHECK(reading.count("P") == 4);
    CHECK(count_in_pdf(pdf, "/Title") >= 1);
}

TEST_CASE("five answers are not drawn, only that there are five") {
    EventDesk event;
    ask(event);
    answer(event, 5);
    const auto paper = draw_survey(event.state(), Texts());
    REQUIRE(paper);
    const PdfReading reading(paper.value());
    CHECK(reading.count("LI") == 0);
    CHECK(reading.count("Figure") == 0);
    CHECK(reading.count("H2") == 3);
}

TEST_CASE("what many have written goes on over pages") {
    EventDesk event;
    ask(event);
    answer(event, 150);
    const auto paper = draw_survey(event.state(), Texts());
    REQUIRE(paper);
    const PdfReading reading(paper.value());
    CHECK(reading.page_count() > 3);
    CHECK(reading.count("LI") == 150);
}

}  // namespace stormote
