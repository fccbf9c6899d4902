// What is heard at the door of the real kiosk.
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include "tests/journeys/steps.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote {

using testing::TemporaryFolder;

TEST_CASE("every answer at the door has its tone, and the screen says the same") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    harness.run_stormote("demo", {"--people", "24", "--seed", "5", "--no-passphrase"});
    harness.load_guests();
    const std::filesystem::path heard = folder / "heard";
    harness.open_kiosk({"--sound-file", heard.string()});
    const auto comes_to = [&](const std::string& tones) {
        return wait_until([&] {
            std::ifstream stream(heard);
            return std::string(std::istreambuf_iterator<char>(stream), {}) == tones;
        });
    };
    KioskDriver& kiosk = harness.kiosk_at_welcome();
    const Guest& guest = harness.next_guest();
    kiosk.scan(guest.ticket);
    CHECK(kiosk.wait_for_screen("verdict").says(guest.name));
    CHECK(comes_to("welcome\n"));
    kiosk.scan(guest.ticket);
    static_cast<void>(kiosk.wait_for_screen("notice"));
    CHECK(comes_to("welcome\nlook\n"));
    std::string forged = harness.next_guest().ticket;
    forged.back() = forged.back() == '1' ? '2' : '1';
    kiosk.scan(forged);
    CHECK(comes_to("welcome\nlook\nrefusal\n"));
}

TEST_CASE("a kiosk without a sound card works, and says once why it is silent") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    harness.run_stormote("demo", {"--people", "24", "--seed", "5", "--no-passphrase"});
    harness.load_guests();
    // No configuration, no card.
    harness.set_environment("ALSA_CONFIG_PATH", "/dev/null");
    harness.open_kiosk();
    KioskDriver& kiosk = harness.kiosk_at_welcome();
    for (int i = 0; i < 2; ++i) {
        const Guest& guest = harness.next_guest();
        kiosk.scan(guest.ticket);
        static_cast<void>(kiosk.wait_for_text(guest.name));
    }
    const std::string words = "Det finns inget ljud";
    REQUIRE(wait_until([&] { return kiosk.process().errors().find(words) != std::string::npos; }));
    const std::string errors = kiosk.process().errors();
    CHECK(errors.find(words) == errors.rfind(words));
    CHECK(errors.find("ALSA lib") == std::string::npos);
}

}  // namespace stormote
