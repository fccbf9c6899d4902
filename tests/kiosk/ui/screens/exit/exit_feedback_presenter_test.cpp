// Leaving something behind on the way out, with a real desk behind it: which page follows
// which, what is recorded, and that nothing is left for the next person.

#include <catch2/catch.hpp>

#include "tests/support/screens/on_the_way_out.h"
#include "tests/support/screens/sample_words.h"

namespace stormote {

using testing::OnTheWayOut;

TEST_CASE("the menu offers what the event has, and a comment and contact where it has nothing") {
    OnTheWayOut kiosk;
    SECTION("all of it") {
        kiosk.open();
        CHECK(kiosk.says("Answer 3 questions"));
        CHECK(kiosk.says("Lokal överenskommelse"));
    }
    SECTION("nothing") {
        for (const SurveyNumber number : {1, 2, 3}) {
            kiosk.event.record(SurveyQuestionDescribed{number, {{1, ""}}});
        }
        kiosk.event.record(
            SettingsDescribed{FieldSetter<SettingField>().set(SettingField::agreement, "").take()});
        kiosk.open();
        CHECK_FALSE(kiosk.has("survey"));
        CHECK_FALSE(kiosk.has("joining"));
    }
    CHECK(kiosk.has("comment"));
    CHECK(kiosk.has("contact"));
    kiosk.tap("done");
    CHECK(kiosk.led_to<GoHome>() != nullptr);
}

TEST_CASE("answers are given question by question and recorded as one sheet about nobody") {
    OnTheWayOut kiosk;
    kiosk.open(Respondent{kiosk.asa, true});
    kiosk.tap("survey");
    CHECK(kiosk.says("Step 1 of 3"));
    CHECK(kiosk.says("Nobody sees who answered."));
    CHECK(kiosk.has("1 – Trist"));
    CHECK(kiosk.has("5 – Givande"));
    kiosk.tap("answer_4");
    CHECK(kiosk.says("Kommer du igen?"));
    kiosk.tap("answer_yes");
    kiosk.write(U"Kontakter");
    kiosk.tap("next");
    CHECK(kiosk.says("3 of 3 questions are answered."));
    CHECK_FALSE(kiosk.says("Åsa"));
    kiosk.tap("send");
    REQUIRE(kiosk.comes_to_say("Thank you for your answers!"));
    CHECK_FALSE(kiosk.has("survey"));
    CHECK(kiosk.says("Done. Thank you!"));
    kiosk.tap("done");
    CHECK(kiosk.led_to<FeedbackGiven>() != nullptr);
    const auto& sheets = kiosk.afterwards().answer_sheets();
    REQUIRE(sheets.size() == 1);
    CHECK(sheets.begin()->second.answers ==
          std::vector<SurveyAnswer>{{1, "4"}, {2, "yes"}, {3, "Kontakter"}});
}

TEST_CASE("one choice goes on at once, several are marked and unmarked until they are kept") {
    OnTheWayOut kiosk;
    kiosk.ask(4, {{1, "När passar det?"}, {2, "one_of"}, {5, "En kväll\nEn lördag"}});
    kiosk.ask(5, {{1, "Vad vill ni göra?"}, {2, "several_of"}, {5, "Lokal\nBidrag\nLedare"}});
    kiosk.open();
    kiosk.tap("survey");
    for (const char *id : {"skip", "skip", "next"}) kiosk.tap(id);
    CHECK(kiosk.says("Choose one."));
    kiosk.tap("choice_1");
    CHECK(kiosk.says("Choose one or more."));
    CHECK_FALSE(kiosk.has("next"));
    for (const char *id : {"choice_2", "choice_1", "choice_0", "choice_1"}) kiosk.tap(id);
    CHECK(kiosk.driver.record().find_target("choice_0")->selected);
    CHECK_FALSE(kiosk.driver.record().find_target("choice_1")->selected);
    CHECK_FALSE(kiosk.has("skip"));
    kiosk.tap("next");
    CHECK(kiosk.says("2 of 5 questions are answered."));
    kiosk.tap("back");
    CHECK(kiosk.driver.record().find_target("choice_2")->selected);
    kiosk.tap("back");
    CHECK(kiosk.driver.record().find_target("choice_1")->selected);
    for (const char *id : {"next", "next", "send"}) kiosk.tap(id);
    REQUIRE(kiosk.comes_to_say("Thank you for your answers!"));
    const auto& sheets = kiosk.afterwards().answer_sheets();
    REQUIRE(sheets.size() == 1);
    CHECK(sheets.begin()->second.answers ==
          std::vector<SurveyAnswer>{{4, "En lördag"}, {5, "Lokal\nLedare"}});
}

TEST_CASE("a question is asked in the language of the screen, and answered in the event's words") {
    OnTheWayOut kiosk;
    const auto in_english = [](SurveyField field) { return number(translated(field, 0)); };
    kiosk.ask(4, {{1, "När passar det?"},
                  {2, "one_of"},
                  {5, "En kväll\nEn lördag"},
                  {in_english(SurveyField::text), "When does it suit you?"},
                  {in_english(SurveyField::choices), "An evening\nA Saturday"}});
    kiosk.event.record(
        SettingsDescribed{FieldSetter<SettingField>()
                              .set(translated(SettingField::departments, 0), "Culture\nSchool")
                              .take()});
    kiosk.open(Respondent{kiosk.asa, true});
    kiosk.tap("survey");
    CHECK(kiosk.has("1 – Trist"));
    for (const char *id : {"skip", "skip", "next"}) kiosk.tap(id);
    CHECK(kiosk.says("When does it suit you?"));
    CHECK(kiosk.has("A Saturday"));
    // Spoken in English, as it is said.
    CHECK(kiosk.driver.record().find_target("choice_1")->wording == Wording::house);
    // Finnish says nothing of it: all of it is as the event has it.
    kiosk.driver.ui().set_texts(sample_texts("fi"));
    kiosk.driver.frame();
    CHECK(kiosk.says("När passar det?"));
    CHECK(kiosk.has("En lördag"));
    CHECK(kiosk.driver.record().find_target("choice_1")->wording == Wording::event);
    kiosk.driver.ui().set_texts(sample_texts("en"));
    kiosk.driver.frame();
    kiosk.tap("choice_1");
    kiosk.tap("back");
    CHECK(kiosk.driver.record().find_target("choice_1")->selected);
    for (const char *id : {"next", "send"}) kiosk.tap(id);
    REQUIRE(kiosk.comes_to_say("Thank you for your answers!"));
    kiosk.tap("contact");
    kiosk.tap("next");
    CHECK(kiosk.says("School"));
    const auto& sheets = kiosk.afterwards().answer_sheets();
    REQUIRE(sheets.size() == 1);
    CHECK(sheets.begin()->second.answers == std::vector<SurveyAnswer>{{4, "En lördag"}});
}

TEST_CASE("nothing is recorded of answers that are not sent") {
    OnTheWayOut kiosk;
    kiosk.open();
    kiosk.tap("survey");
    kiosk.tap("answer_4");
    kiosk.tap("skip");
    kiosk.write(U"Kontakter");
    for (int i = 0; i < 3; ++i) kiosk.tap("back");
    CHECK(kiosk.screen() == "exit_feedback");
    CHECK(kiosk.says("Started, not sent yet."));
    // What was chosen and typed stands there until the room is left.
    kiosk.tap("survey");
    CHECK(kiosk.driver.record().find_target("answer_4")->selected);
    kiosk.tap("next");
    kiosk.tap("skip");
    CHECK(kiosk.driver.record().find_target("written_text")->value == "Kontakter");
    kiosk.presenter.reset();
    CHECK(kiosk.afterwards().answer_sheets().empty());
}

TEST_CASE("a question is skipped, kept, answered otherwise, or left unanswered after all") {
    OnTheWayOut kiosk;
    kiosk.open();
    kiosk.tap("survey");
    kiosk.tap("answer_2");
    kiosk.tap("back");
    CHECK(kiosk.driver.record().find_target("answer_2")->selected);
    kiosk.tap("next");
    kiosk.tap("skip");
    CHECK(kiosk.has("Skip this question"));
    kiosk.tap("next");
    CHECK(kiosk.says("1 of 3 questions are answered."));
    for (int i = 0; i < 3; ++i) kiosk.tap("back");
    CHECK(kiosk.says("Step 1 of 3"));
    for (const char *id : {"skip", "skip", "next"}) kiosk.tap(id);
    CHECK(kiosk.says("You have not answered any questions"));
    kiosk.tap("leave_out");
    CHECK(kiosk.screen() == "exit_feedback");
    CHECK(kiosk.has("survey"));
}

TEST_CASE("a ticket says who somebody is who has been here, and lets in who arrives") {
    OnTheWayOut kiosk;
    kiosk.open();
    kiosk.tap("contact");
    CHECK_FALSE(kiosk.show_ticket(kiosk.siv));
    CHECK_FALSE(kiosk.presenter->take_ticket("no ticket"));
    CHECK(kiosk.show_ticket(kiosk.asa));
    CHECK(kiosk.screen() == "exit_feedback_about");
}

TEST_CASE("what is half written is warned of, kept by a key, and then gone") {
    OnTheWayOut kiosk;
    kiosk.open();
    kiosk.tap("comment");
    kiosk.write(U"Halv");
    kiosk.driver.advance_ms(45'000);
    CHECK(kiosk.says("cleared in"));
    kiosk.driver.press(KeyKind::left);
    CHECK_FALSE(kiosk.says("cleared in"));
    kiosk.driver.advance_ms(60'000);
    CHECK(kiosk.led_to<GoHome>() != nullptr);
    CHECK(kiosk.afterwards().messages().empty());
}

TEST_CASE("the menu closes by itself too, and says so before") {
    OnTheWayOut kiosk;
    kiosk.open();
    kiosk.driver.advance_ms(45'000);
    CHECK(kiosk.says("This page closes in"));
    kiosk.driver.advance_ms(20'000);
    CHECK(kiosk.led_to<GoHome>() != nullptr);
}

}  // namespace stormote
