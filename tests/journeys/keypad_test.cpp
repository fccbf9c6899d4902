// Whoever has only a keypad, and whoever has only their ears: the real kiosk, without the screen.
#include <cmath>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include "tests/journeys/steps.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/screens/letters.h"

namespace stormote {

namespace {

using testing::TemporaryFolder;

constexpr int most_steps = 60;

void make_event(Harness& harness) {
    harness.run_stormote("demo", {"--people", "24", "--seed", "5", "--no-passphrase"});
    harness.load_guests();
}

const Widget *find_focused(const ScreenDescription& seen) {
    for (const Widget& widget : seen.widgets) {
        if (widget.is_focused) return &widget;
    }
    return nullptr;
}

// The arrow that somebody would press who looks from the one to the other.
std::string_view arrow_towards(const Widget& from, const Widget& to) {
    const double across = to.centre().x - from.centre().x;
    const double down = to.centre().y - from.centre().y;
    if (std::abs(down) > to.height / 2) return down < 0 ? "Up" : "Down";
    return across < 0 ? "Left" : "Right";
}

// Walks by arrows to what has this label, and presses Enter there.
void walk_to(KioskDriver& kiosk, const std::string& label) {
    for (int step = 0; step < most_steps; ++step) {
        const Widget wanted = kiosk.wait_for_widget(label);
        const ScreenDescription seen = kiosk.look();
        const Widget *here = find_focused(seen);
        if (here != nullptr && here->label == label) {
            kiosk.display().press_key("Return");
            return;
        }
        kiosk.display().press_key(here == nullptr ? "Down" : arrow_towards(*here, wanted));
        const std::string left = here == nullptr ? "" : here->label;
        REQUIRE(wait_until([&] {
            const ScreenDescription now = kiosk.look();
            const Widget *there = find_focused(now);
            return there != nullptr && there->label != left;
        }));
    }
    throw ExpectationFailure("No arrows led to \"" + label + "\".");
}

// Types by walking over the keys of the screen, until the name stands there to be chosen.
void choose_name(KioskDriver& kiosk, const std::string& name) {
    for (const char32_t letter : letters_of(name)) {
        if (!kiosk.look().find_containing(name).empty()) break;
        const ScreenDescription before = kiosk.look();
        walk_to(kiosk, kiosk.wait_for_key(to_utf8(letter)).label);
        REQUIRE(wait_until([&] { return kiosk.look().joined_texts() != before.joined_texts(); }));
    }
    walk_to(kiosk, kiosk.wait_for_widget_containing(name).label);
}

bool is_plain(const Guest& guest) {
    return guest.name.find_first_of("-' ") == guest.name.find(' ');
}

}  // namespace

TEST_CASE("somebody checks in by name with arrows and Enter alone") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    make_event(harness);
    const Guest& guest = harness.next_guest(is_plain);
    harness.open_kiosk();
    KioskDriver& kiosk = harness.kiosk_at_welcome();
    walk_to(kiosk, "Skriv ditt namn i stället");
    static_cast<void>(kiosk.wait_for_screen("name"));
    choose_name(kiosk, guest.name);
    CHECK(kiosk.wait_for_screen("verdict").says(guest.name));
    kiosk.display().press_key("Escape");
    CHECK(kiosk.wait_for_screen("welcome").screen == "welcome");
}

TEST_CASE("somebody checks in who hears the screen and does not see it") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    make_event(harness);
    const Guest& guest = harness.next_guest(is_plain);
    const std::filesystem::path speech = folder / "speech";
    harness.open_kiosk({"--speech-file", speech.string()});
    KioskDriver& kiosk = harness.kiosk_at_welcome();
    const auto heard = [&] {
        std::ifstream stream(speech);
        return std::string{std::istreambuf_iterator<char>(stream), {}};
    };
    const auto hears = [&](const std::string& words) {
        return wait_until([&] { return heard().find(words) != std::string::npos; });
    };
    CHECK(heard().empty());
    kiosk.display().press_key("F9");
    REQUIRE(hears("sv 100 F9 läser upp skärmen."));
    REQUIRE(hears("Checka in här."));
    walk_to(kiosk, "Skriv ditt namn i stället");
    CHECK(hears("stop\nsv 100 Skriv ditt namn i stället\n"));
    REQUIRE(hears("Skriv de första bokstäverna i ditt namn"));
    choose_name(kiosk, guest.name);
    // The name was before the eyes of all, and in nobody's ears.
    REQUIRE(hears("Du sitter i grupp"));
    CHECK(hears("Här står ett namn."));
    CHECK(heard().find(guest.name) == std::string::npos);
    kiosk.display().press_key("F10");
    CHECK(hears(guest.name));
    kiosk.display().press_key("Escape");
    static_cast<void>(kiosk.wait_for_screen("welcome"));
    // The next person is somebody else, and hears nothing.
    const std::string before = heard();
    kiosk.display().press_key("Down");
    static_cast<void>(kiosk.wait_for_text("Välkommen!"));
    CHECK(heard().find("sv", before.size()) == std::string::npos);
}

}  // namespace stormote
