// A letter that has no key of its own, by holding the one that is like it, on the real screen.
#include <catch2/catch.hpp>

#include "tests/journeys/steps.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote {

TEST_CASE("a finger holds a key until its variants show, slides to one, and lifts") {
    const testing::TemporaryFolder folder;
    Harness harness(folder / "stage");
    harness.run_stormote("demo", {"--people", "24", "--seed", "5", "--no-passphrase"});
    harness.open_kiosk();
    KioskDriver& kiosk = harness.kiosk_at_welcome();
    kiosk.tap("Skriv ditt namn i stället");
    kiosk.wait_for_screen("name");
    const auto point_of = [](const Widget& widget) {
        return Point{widget.centre().x, widget.centre().y};
    };
    const Point key = point_of(kiosk.wait_for_key("e"));
    kiosk.display().touch_down(0, key);
    const Point variant = point_of(kiosk.wait_for_widget("Ë"));
    kiosk.display().touch_move(0, variant);
    kiosk.display().touch_up(0);
    CHECK(wait_until([&] {
        const ScreenDescription seen = kiosk.look();
        return seen.find("Ë") == nullptr && seen.joined_texts().find("Ë") != std::string::npos;
    }));
}

}  // namespace stormote
