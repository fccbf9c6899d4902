// The kiosk before its event is open: who has the passphrase opens it, on the screen alone or with
// a keyboard.
#include "kiosk/ui/screens/unlock/unlock_presenter.h"

#include <atomic>

#include <catch2/catch.hpp>

#include "tests/support/machine/temporary_folder.h"
#include "tests/support/machine/wait.h"
#include "tests/support/record/start_crypto.h"
#include "tests/support/screens/ui_driver.h"

namespace stormote {

namespace {

const std::string right_passphrase = "Tre lampor, 2 ur";

// A locked event, and the screen that asks for its passphrase.
class LockedKiosk {
  public:
    LockedKiosk() {
        REQUIRE(Journal::create(folder_ / "event", right_passphrase, environment_).ok());
        driver.show([this](Ui&) { presenter.draw(); });
        driver.frame();
        driver.advance_ms(Ui::settle_ms);
    }

    void tap(std::string_view id_or_label) {
        driver.tap(id_or_label);
        driver.frame();
    }
    // On the screen, turning the keys' pages where that is needed.
    void type_on_screen(const std::string& text) {
        for (const char letter : text) {
            if (letter == ' ') {
                tap("key_space");
                continue;
            }
            const bool is_digit = letter >= '0' && letter <= '9';
            const bool is_capital = letter >= 'A' && letter <= 'Z';
            if (is_digit) tap("123");
            if (is_capital) tap("key_capitals");
            tap(std::string(1, letter));
            if (is_digit) {
                tap("key_page");
                tap("key_page");
            }
        }
    }
    // Draws until the answer has come.
    void wait_for_answer() {
        REQUIRE(wait_until([&] {
            driver.frame();
            return presenter.is_done() || !driver.record().says("Opening the event");
        }));
    }
    [[nodiscard]] const RecordedItem& field() const {
        const auto& items = driver.record().items();
        return *std::find_if(items.begin(), items.end(),
                             [](const auto& item) { return item.role == Role::field; });
    }

    testing::TemporaryFolder folder_;
    SystemRandom random_;
    UiDriver driver;
    JournalEnvironment environment_{driver.clock(), random_, folder_ / "state",
                                    HashingCost{1, 8192}};
    Languages languages{{"en", Texts()}};
    UserPreferences preferences{driver.ui(), languages, "en", nullptr, Hearing::everybody};
    std::atomic<int> tries{0};
    UnlockPresenter presenter{
        driver.ui(), preferences, "event", [this](const PassphraseSource& passphrase) {
            ++tries;
            return Desk::open(folder_ / "event", passphrase, JournalAccess::write, environment_);
        }};
};

}  // namespace

TEST_CASE("the screen alone opens a locked event") {
    LockedKiosk kiosk;
    kiosk.type_on_screen(right_passphrase);
    CHECK(kiosk.field().label == "16 characters written");
    kiosk.tap("open");
    kiosk.wait_for_answer();
    REQUIRE(kiosk.presenter.is_done());
    CHECK(kiosk.presenter.take_desk() != nullptr);
    CHECK(kiosk.tries == 1);
}

TEST_CASE("a keyboard opens a locked event") {
    LockedKiosk kiosk;
    kiosk.driver.type(U"Tre lampor, 2 urr");
    kiosk.driver.press(KeyKind::backspace);
    kiosk.driver.press(KeyKind::enter);
    kiosk.wait_for_answer();
    CHECK(kiosk.presenter.is_done());
}

TEST_CASE("a wrong passphrase is said to be wrong, and is gone from the field") {
    LockedKiosk kiosk;
    kiosk.type_on_screen("tre lampor");
    kiosk.tap("open");
    kiosk.wait_for_answer();
    CHECK_FALSE(kiosk.presenter.is_done());
    CHECK(kiosk.driver.record().says("The passphrase is wrong."));
    CHECK(kiosk.field().label == "Passphrase");
    // Until the next letter.
    kiosk.type_on_screen("T");
    CHECK_FALSE(kiosk.driver.record().says("The passphrase is wrong."));
    kiosk.type_on_screen(right_passphrase.substr(1));
    kiosk.tap("open");
    kiosk.wait_for_answer();
    CHECK(kiosk.presenter.is_done());
}

TEST_CASE("nothing opens an event before something is written") {
    LockedKiosk kiosk;
    kiosk.driver.press(KeyKind::enter);
    kiosk.driver.frame();
    CHECK_FALSE(kiosk.driver.record().find_target("open")->enabled);
    CHECK(kiosk.tries == 0);
}

TEST_CASE("the record never holds a passphrase, also where its letters are shown") {
    LockedKiosk kiosk;
    kiosk.type_on_screen("lampor");
    CHECK(kiosk.driver.record().to_json(1).find("lampor") == std::string::npos);
    kiosk.tap("show");
    CHECK(kiosk.driver.record().find_target("show")->selected);
    CHECK(kiosk.driver.record().to_json(1).find("lampor") == std::string::npos);
}

TEST_CASE("what cannot be opened for another reason says why") {
    LockedKiosk kiosk;
    std::filesystem::remove(kiosk.folder_ / "event");
    kiosk.type_on_screen("lampor");
    kiosk.tap("open");
    kiosk.wait_for_answer();
    CHECK(kiosk.driver.record().says("There is no file"));
}

TEST_CASE("a locked kiosk may be closed: nothing is open yet") {
    LockedKiosk kiosk;
    CHECK_FALSE(kiosk.presenter.is_done());
    kiosk.driver.close_window();
    CHECK(kiosk.presenter.is_done());
    CHECK(kiosk.presenter.take_desk() == nullptr);
}

}  // namespace stormote
