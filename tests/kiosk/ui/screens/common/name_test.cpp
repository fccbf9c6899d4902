// The page on which one finds one's name, and those that look like it.
#include "kiosk/ui/screens/common/name.h"

#include <catch2/catch.hpp>

#include "tests/support/screens/shown_screen.h"

namespace stormote {

namespace {

using ShownName = testing::ShownScreen<NameIntent, NameView>;

NameView found(std::vector<std::string> hits) {
    NameView view;
    view.typed = "Ås";
    view.hits = std::move(hits);
    view.search = NameSearch::found;
    return view;
}

}  // namespace

TEST_CASE("typing gives the whole text, and a tap on a hit chooses it") {
    ShownName shown(draw_name, found({"Åsa Ek", "Åsa Öberg"}));
    shown.driver.tap("key_a");
    REQUIRE(shown.get<ChangeName>());
    CHECK(shown.get<ChangeName>()->typed == "Åsa");
    shown.driver.tap("Erase all");
    CHECK(shown.get<ChangeName>()->typed.empty());
    shown.driver.press(KeyKind::backspace);
    CHECK(shown.get<ChangeName>()->typed == "Å");
    shown.driver.tap("Åsa Öberg");
    REQUIRE(shown.get<ChooseName>());
    CHECK(shown.get<ChooseName>()->index == 1);
    shown.driver.press(KeyKind::escape);
    REQUIRE(shown.get<FrameIntent>());
    CHECK(std::holds_alternative<GoBack>(*shown.get<FrameIntent>()));
}

TEST_CASE("Enter chooses the only hit, and never one of several") {
    ShownName shown(draw_name, found({"Åsa Öberg", "Åsa Ek"}));
    shown.driver.press(KeyKind::enter);
    CHECK_FALSE(shown.intent);
    shown.view.hits.resize(1);
    shown.driver.press(KeyKind::enter);
    CHECK(shown.get<ChooseName>());
}

TEST_CASE("keys look the same whoever they lead to") {
    ShownName shown(draw_name, found({"Åsa Öberg"}));
    for (const RecordedItem& item : shown.driver.record().items()) {
        if (item.role == Role::key) CHECK(item.enabled);
    }
}

TEST_CASE("no more than five names are ever shown") {
    ShownName shown(draw_name, found(std::vector<std::string>(9, "Åsa Öberg")));
    int hits = 0;
    for (const RecordedItem& item : shown.driver.record().items()) hits += item.role == Role::hit;
    CHECK(hits == 5);
}

TEST_CASE("before the text is cleared, the screen says so") {
    ShownName shown(draw_name, found({}));
    shown.view.clears_in_s = 5;
    shown.driver.frame();
    CHECK(shown.driver.record().says("cleared in 5 s"));
}

TEST_CASE("nothing on the name screen jumps while hits come and go") {
    ShownName shown(draw_name, found({}));
    const Rect field = shown.driver.record().find_target("clear_text")->rect;
    for (std::size_t count = 1; count <= most_name_results; ++count) {
        shown.view.hits.assign(count, "Åsa Öberg");
        shown.driver.frame();
        CHECK(shown.driver.record().find_target("clear_text")->rect.top == field.top);
        CHECK(shown.driver.record().find_target("hit_0") != nullptr);
    }
}

TEST_CASE("whoever has namesakes is asked for the association, and can call the staff") {
    NameView view;
    view.namesake = "Amina Yusuf";
    ShownName shown(draw_name, view);
    CHECK(shown.driver.record().head().screen == "name_association");
    CHECK(shown.driver.record().says("Several people are called Amina Yusuf."));
    const Rect call = shown.driver.record().find_target("call_staff")->rect;
    shown.driver.tap("call_staff");
    CHECK(shown.get<CallStaff>());
    shown.view.search = NameSearch::nothing;
    shown.view.typed = "Qw";
    shown.driver.frame();
    CHECK(shown.driver.record().says("That did not find anybody."));
    // Somebody who registers anew would be there twice.
    CHECK(shown.driver.record().find_target("not_registered") == nullptr);
    shown.view.search = NameSearch::found;
    shown.view.hits = {"Amina Yusuf"};
    shown.driver.frame();
    CHECK(shown.driver.record().find_target("call_staff")->rect.left == call.left);
    shown.driver.press(KeyKind::enter);
    CHECK(shown.get<ChooseName>());
    shown.view.is_staff_called = true;
    shown.driver.frame();
    CHECK(shown.driver.record().says("The staff at this door can now see"));
    CHECK(shown.driver.record().find_target("call_staff") == nullptr);
}

TEST_CASE("what the page asks for stands there in letters of every size until somebody types") {
    for (const NamePurpose purpose :
         {NamePurpose::oneself, NamePurpose::somebody_absent, NamePurpose::respondent}) {
        NameView view;
        view.purpose = purpose;
        ShownName shown(draw_name, view);
        const auto heading = [&]() -> std::string {
            for (const RecordedItem& item : shown.driver.record().items()) {
                if (item.role == Role::heading) return item.label;
            }
            return "";
        };
        const std::string question = heading();
        CHECK_FALSE(question.empty());
        shown.driver.ui().set_style({theme_of(ThemeKind::light), 200, Motion::reduced});
        shown.driver.frame();
        CHECK(heading() == question);
    }
}

}  // namespace stormote
