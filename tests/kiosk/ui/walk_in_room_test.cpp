// Registering at the kiosk with a real desk behind it: which question follows which.
#include "kiosk/ui/walk_in_room.h"

#include <optional>

#include <catch2/catch.hpp>

#include "sync/base/assets.h"
#include "tests/support/event_desk.h"
#include "tests/support/ui_driver.h"

namespace stormote {

namespace {

using testing::EventDesk;

// Somebody at the first question, on an event with an association and the municipality.
class AtTheKiosk {
  public:
    AtTheKiosk() {
        event.add({"Åsa", "Öberg", "Ekens scoutkår"});
        event.describe("Ekens scoutkår", "Friluftsliv");
        event.add({"Maj", "Norberg", "Ekbackens kommun", AttendeeRole::official});
        event.describe("Ekbackens kommun", "Kommunen");
        desk.emplace(event.take(), [] {});
        room.emplace(*desk);
        driver.show([this](Ui& ui) {
            if (!registration) registration = room->take_registration();
            (void)room->draw(ui, {});
        });
    }

    void tap(std::string_view id_or_label) {
        driver.tap(id_or_label);
        driver.advance_ms(Ui::settle_ms);
    }
    void write(std::u32string_view text) {
        driver.type(text);
        driver.frame();
        tap("next");
    }
    [[nodiscard]] const std::string& screen() const { return driver.record().head().screen; }
    [[nodiscard]] bool says(std::string_view words) const { return driver.record().says(words); }

    EventDesk event;
    std::optional<DeskThread> desk;
    std::optional<WalkInRoom> room;
    UiDriver driver;
    std::optional<NewAttendee> registration;
};

}  // namespace

TEST_CASE("the role is asked before the association, and the number of steps stays") {
    AtTheKiosk kiosk;
    CHECK(kiosk.says("Step 1 of 4"));
    kiosk.write(U"Ronja Ånäs");
    CHECK(kiosk.screen() == "walk_in_role");
    CHECK(kiosk.says("Step 2 of 4"));
    kiosk.tap("For an association or for myself");
    CHECK(kiosk.screen() == "walk_in_organisation");
    CHECK(kiosk.says("Step 3 of 4"));
    kiosk.write(U"Ängens vänner");
    CHECK(kiosk.screen() == "walk_in_sector");
    CHECK(kiosk.says("Step 3 of 4"));
    kiosk.tap("Friluftsliv");
    CHECK(kiosk.screen() == "walk_in_consent");
    CHECK(kiosk.says("Step 4 of 4"));
    kiosk.tap("consent");
    kiosk.driver.frame();
    REQUIRE(kiosk.registration);
    CHECK(kiosk.registration->given_name == "Ronja");
    CHECK(kiosk.registration->organisation == "Ängens Vänner");
    CHECK(kiosk.registration->sector == "Friluftsliv");
    CHECK(kiosk.registration->role == AttendeeRole::civil);
}

TEST_CASE("whatever the language of the screen, sector and consent are stored in the same words") {
    EventDesk event;
    DeskThread desk(event.take(), [] {});
    for (const std::string language : {"sv", "en", "fi", "ar", "uk"}) {
        INFO(language);
        auto texts = load_texts(language);
        REQUIRE(texts.ok());
        WalkInRoom room(desk);
        UiDriver driver;
        driver.ui().set_texts(*texts);
        std::optional<NewAttendee> registration;
        driver.show([&](Ui& ui) {
            (void)room.draw(ui, {});
            if (!registration) registration = room.take_registration();
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
        tap("consent");
        REQUIRE(registration);
        CHECK(registration->sector == "Nätverk");
        CHECK(registration->consent == "kiosk, stored until 2023-01-10");
    }
}

TEST_CASE("the municipality is no sector of civil society, and there is always another") {
    AtTheKiosk kiosk;
    kiosk.write(U"Ronja Ånäs");
    kiosk.tap("For an association or for myself");
    kiosk.write(U"Ängens vänner");
    CHECK(kiosk.says("Friluftsliv"));
    CHECK_FALSE(kiosk.says("Kommunen"));
    kiosk.tap("Other");
    CHECK(kiosk.screen() == "walk_in_consent");
    CHECK(kiosk.says("Ängens Vänner · Other"));
}

TEST_CASE("nobody from the municipality is asked for a kind of association") {
    AtTheKiosk kiosk;
    kiosk.write(U"Per Holm");
    kiosk.tap("As an employee of the municipality");
    CHECK(kiosk.says("Where in the municipality do you work?"));
    CHECK_FALSE(kiosk.says("I come for nobody but myself"));
    kiosk.write(U"Sektor service");
    CHECK(kiosk.screen() == "walk_in_consent");
    CHECK(kiosk.says("Step 4 of 4"));
    kiosk.tap("back");
    CHECK(kiosk.screen() == "walk_in_organisation");
    kiosk.tap("back");
    CHECK(kiosk.screen() == "walk_in_role");
}

}  // namespace stormote
