// Registering at the kiosk with a real desk behind it: which question follows which.
#include "kiosk/ui/screens/common/walk_in_presenter.h"

#include <optional>

#include <catch2/catch.hpp>

#include "sync/base/assets.h"
#include "tests/support/screens/screen_at_desk.h"

namespace stormote {

namespace {

using testing::EventDesk;

// The cards of the question for whom one comes.
constexpr std::string_view from_association = "choice_0";
constexpr std::string_view for_oneself = "choice_1";
constexpr std::string_view official = "choice_3";

// Somebody at the first question, on an event with an association and the municipality.
class AtTheKiosk : public testing::ScreenAtDesk {
  public:
    AtTheKiosk() {
        event.add({"Åsa", "Öberg", "Ekens scoutkår"});
        event.describe("Ekens scoutkår", "Friluftsliv");
        event.add({"Maj", "Norberg", "Ekbackens kommun", AttendeeRole::official});
        event.describe("Ekbackens kommun", "Kommunen");
        open_desk();
        presenter.emplace(*desk);
        show(presenter);
    }

    void answer(std::u32string_view text) {
        write(text);
        tap("next");
    }

    std::optional<WalkInPresenter> presenter;
};

}  // namespace

TEST_CASE("the role is asked before the association, and the number of steps stays") {
    AtTheKiosk kiosk;
    CHECK(kiosk.says("Step 1 of 3"));
    kiosk.answer(U"Ronja Ånäs");
    CHECK(kiosk.screen() == "walk_in_role");
    CHECK(kiosk.says("Step 2 of 3"));
    kiosk.tap(from_association);
    CHECK(kiosk.screen() == "walk_in_organisation");
    CHECK(kiosk.says("Step 2 of 3"));
    kiosk.answer(U"Ängens vänner");
    CHECK(kiosk.screen() == "walk_in_sector");
    CHECK(kiosk.says("Step 2 of 3"));
    kiosk.tap("Friluftsliv");
    CHECK(kiosk.screen() == "walk_in_information");
    CHECK(kiosk.says("Step 3 of 3"));
    kiosk.tap("register");
    kiosk.driver.frame();
    const auto *submitted = kiosk.led_to<Submitted>();
    REQUIRE(submitted != nullptr);
    CHECK_FALSE(submitted->in_place_of);
    CHECK(submitted->newcomer.given_name == "Ronja");
    CHECK(submitted->newcomer.organisation == "Ängens Vänner");
    CHECK(submitted->newcomer.sector == "Friluftsliv");
    CHECK(submitted->newcomer.role == AttendeeRole::civil);
}

TEST_CASE("whatever the language of the screen, sector and consent are stored in the same words") {
    EventDesk event;
    DeskThread desk(event.take(), [] {});
    for (const std::string language : {"sv", "en", "fi", "ar", "uk"}) {
        INFO(language);
        auto texts = load_texts(language);
        REQUIRE(texts.ok());
        WalkInPresenter presenter(desk);
        UiDriver driver;
        driver.ui().set_texts(*texts);
        std::optional<NewAttendee> registration;
        driver.show([&](Ui& ui) {
            const auto to = presenter.draw(ui, {});
            const auto *submitted = to ? std::get_if<Submitted>(&*to) : nullptr;
            if (submitted != nullptr) registration = submitted->newcomer;
        });
        const auto tap = [&](std::string_view id_or_label) {
            driver.advance_ms(Ui::settle_ms);
            driver.tap(id_or_label);
            driver.frame();
        };
        driver.type(U"Bo Ek");
        driver.frame();
        tap("next");
        tap("choice_0");
        driver.type(U"Nya bron");
        driver.frame();
        tap("next");
        tap(texts->get(Sentence{"Networks"}));
        tap("register");
        REQUIRE(registration);
        CHECK(registration->sector == "Nätverk");
        const std::string version = desk.read([&](const Desk& at) {
            return information_text(at.state().settings(), *texts).version;
        });
        CHECK(registration->consent == "kiosk, informed, " + version);
    }
}

TEST_CASE("where slips without names are printed, no name is asked for as on a label") {
    EventDesk event;
    DeskThread desk(event.take(), [] {});
    for (const std::string language : {"sv", "en", "fi", "ar", "uk"}) {
        for (const Registrar registrar : {Registrar::oneself, Registrar::staff}) {
            INFO(language << " " << static_cast<int>(registrar));
            auto texts = load_texts(language);
            REQUIRE(texts.ok());
            WalkInPresenter presenter(desk, registrar);
            UiDriver driver;
            driver.ui().set_texts(*texts);
            DoorPaper paper = DoorPaper::slip;
            driver.show([&](Ui& ui) { (void)presenter.draw(ui, {}, paper); });
            const std::string advice = texts->get(Sentence{"First name and surname."});
            CHECK(driver.record().says(advice));
            paper = DoorPaper::name_label;
            driver.frame();
            CHECK_FALSE(driver.record().says(advice));
        }
    }
}

TEST_CASE("the municipality is no sector of civil society, and there is always another") {
    AtTheKiosk kiosk;
    kiosk.answer(U"Ronja Ånäs");
    kiosk.tap(from_association);
    kiosk.answer(U"Ängens vänner");
    CHECK(kiosk.says("Friluftsliv"));
    CHECK_FALSE(kiosk.says("Kommunen"));
    kiosk.tap("Other");
    CHECK(kiosk.screen() == "walk_in_information");
    CHECK(kiosk.says("Ängens Vänner · Other"));
}

TEST_CASE("whoever comes for themself is asked for no association, and no step is left out") {
    AtTheKiosk kiosk;
    kiosk.answer(U"Ronja Ånäs");
    kiosk.tap(for_oneself);
    CHECK(kiosk.screen() == "walk_in_information");
    CHECK(kiosk.says("Step 3 of 3"));
    CHECK(kiosk.says("I am here for myself"));
    kiosk.tap("back");
    CHECK(kiosk.screen() == "walk_in_role");
    // What was said of an association before is nobody's any more.
    kiosk.tap(from_association);
    kiosk.answer(U"Ekens scoutkår");
    CHECK(kiosk.says("Ekens"));
    kiosk.tap("back");
    kiosk.tap("no_organisation");
    CHECK(kiosk.screen() == "walk_in_information");
    CHECK_FALSE(kiosk.says("Ekens"));
    kiosk.tap("register");
    kiosk.driver.frame();
    const auto *submitted = kiosk.led_to<Submitted>();
    REQUIRE(submitted != nullptr);
    CHECK(submitted->newcomer.organisation.empty());
    CHECK(submitted->newcomer.role == AttendeeRole::civil);
}

TEST_CASE("nobody from the municipality is asked for a kind of association") {
    AtTheKiosk kiosk;
    kiosk.answer(U"Per Holm");
    kiosk.tap(official);
    CHECK(kiosk.says("Where in the municipality do you work?"));
    CHECK_FALSE(kiosk.says("I am here only for myself"));
    kiosk.answer(U"Sektor service");
    CHECK(kiosk.screen() == "walk_in_information");
    CHECK(kiosk.says("Step 3 of 3"));
    kiosk.tap("back");
    CHECK(kiosk.screen() == "walk_in_organisation");
    kiosk.tap("back");
    CHECK(kiosk.screen() == "walk_in_role");
}

}  // namespace stormote
