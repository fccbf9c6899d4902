// Displays that are not as most are: the kiosk shows the same, or says what is wrong.
#include <catch2/catch.hpp>

#include "tests/journeys/harness.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/machine/wait.h"

namespace stormote {

namespace {

using testing::TemporaryFolder;

void make_event(Harness& harness) {
    harness.run_stormote("demo", {"--people", "12", "--seed", "5", "--no-passphrase"});
}

// Everything below the header, whose clock may have gone on between two pictures.
std::vector<std::uint32_t> below_header(const Picture& picture) {
    constexpr std::ptrdiff_t header_rows = 112;
    return {picture.pixels.begin() + header_rows * picture.size.width, picture.pixels.end()};
}

}  // namespace

TEST_CASE("a display that shares no memory, as over a network, shows the same screens") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    make_event(harness);
    TouchDisplay sharing;
    TouchDisplay far_away(DisplayKind{.shares_memory = false});
    std::vector<std::vector<std::uint32_t>> seen;
    for (TouchDisplay *display : {&sharing, &far_away}) {
        KioskOptions options;
        options.event = harness.event();
        options.directory = folder / "kiosk";
        options.environment = harness.process_options(*display).environment;
        KioskDriver kiosk(*display, options);
        kiosk.tap("Större text");
        kiosk.tap("Skriv ditt namn i stället");
        kiosk.wait_for_screen("name");
        kiosk.type_on_screen("ek");
        seen.push_back(below_header(kiosk.wait_for_rest()));
    }
    CHECK((seen[0] == seen[1]));
}

TEST_CASE("a display of 16 bits is refused, and the kiosk says why") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    make_event(harness);
    const TouchDisplay display(DisplayKind{.depth = 16});
    const Finished refused =
        run_program({(program_directory() / "stormote-kiosk").string(), harness.event().string()},
                    harness.process_options(display));
    CHECK(refused.status == 3);
    CHECK_THAT(refused.errors, Catch::Contains("Skärmen har inte 24-bitars färg."));
}

}  // namespace stormote
