// Name labels through a real cupsd, from the real kiosk.
#include <csignal>

#include <catch2/catch.hpp>

#include "tests/journeys/steps.h"
#include "tests/support/devices/cups_server.h"
#include "tests/support/machine/skip.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote {

namespace {

using testing::TemporaryFolder;

void prepare(Harness& harness, const CupsServer& printing) {
    harness.run_stormote("demo", {"--people", "24", "--seed", "5", "--no-passphrase"});
    harness.load_guests();
    harness.set_environment("CUPS_SERVER", printing.address());
}

void open_kiosk(Harness& harness) {
    harness.open_kiosk({"--printer", CupsServer::queue, "--label", "62x29", "--label-code"});
}

}  // namespace

TEST_CASE("everybody gets one label, also when the kiosk dies and starts again") {
    if (!CupsServer::can_run()) return testing::note_skipped("cupsd runs for root only");
    const TemporaryFolder folder;
    const CupsServer printing;
    Harness harness(folder / "stage");
    prepare(harness, printing);
    open_kiosk(harness);
    const Guest& first = harness.next_guest();
    harness.scan(first.ticket, verdict(harness));
    REQUIRE(wait_until([&] { return printing.printed().size() == 1; }));

    harness.kiosk().process().send_signal(SIGKILL);
    REQUIRE(harness.kiosk().process().wait() == 128 + SIGKILL);
    open_kiosk(harness);
    const Guest& second = harness.next_guest();
    harness.scan(second.ticket, verdict(harness));
    REQUIRE(wait_until([&] { return printing.printed().size() == 2; }));
    harness.kiosk_at_welcome();
    harness.scan(first.ticket, words(harness, "Du är redan incheckad"));
    harness.close_kiosk();
    CHECK(printing.printed().size() == 2);
}

TEST_CASE("a printer without paper holds nobody up, and prints when it has some") {
    if (!CupsServer::can_run()) return testing::note_skipped("cupsd runs for root only");
    const TemporaryFolder folder;
    CupsServer printing;
    printing.set_trouble("media-empty-error");
    Harness harness(folder / "stage");
    prepare(harness, printing);
    open_kiosk(harness);
    for (int i = 0; i < 3; ++i) {
        const Guest& guest = harness.next_guest();
        harness.scan(guest.ticket, words(harness, guest.name));
    }
    CHECK(printing.printed().empty());
    printing.set_trouble("");
    CHECK(wait_until([&] { return printing.printed().size() == 3; }));
}

}  // namespace stormote
