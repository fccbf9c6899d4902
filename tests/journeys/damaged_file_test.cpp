// An evening's file after accidents: killed programs, careless copies, flipped bytes. What was
// confirmed on the screen is there, or the programs say in Swedish what is missing and what to do.
#include <csignal>

#include <catch2/catch.hpp>

#include "tests/journeys/steps.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote {

namespace {

using Catch::Contains;
using testing::read_file;
using testing::TemporaryFolder;
using testing::write_file;

constexpr int exit_input = 1;
constexpr int exit_machine = 3;
constexpr std::size_t wal_header_size = 32;
constexpr std::size_t wal_frame_header_size = 24;

std::filesystem::path wal_of(const std::filesystem::path& event) {
    return event.string() + "-wal";
}

// An event with an open kiosk at which some guests have checked in; gives their tickets.
std::vector<std::string> play_arrivals(Harness& harness, int count) {
    harness.run_stormote("demo", {"--people", "24", "--seed", "5", "--no-passphrase"});
    harness.load_guests();
    harness.open_kiosk();
    std::vector<std::string> tickets;
    for (int i = 0; i < count; ++i) {
        const Guest& guest = harness.next_guest();
        harness.scan(guest.ticket, words(harness, guest.name));
        tickets.push_back(guest.ticket);
    }
    return tickets;
}

void kill_kiosk(Harness& harness) {
    Process& process = harness.kiosk().process();
    process.send_signal(SIGKILL);
    REQUIRE(process.wait() == 128 + SIGKILL);
    harness.close_kiosk();
}

void flip_byte(const std::filesystem::path& file, std::size_t offset) {
    Bytes content = read_file(file);
    REQUIRE(offset < content.size());
    content[offset] ^= 0x10;
    write_file(file, content);
}

}  // namespace

TEST_CASE("after a kiosk was killed every check-in that its screen confirmed is there") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    const auto tickets = play_arrivals(harness, 6);
    kill_kiosk(harness);
    harness.open_kiosk();
    for (const std::string& ticket : tickets) {
        harness.kiosk_at_welcome();
        harness.scan(ticket, words(harness, "Du är redan incheckad"));
    }
    const Guest& next = harness.next_guest();
    harness.scan(next.ticket, words(harness, next.name));
    harness.close_kiosk();
    CHECK(harness.try_stormote(harness.event(), "verify", {}).status == 0);
}

TEST_CASE("a kiosk that is asked to end, as when the machine is switched off, closes its event") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    const auto tickets = play_arrivals(harness, 2);
    Process& process = harness.kiosk().process();
    process.send_signal(SIGTERM);
    CHECK(process.wait() == 0);
    harness.close_kiosk();
    // All is in the file itself, which may be copied alone.
    const auto copy = folder / "copy.event";
    std::filesystem::copy_file(harness.event(), copy);
    CHECK(harness.try_stormote(copy, "verify", {}).status == 0);
}

TEST_CASE("a file copied without its WAL while a kiosk runs is refused with what to do") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    play_arrivals(harness, 3);
    const auto copy = folder / "copy.event";
    std::filesystem::copy_file(harness.event(), copy);
    const Finished refused = harness.try_stormote(copy, "verify", {});
    CHECK(refused.status == exit_input);
    CHECK_THAT(refused.errors, Contains("kopierades medan den var öppen, utan sin andra del"));
    CHECK_THAT(refused.errors, Contains("Kopiera båda filerna tillsammans"));
    // With its second part it is whole.
    std::filesystem::copy_file(wal_of(harness.event()), wal_of(copy));
    CHECK(harness.try_stormote(copy, "verify", {}).status == 0);
}

TEST_CASE("one flipped byte in the file is found, and never gives another record") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    play_arrivals(harness, 3);
    harness.close_kiosk();
    const Finished whole = harness.try_stormote(harness.event(), "verify", {});
    REQUIRE(whole.status == 0);
    const auto copy = folder / "copy.event";
    const std::size_t size = std::filesystem::file_size(harness.event());
    int found = 0;
    constexpr std::size_t places = 12;
    for (std::size_t place = 1; place < places; ++place) {
        std::filesystem::copy_file(harness.event(), copy,
                                   std::filesystem::copy_options::overwrite_existing);
        flip_byte(copy, size * place / places);
        const Finished verified = harness.try_stormote(copy, "verify", {});
        if (verified.status == 0) {
            // In space that nothing uses.
            CHECK(verified.output == whole.output);
            continue;
        }
        ++found;
        CHECK(verified.status == exit_machine);
        CHECK_THAT(verified.errors, Contains("är skadad"));
        CHECK_THAT(verified.errors, Contains("Behåll filen"));
    }
    CHECK(found > 0);
}

TEST_CASE("one flipped byte in the WAL of a killed kiosk is found") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    play_arrivals(harness, 6);
    kill_kiosk(harness);
    flip_byte(wal_of(harness.event()), wal_header_size + wal_frame_header_size + 100);
    const Finished refused = harness.try_stormote(harness.event(), "verify", {});
    CHECK(refused.status == exit_machine);
    CHECK_THAT(refused.errors, Contains("-wal är skadad: minst"));
    CHECK_THAT(refused.errors, Contains("hämta det som saknas från den centrala servern"));
}

}  // namespace stormote
