// The space that a kiosk sets aside for its WAL, when the power is cut.
#include <algorithm>
#include <csignal>
#include <cstdlib>

#include <catch2/catch.hpp>

#include "sync/journal/journal.h"
#include "tests/power/powered_machine.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

constexpr std::size_t reserve_bytes = 1U << 20;

}  // namespace

// Not a test by itself: the program whose power is cut below. It opens an event as a kiosk does.
TEST_CASE("opens an event with space set aside", "[.]") {
    const SystemClock clock;
    SystemRandom random;
    JournalEnvironment environment{clock, random};
    environment.wal_reserve_bytes = reserve_bytes;
    const auto opened = Journal::open(
        std::getenv("STORMOTE_TEST_EVENT"), [] { return std::nullopt; }, JournalAccess::write,
        environment, [](const Operation&, Belief) {});
    REQUIRE(opened);
}

TEST_CASE("the space set aside for the WAL is on the disk before anything is written into it") {
    PoweredMachine machine(2);
    ProcessOptions options;
    machine.disk().keep_copy();
    int times_empty = 0;
    int status = 128 + SIGKILL;
    for (int moment = 1; status == 128 + SIGKILL; ++moment) {
        CAPTURE(moment);
        options.environment = machine.disk().environment(moment);
        options.environment.emplace_back("STORMOTE_STATE", machine.path("state"));
        options.environment.emplace_back("STORMOTE_TEST_EVENT", machine.path("mote"));
        const Finished done = run_program(
            {program_directory() / "power_test", "opens an event with space set aside"}, options);
        status = done.status;
        machine.disk().cut_power(Unsynced::lost);
        const Bytes wal = read_file(machine.path("mote-wal"));
        const bool is_empty =
            std::all_of(wal.begin(), wal.end(), [](auto byte) { return byte == 0; });
        if (wal.size() == reserve_bytes && is_empty) ++times_empty;
        machine.verify();
        machine.disk().return_to_copy();
    }
    REQUIRE(status == 0);
    CHECK(times_empty > 0);
}
