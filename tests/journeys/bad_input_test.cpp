// Files and passphrases that are not what they should be, given to the real programs: each is
// refused in Swedish, in words that say what to do, and nothing is changed.
#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/journeys/harness.h"
#include "tests/support/machine/mounted_disk.h"
#include "tests/support/machine/skip.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote {

namespace {

using Catch::Contains;
using testing::read_file;
using testing::TemporaryFolder;
using testing::write_file;

constexpr int exit_input = 1;
constexpr int exit_machine = 3;

// The kiosk refuses a file before it looks for a screen.
Finished try_kiosk(const std::filesystem::path& event,
                   const std::vector<std::string>& options = {}) {
    std::vector<std::string> words{(program_directory() / "stormote-kiosk").string(),
                                   event.string()};
    words.insert(words.end(), options.begin(), options.end());
    ProcessOptions process_options;
    process_options.environment = {{"DISPLAY", ""}};
    return run_program(words, process_options);
}

void make_event(Harness& harness) {
    harness.run_stormote("demo", {"--people", "12", "--seed", "5", "--no-passphrase"});
}

std::string passphrase_file(const TemporaryFolder& folder, std::string_view passphrase) {
    const auto path = folder / "passphrase.txt";
    write_file(path, passphrase);
    return path.string();
}

}  // namespace

TEST_CASE("what is no event file is refused by kiosk and command, and left alone") {
    const TemporaryFolder folder;
    const auto picture = folder / "holiday.jpg";
    write_file(picture, "\xFF\xD8\xFF\xE0 not an event at all");
    const auto before = read_file(picture);
    const Harness harness(folder / "stage");
    for (const Finished& refused : {try_kiosk(picture), harness.try_stormote(picture, "verify", {}),
                                    harness.try_stormote(picture, "check-in", {"1"})}) {
        CHECK(refused.status == exit_input);
        CHECK_THAT(refused.errors, Contains("holiday.jpg är ingen mötesfil från Stormöte."));
        CHECK_THAT(refused.errors, Contains("Välj filen som"));
    }
    CHECK(read_file(picture) == before);
}

TEST_CASE("a file that is not there is named") {
    const TemporaryFolder folder;
    const Finished refused = try_kiosk(folder / "mote.event");
    CHECK(refused.status == exit_input);
    CHECK_THAT(refused.errors, Contains("mote.event finns inte. Kontrollera namnet och mappen."));
}

TEST_CASE("a wrong passphrase is refused with what to check") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    harness.run_stormote("demo",
                         {"--people", "4", "--passphrase-file", passphrase_file(folder, "rätt")});
    const std::string wrong = passphrase_file(folder, "fel");
    for (const Finished& refused :
         {try_kiosk(harness.event(), {"--passphrase-file", wrong}),
          harness.try_stormote(harness.event(), "verify", {"--passphrase-file", wrong})}) {
        CHECK(refused.status == exit_input);
        CHECK_THAT(refused.errors,
                   Contains("Lösenfrasen är fel. Kontrollera stora och små bokstäver"));
    }
}

TEST_CASE("a passphrase file that is not there is named") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    harness.run_stormote("demo",
                         {"--people", "4", "--passphrase-file", passphrase_file(folder, "rätt")});
    const std::string missing = (folder / "nowhere.txt").string();
    for (const Finished& refused :
         {try_kiosk(harness.event(), {"--passphrase-file", missing}),
          harness.try_stormote(harness.event(), "verify", {"--passphrase-file", missing})}) {
        CHECK(refused.status == exit_input);
        CHECK_THAT(refused.errors, Contains("nowhere.txt finns inte. Kontrollera namnet"));
    }
}

TEST_CASE("without a passphrase the event says that it needs one") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    harness.run_stormote("demo",
                         {"--people", "4", "--passphrase-file", passphrase_file(folder, "rätt")});
    const Finished refused = try_kiosk(harness.event());
    CHECK(refused.status == exit_input);
    CHECK_THAT(refused.errors, Contains("Mötet är skyddat med en lösenfras."));
}

TEST_CASE("an event in a folder that cannot be written to is refused for writing") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    make_event(harness);
    const auto place = folder / "read-only";
    const MountedDisk disk = MountedDisk::read_only(harness.directory(), place);
    if (!disk.is_mounted()) {
        return testing::note_skipped("this machine lets nobody mount a read-only folder");
    }
    const auto event = place / harness.event().filename();
    for (const Finished& refused :
         {try_kiosk(event), harness.try_stormote(event, "check-in", {"1"})}) {
        CHECK(refused.status == exit_machine);
        CHECK_THAT(refused.errors, Contains("går inte att öppna för skrivning."));
        CHECK_THAT(refused.errors, Contains("både filen och mappen"));
    }
}

TEST_CASE("a second program on the same event is refused by the name of the first") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    make_event(harness);
    harness.load_guests();
    harness.open_kiosk();
    const std::string& ticket = harness.next_guest().ticket;
    for (const Finished& refused : {try_kiosk(harness.event()),
                                    harness.try_stormote(harness.event(), "check-in", {ticket})}) {
        CHECK(refused.status == exit_input);
        CHECK_THAT(refused.errors, Contains("är öppen i stormote-kiosk"));
        CHECK_THAT(refused.errors, Contains("Stäng det programmet först"));
    }
    // Reading needs no turn.
    CHECK(harness.try_stormote(harness.event(), "verify", {}).status == 0);
}

TEST_CASE("a copy of the file on another machine goes on as another device") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    make_event(harness);
    harness.load_guests();
    const auto copy = folder / "copy.event";
    std::filesystem::copy_file(harness.event(), copy);
    harness.run_stormote("check-in", {harness.next_guest().ticket});
    harness.set_environment("STORMOTE_STATE", (folder / "other-state").string());
    const Guest& other = harness.next_guest();
    harness.run_stormote_on(copy, "check-in", {other.ticket});
    const Finished verified = harness.try_stormote(copy, "verify", {});
    CHECK(verified.status == 0);
    // A line for each device: the one that made the event, and the new one.
    CHECK(std::count(verified.output.begin(), verified.output.end(), '\n') == 2);
}

}  // namespace stormote
