// A kiosk on a disk that is full, or slow: it never shows a green card for what is not on the disk,
// and its screen never waits for it.
#include <algorithm>
#include <chrono>
#include <fstream>

#include <catch2/catch.hpp>

#include "tests/journeys/steps.h"
#include "tests/support/display/probe_log.h"
#include "tests/support/machine/mounted_disk.h"
#include "tests/support/machine/skip.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote {

namespace {

using testing::TemporaryFolder;

// Writes until not one more byte has room.
void fill(const std::filesystem::path& file) {
    std::ofstream stream(file, std::ios::binary | std::ios::app);
    for (std::size_t size : {std::size_t{65'536}, std::size_t{512}, std::size_t{1}}) {
        const std::string zeros(size, '\0');
        while (stream.write(zeros.data(), static_cast<std::streamsize>(size)).flush()) {
        }
        stream.clear();
    }
}

}  // namespace

TEST_CASE("on a full disk the kiosk calls for staff, keeps what is confirmed, and goes on later") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    const auto place = folder / "small";
    // Too small for the space that a kiosk sets aside for its journal where it can.
    const MountedDisk disk = MountedDisk::of_size(place, 4U << 20);
    if (!disk.is_mounted()) {
        return testing::note_skipped("this machine lets nobody mount a small disk");
    }
    harness.run_stormote("demo", {"--people", "24", "--seed", "5", "--no-passphrase"});
    harness.load_guests();
    const auto event = place / "evening.event";
    std::filesystem::copy_file(harness.event(), event);
    harness.open_kiosk_on(event);
    const Guest& first = harness.next_guest();
    harness.scan(first.ticket, verdict(harness));
    harness.kiosk_at_welcome();

    const auto filler = place / "filler";
    fill(filler);
    const Guest& second = harness.next_guest();
    const Answer refused = harness.scan(
        second.ticket, [&] { return harness.kiosk().wait_for_other_screen("welcome"); });
    CHECK(refused.screen.screen == "notice");
    CHECK(refused.screen.says("Kalla på personalen"));
    CHECK(refused.screen.says("Alla som har checkat in är fortfarande incheckade."));
    CHECK_FALSE(refused.screen.says(second.name));
    harness.kiosk().tap("Försök igen");
    harness.kiosk().wait_for_screen("welcome");
    harness.scan(first.ticket, words(harness, "Du är redan incheckad"));
    harness.kiosk_at_welcome();

    std::filesystem::remove(filler);
    harness.scan(second.ticket, words(harness, second.name));
    CHECK(harness.kiosk().look().screen == "verdict");
    harness.close_kiosk();
    CHECK(harness.try_stormote(event, "verify", {}).status == 0);
    const Finished again = harness.try_stormote(event, "check-in", {first.ticket, second.ticket});
    CHECK(again.output.find("already_checked_in\t" + first.name) != std::string::npos);
    CHECK(again.output.find("already_checked_in\t" + second.name) != std::string::npos);
}

TEST_CASE("on a disk that does not answer the screen goes on, and green waits for the disk") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    harness.run_stormote("demo", {"--people", "24", "--seed", "5", "--no-passphrase"});
    harness.load_guests();
    const auto log = folder / "probe.log";
    const auto hold = folder / "hold";
    harness.set_environment("LD_PRELOAD", (program_directory() / "libkiosk_probe.so").string());
    harness.set_environment("STORMOTE_PROBE_FILE", harness.event().string());
    harness.set_environment("STORMOTE_PROBE_HOLD", hold.string());
    harness.set_environment("STORMOTE_PROBE_LOG", log.string());
    harness.open_kiosk();
    KioskDriver& kiosk = harness.kiosk_at_welcome();
    kiosk.tap("Skriv ditt namn i stället");
    kiosk.wait_for_screen("name");
    kiosk.type_on_screen("x");

    std::ofstream(hold) << "held";
    const Guest& guest = harness.next_guest();
    kiosk.scan(guest.ticket);
    REQUIRE(wait_until([&] { return !read_probe(log, "held").empty(); }));
    // Somebody goes on typing while the check-in is on its way to the disk, and sees every letter.
    kiosk.type_on_screen("yxa");
    CHECK(kiosk.look().screen == "name");

    const auto released = std::chrono::steady_clock::now().time_since_epoch();
    std::filesystem::remove(hold);
    CHECK(kiosk.wait_for_screen("verdict").says(guest.name));
    const auto shown = std::chrono::steady_clock::now().time_since_epoch();
    kiosk.wait_for_screen("welcome");
    harness.close_kiosk();
    // Green came once the disk had answered, not only once it was free to.
    const auto syncs = read_probe(log, "sync");
    const auto commit = std::find_if(syncs.begin(), syncs.end(),
                                     [&](const ProbedSpan& sync) { return sync.end > released; });
    REQUIRE(commit != syncs.end());
    CHECK(shown > commit->end);
}

}  // namespace stormote
