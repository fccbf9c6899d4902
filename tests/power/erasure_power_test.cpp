// A central store whose power is cut while it erases somebody: once it knows of the erasure, the
// contents go, however often the power is cut on the way.
#include <csignal>
#include <cstdlib>

#include <catch2/catch.hpp>

#include "tests/support/machine/forgetful_disk.h"
#include "tests/support/machine/process.h"
#include "tests/support/record/central_harness.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace fs = std::filesystem;

namespace {

const EventId some_event{Uuid{{1}}};
const AttendeeId erased_person{Uuid{{9}}};
constexpr std::string_view secret_words = "hemligt";
constexpr std::uint64_t count_before_erasure = 4;
constexpr std::uint64_t erasure_sequence = count_before_erasure + 1;

// The same on every call: few enough operations for one page, one of them with pages of its own.
SignedDevice make_device() {
    static SeededRandom random(1);
    random = SeededRandom(1);
    SignedDevice device(some_event, random);
    std::string much;
    while (much.size() < 9'000) much += secret_words;
    device.add_about(erased_person, AttendeeDescribed{{{1, std::string(secret_words)}}});
    device.add_about(AttendeeId{Uuid{{8}}}, AttendeeDescribed{{{1, "offentligt"}}});
    device.add_about(erased_person, AttendeeDescribed{{{1, much}}});
    device.add_about(erased_person, AttendeeErased{"civil", Counted::yes});
    device.add_about(AttendeeId{Uuid{{8}}}, AttendeeDescribed{{{1, "later"}}});
    device.add_about(AttendeeId{Uuid{{8}}}, AttendeeDescribed{{{1, "last"}}});
    return device;
}

// From the erasure on, with days between what follows, in which a store may do what it has put off.
void push_rest(CentralHarness& central, const std::string& token) {
    const SignedDevice device = make_device();
    StoreClient client = central.client(some_event, token);
    for (std::uint64_t end = erasure_sequence; end <= device.operations().size(); ++end) {
        REQUIRE(client.push(device.batch(1, end)));
        central.clock().advance_ms(2LL * 24 * 3'600'000);
        central.store().destroy_erased(central.clock().wall_ms());
    }
    REQUIRE(client.status());
}

bool holds_secrets(const fs::path& folder) {
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (to_string(read_file(entry.path())).find(secret_words) != std::string::npos) return true;
    }
    return false;
}

}  // namespace

// Not a test by itself: the program whose power is cut below.
TEST_CASE("erases somebody at a store", "[.]") {
    CentralHarness central(std::getenv("STORMOTE_TEST_STORE"));
    push_rest(central, std::getenv("STORMOTE_TEST_TOKEN"));
}

TEST_CASE("a power cut while a store erases somebody leaves nothing of them in the end") {
    ForgetfulDisk disk;
    const std::string file = disk.folder() / "central.db";
    std::string token;
    {
        CentralHarness central(file);
        token = central.enrol(some_event, "device");
        REQUIRE(
            central.client(some_event, token).push(make_device().batch(1, count_before_erasure)));
    }
    REQUIRE(holds_secrets(disk.folder()));
    disk.keep_copy();
    int status = 128 + SIGKILL;
    for (int moment = 1; status == 128 + SIGKILL; ++moment) {
        CAPTURE(moment);
        disk.return_to_copy();
        ProcessOptions options;
        options.environment = disk.environment(moment);
        options.environment.emplace_back("STORMOTE_TEST_STORE", file);
        options.environment.emplace_back("STORMOTE_TEST_TOKEN", token);
        status =
            run_program({program_directory() / "power_test", "erases somebody at a store"}, options)
                .status;
        disk.cut_power(Unsynced::lost);
        {
            CentralHarness central(file);
            push_rest(central, token);
        }
        CHECK_FALSE(holds_secrets(disk.folder()));
    }
    REQUIRE(status == 0);
}
