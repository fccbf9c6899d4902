// A room without internet: one kiosk is its store, and others join by the code on its screen.
#include <random>
#include <string_view>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "kiosk/device/camera/code_reader.h"
#include "sync/replication/pairing.h"
#include "tests/journeys/steps.h"
#include "tests/support/devices/camera_pictures.h"
#include "tests/support/machine/json.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/start_crypto.h"

namespace stormote {

namespace {

using testing::TemporaryFolder;

// What the code on a screen says to whoever holds a scanner to it.
std::string read_code(KioskDriver& kiosk) {
    const Picture seen = kiosk.wait_for_rest();
    GreyFrame grey(seen.size.width, seen.size.height);
    for (std::size_t i = 0; i < seen.pixels.size(); ++i) {
        const std::uint32_t pixel = seen.pixels[i];
        grey.pixels[i] = static_cast<std::uint8_t>(
            ((pixel >> 16 & 0xFF) + (pixel >> 8 & 0xFF) + (pixel & 0xFF)) / 3);
    }
    const auto codes = CodeReader().read(grey);
    REQUIRE(codes.size() == 1);
    return codes.front().text;
}

ScreenDescription join_by_scanner(KioskDriver& kiosk, const std::string& code) {
    kiosk.scan(code);
    return kiosk.wait_for_other_screen("join");
}

// Until that machine has heard of so many who came, by whatever door.
void wait_for_people(const KioskOptions& machine, std::size_t count) {
    ProcessOptions options;
    options.environment = machine.environment;
    const auto has_heard = [&] {
        const Finished said = run_program({(program_directory() / "stormote").string(),
                                           "statistics", machine.event.string(), "--json"},
                                          options);
        if (said.status != 0) throw ExpectationFailure(said.errors);
        const auto statistics = testing::parse_json(said.output);
        return statistics.at("people_civil_society").get<std::size_t>() +
                   statistics.at("people_municipality").get<std::size_t>() ==
               count;
    };
    REQUIRE(wait_until(has_heard));
}

// A camera before which the code is held.
std::string film_of(const std::string& code, const std::filesystem::path& path) {
    std::vector<GreyFrame> film;
    for (unsigned i = 0; i < 3; ++i) {
        film.push_back(testing::photograph({{.text = code, .side_px = 560}}, {.seed = i + 1}));
    }
    testing::write_file(path, testing::join_jpegs(film));
    return path.string();
}

// The organiser's kiosk is the hub of the room.
struct Room {
    explicit Room(const TemporaryFolder& folder) : harness(folder / "stage") {
        harness.run_stormote("demo", {"--people", "24", "--seed", "5", "--no-passphrase"});
        harness.load_guests();
        harness.open_kiosk({"--station", "organiser", "--name", "Arrangör", "--hub", address});
        for (const char *digit : {"2", "5", "8", "0"}) hub().tap(digit);
        hub().tap("Lås upp");
    }

    KioskDriver& hub() { return harness.kiosk(); }
    // A machine that has nothing, waiting for a code.
    [[nodiscard]] KioskOptions machine(const std::string& name,
                                       const std::vector<std::string>& more = {}) const {
        const auto home = harness.directory() / name;
        std::vector<std::string> arguments{"--join", "--no-passphrase"};
        arguments.insert(arguments.end(), more.begin(), more.end());
        return {home / "evening.event",
                home,
                arguments,
                {{"STORMOTE_STATE", (home / "state").string()}}};
    }
    // From the page "Koppla in en skärm" on.
    std::string show_code() {
        const auto shows = [](const ScreenDescription& seen) {
            return std::any_of(seen.widgets.begin(), seen.widgets.end(), [](const Widget& widget) {
                return widget.label == "Koppla in en skärm";
            });
        };
        static_cast<void>(find_in_list(hub(), "Koppla in en skärm", shows));
        hub().tap("Koppla in en skärm");
        hub().wait_for_text("Koden gäller en gång");
        return read_code(hub());
    }

    static constexpr const char *address = "127.0.0.1:0";
    Harness harness;
};

}  // namespace

TEST_CASE("a screen joins by the code on the organiser's, and both hear of each check-in") {
    const TemporaryFolder folder;
    Room room(folder);
    const std::string code = room.show_code();
    REQUIRE(read_pairing(code)->place);
    static_cast<void>(room.harness.take_picture("koppla-in"));

    TouchDisplay first_display;
    const KioskOptions first_machine = room.machine("first", {"--camera", "none"});
    KioskDriver first(first_display, first_machine);
    CHECK(first.look().screen == "join");
    first.scan("not a code of a hub");
    first.wait_for_text("kopplingstext");
    // Whoever stands there says what the screen is called.
    CHECK(join_by_scanner(first, code).screen == "device_name");
    first.tap("Spara");
    first.wait_for_screen("welcome");
    room.hub().wait_for_text("Skärmen är inkopplad");

    room.hub().tap("Ny kod");
    room.hub().wait_for_text("Koden gäller en gång");
    TouchDisplay second_display;
    const KioskOptions second_machine =
        room.machine("second", {"--name", "Entré 2", "--camera", "none"});
    KioskDriver second(second_display, second_machine);
    CHECK(join_by_scanner(second, read_code(room.hub())).screen == "welcome");

    const Guest guest = room.harness.next_guest();
    first.scan(guest.ticket);
    first.wait_for_text(guest.name);
    // The other door knows of it, and so does the organiser.
    room.hub().tap("Tillbaka");
    room.hub().wait_for_text("Entré 1");
    wait_for_people(second_machine, 1);
    second.scan(guest.ticket);
    CHECK(second.wait_for_text("redan").screen == "notice");
    const Guest other = room.harness.next_guest();
    second.scan(other.ticket);
    second.wait_for_text(other.name);
    wait_for_people(first_machine, 2);
    first.scan(other.ticket);
    CHECK(first.wait_for_text("redan").screen == "notice");
}

// The X server stamps what it reads at once with one millisecond, and GLFW tells of a key only once
// in each: of the others, only their characters come.
TEST_CASE("no character of a long code is lost, however fast the scanner types") {
    constexpr std::string_view letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const TemporaryFolder folder;
    TouchDisplay display;
    KioskDriver kiosk(display, KioskOptions{folder / "evening.event",
                                            folder / "home",
                                            {"--join", "--no-passphrase", "--camera", "none"},
                                            {{"STORMOTE_STATE", (folder / "state").string()}}});
    std::mt19937 random(20);
    std::uniform_int_distribution<std::size_t> place(0, letters.size() - 1);
    for (std::size_t size = 300; size < 330; ++size) {
        // The first letters say of which version it would be; it is none.
        std::string code = "Ag";
        while (code.size() < size) code += letters[place(random)];
        kiosk.scan(code);
        kiosk.wait_for_text(fmt::format("Kopplingstexten har {} tecken", size));
    }
}

TEST_CASE("a screen that is let in as a table's reads the code by its camera, and is a table's") {
    const TemporaryFolder folder;
    Room room(folder);
    static_cast<void>(room.show_code());
    const ScreenDescription before = room.hub().look();
    room.hub().tap("Bord");
    static_cast<void>(room.hub().wait_for_change(before));
    room.hub().wait_for_text("Koden gäller en gång");
    const std::string film =
        film_of(read_code(room.hub()), room.harness.directory() / "film.mjpeg");
    TouchDisplay display;
    KioskDriver kiosk(display, room.machine("table", {"--name", "Bordet", "--camera", film}));
    CHECK(kiosk.wait_for_other_screen("join").screen == "table_choice");
    room.hub().wait_for_text("Skärmen är inkopplad");
}

}  // namespace stormote
