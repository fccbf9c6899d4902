// What is held about somebody, on the staff's page with a real desk behind it.
#include "kiosk/ui/screens/personal/personal_presenter.h"

#include <catch2/catch.hpp>

#include "tests/support/screens/screen_at_desk.h"

namespace stormote {

namespace {

using testing::EventDesk;

class PersonalPage : public testing::ScreenAtDesk {
  public:
    PersonalPage() {
        person = event.add({"Åsa", "Öberg", "Eken", AttendeeRole::civil, "asa@x.example"});
        event.come(person);
        event.record(SettingsDescribed{{{number(SettingField::keep_decision), "DHP 2024 § 12"}}});
        open_desk();
        presenter.emplace(*desk, driver.clock());
        presenter->open(person);
        driver.show([this](Ui& ui) {
            if (const auto to = presenter->draw(ui, {})) {
                is_left = is_left || std::holds_alternative<GoBack>(*to);
            }
        });
        REQUIRE(comes_to_say("What is held about Åsa Öberg"));
    }

    [[nodiscard]] bool is_known() {
        return desk->read(
            [&](const Desk& at) { return at.state().find_attendee(person) != nullptr; });
    }

    AttendeeId person;
    std::optional<PersonalPresenter> presenter;
    bool is_left = false;
};

}  // namespace

TEST_CASE("the page of a person's data says what is held") {
    PersonalPage page;
    CHECK(page.says("Registration"));
    CHECK(page.screen() == "personal_data");
    page.tap("back");
    page.settle();
    CHECK(page.is_left);
}

TEST_CASE("an organiser erases somebody after the decision was shown and confirmed") {
    PersonalPage page;
    page.tap("erase_person");
    page.settle();
    CHECK(page.screen() == "erasure_decision");
    CHECK(page.says("DHP 2024 § 12"));
    page.tap("save");
    REQUIRE(page.comes_to_say("Erase Åsa Öberg?"));
    CHECK(page.says("This cannot be undone"));
    CHECK(page.says("DHP 2024 § 12"));
    CHECK(page.is_known());
    page.tap("confirm");
    page.settle();
    page.settle();
    CHECK(!page.is_known());
    CHECK(page.is_left);
    CHECK(page.presenter->take_erased() == "Åsa Öberg");
    CHECK(!page.presenter->take_erased());
}

TEST_CASE("going back from each step erases nothing") {
    PersonalPage page;
    page.tap("erase_person");
    page.settle();
    page.tap("save");
    REQUIRE(page.comes_to_say("Erase Åsa Öberg?"));
    page.tap("keep");
    page.settle();
    CHECK(page.screen() == "erasure_decision");
    page.tap("back");
    page.settle();
    CHECK(page.screen() == "personal_data");
    CHECK(page.is_known());
    CHECK(!page.is_left);
}

TEST_CASE("a refusal needs a reason, and is recorded with it") {
    PersonalPage page;
    page.tap("refuse_erasure");
    page.settle();
    page.tap("save");
    page.settle();
    CHECK(page.screen() == "erasure_reason");
    page.tap("save");
    page.settle();
    CHECK(page.says("Say why it is kept."));
    page.write(U"arkiv");
    page.tap("save");
    REQUIRE(page.comes_to_say("Refuse to erase Åsa Öberg?"));
    CHECK(page.says("arkiv"));
    page.tap("confirm");
    REQUIRE(page.comes_to_say("The refusal is recorded."));
    CHECK(page.is_known());
    const auto reason = page.desk->read([](const Desk& at) {
        const auto& refused = at.state().refused_erasures();
        return refused.size() == 1 ? refused.begin()->second.content.reason : "";
    });
    CHECK(reason == "arkiv");
}

TEST_CASE("without a decision nothing goes on") {
    PersonalPage page;
    page.tap("erase_person");
    page.settle();
    page.tap("clear_text");
    page.settle();
    page.tap("save");
    page.settle();
    CHECK(page.screen() == "erasure_decision");
    CHECK(page.says("Name the decision that it rests on."));
}

}  // namespace stormote
