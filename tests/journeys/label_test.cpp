// Name labels through a real cupsd, from the real kiosk.
#include <csignal>

#include <catch2/catch.hpp>

#include "tests/journeys/acting.h"
#include "tests/support/devices/cups_server.h"
#include "tests/support/machine/skip.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote {

namespace {

using testing::TemporaryFolder;

void prepare(Stage& stage, const CupsServer& printing) {
    stage.run_stormote("demo", {"--people", "24", "--seed", "5", "--no-passphrase"});
    stage.load_guests();
    stage.set_environment("CUPS_SERVER", printing.address());
}

void open_kiosk(Stage& stage) {
    stage.open_kiosk({"--printer", CupsServer::queue, "--label", "62x29", "--label-code"});
}

}  // namespace

TEST_CASE("everybody gets one label, also when the kiosk dies and starts again") {
    if (!CupsServer::can_run()) return testing::note_skipped("cupsd runs for root only");
    const TemporaryFolder folder;
    const CupsServer printing;
    Stage stage(folder / "stage");
    prepare(stage, printing);
    open_kiosk(stage);
    const Guest& first = stage.next_guest();
    stage.scan(first.ticket, verdict(stage));
    REQUIRE(wait_until([&] { return printing.printed().size() == 1; }));

    stage.kiosk().process().send_signal(SIGKILL);
    REQUIRE(stage.kiosk().process().wait() == 128 + SIGKILL);
    open_kiosk(stage);
    const Guest& second = stage.next_guest();
    stage.scan(second.ticket, verdict(stage));
    REQUIRE(wait_until([&] { return printing.printed().size() == 2; }));
    stage.kiosk_at_welcome();
    stage.scan(first.ticket, words(stage, "Du är redan incheckad"));
    stage.close_kiosk();
    CHECK(printing.printed().size() == 2);
}

TEST_CASE("a printer without paper holds nobody up, and prints when it has some") {
    if (!CupsServer::can_run()) return testing::note_skipped("cupsd runs for root only");
    const TemporaryFolder folder;
    CupsServer printing;
    printing.set_trouble("media-empty-error");
    Stage stage(folder / "stage");
    prepare(stage, printing);
    open_kiosk(stage);
    for (int i = 0; i < 3; ++i) {
        const Guest& guest = stage.next_guest();
        stage.scan(guest.ticket, words(stage, guest.name));
    }
    CHECK(printing.printed().empty());
    printing.set_trouble("");
    CHECK(wait_until([&] { return printing.printed().size() == 3; }));
}

}  // namespace stormote
