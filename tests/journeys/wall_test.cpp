// The wall on a second monitor of a real X server, beside the real kiosk.
#include <catch2/catch.hpp>

#include "tests/journeys/harness.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/machine/wait.h"

namespace stormote {

namespace {

using testing::TemporaryFolder;

constexpr std::uint32_t nothing_there = 0;

// At the foot of the second monitor, beside whatever words stand there.
constexpr Point on_wall{1920 + 8, 700};

bool comes_to_be(TouchDisplay& display, bool is_shown) {
    return wait_until([&] { return (display.pixel(on_wall) != nothing_there) == is_shown; });
}

}  // namespace

TEST_CASE("the wall stands on the second monitor, and the keyboard stays with the kiosk") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    harness.run_stormote("demo", {"--people", "12", "--seed", "5", "--no-passphrase"});
    TouchDisplay display(DisplayKind{.second = Size{1280, 720}});
    KioskOptions options;
    options.event = harness.event();
    options.directory = folder / "kiosk";
    options.arguments = {"--station", "organiser", "--name", "Arrangör"};
    options.environment = harness.process_options(display).environment;
    KioskDriver kiosk(display, options);
    CHECK(kiosk.look().screen == "pin");
    for (const char *digit : {"2", "5", "8", "0"}) kiosk.tap(digit);
    kiosk.tap("Lås upp");
    kiosk.tap("Anteckningar");
    kiosk.tap("Storskärmen");
    kiosk.wait_for_text("DUMMY1 · 1280 × 720");
    CHECK(display.pixel(on_wall) == nothing_there);
    kiosk.tap("Visa storskärmen här: DUMMY1");
    kiosk.wait_for_text("Visas på DUMMY1 just nu.");
    CHECK(comes_to_be(display, true));
    const ScreenDescription before = kiosk.look();
    display.press_key("Tab");
    const ScreenDescription after = kiosk.wait_for_change(before);
    CHECK(std::any_of(after.widgets.begin(), after.widgets.end(),
                      [](const Widget& widget) { return widget.is_focused; }));
    kiosk.tap("Ta bort från skärmen: DUMMY1");
    CHECK(comes_to_be(display, false));
    kiosk.wait_for_text("Visas inte på någon skärm än.");
}

}  // namespace stormote
