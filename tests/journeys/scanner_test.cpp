// A hand scanner at a kiosk that is busy, and beside a person who types.
#include <csignal>

#include <catch2/catch.hpp>

#include "tests/journeys/steps.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote {

namespace {

using testing::TemporaryFolder;

// Half of the digits; long enough to be told from the other half by whoever counts the gap.
constexpr std::size_t half = 30;

KioskDriver& open_at_name(Harness& harness) {
    harness.run_stormote("demo", {"--people", "24", "--seed", "5", "--no-passphrase"});
    harness.load_guests();
    harness.open_kiosk();
    return type_name(harness, "x");
}

}  // namespace

TEST_CASE("a scan is read whole by a kiosk that got no processor in the middle of it") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    KioskDriver& kiosk = open_at_name(harness);
    const Guest& guest = harness.next_guest();
    // Too few to be known for a machine.
    constexpr std::size_t first_digits = 5;
    kiosk.display().type_on_scanner(guest.ticket.substr(0, first_digits));
    kiosk.process().send_signal(SIGSTOP);
    kiosk.display().type_on_scanner(guest.ticket.substr(first_digits) + "\r");
    // Longer than a person lies between two keys.
    const auto stopped = std::chrono::steady_clock::now();
    REQUIRE(
        wait_until([&] { return std::chrono::steady_clock::now() - stopped > Milliseconds{300}; }));
    kiosk.process().send_signal(SIGCONT);
    CHECK(kiosk.wait_for_screen("verdict").says(guest.name));
}

TEST_CASE("the same digit many times within a millisecond is read as often") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    KioskDriver& kiosk = open_at_name(harness);
    kiosk.scan("1111111111111111");
    const Guest& guest = harness.next_guest(
        [](const Guest& one) { return one.ticket.find("44") != std::string::npos; });
    kiosk.scan(guest.ticket);
    CHECK(kiosk.wait_for_screen("verdict").says(guest.name));
}

TEST_CASE("who types while another's ticket is scanned disturbs neither") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    KioskDriver& kiosk = open_at_name(harness);
    const Guest& guest = harness.next_guest();
    kiosk.display().type_on_scanner(guest.ticket.substr(0, half));
    kiosk.display().type("b");
    kiosk.display().type_on_scanner(guest.ticket.substr(half) + "\r");
    CHECK(kiosk.wait_for_screen("verdict").says(guest.name));
}

}  // namespace stormote
