// What a central store keeps of people who were erased: nothing, in none of its files, while it is
// open and afterwards. And its files are its owner's alone.
#include <algorithm>

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "tests/support/record/central_harness.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace fs = std::filesystem;

namespace {

const EventId some_event{Uuid{{1}}};
const AttendeeId erased_person{Uuid{{9}}};
constexpr std::int64_t two_days_ms = 2LL * 24 * 3'600'000;

// How often the words are found in the store's files. They stand in no other person's bodies.
constexpr std::string_view secret_words = "hemligt";

std::size_t count_secrets(const fs::path& folder) {
    std::size_t found = 0;
    for (const auto& entry : fs::directory_iterator(folder)) {
        const std::string content = to_string(read_file(entry.path()));
        for (auto at = content.find(secret_words); at != std::string::npos;
             at = content.find(secret_words, at + 1)) {
            ++found;
        }
    }
    return found;
}

struct Harness {
    TemporaryFolder folder;
    CentralHarness central{folder / "central.db"};
    SeededRandom random{1};
    StoreClient client = central.client(some_event, central.enrol(some_event, "device"));
    // Several, so that rows come between others and pages are split.
    std::vector<SignedDevice> devices;
    std::vector<std::uint64_t> pushed;

    Harness() {
        for (int i = 0; i < 8; ++i) devices.emplace_back(some_event, random);
        pushed.resize(devices.size());
        for (std::size_t i = 0; i < devices.size(); ++i) push(i);
    }
    void say(std::size_t device, const AttendeeId& person, const std::string& text) {
        devices[device].add_about(person, AttendeeDescribed{{{1, text}}});
    }
    void push(std::size_t device) {
        central.clock().advance_ms(1);
        const std::size_t end = devices[device].operations().size();
        const auto answer = client.push(devices[device].batch(pushed[device] + 1, end));
        REQUIRE(answer);
        pushed[device] = end;
    }
    void say_much() {
        for (int i = 0; i < 600; ++i) {
            const std::size_t device = random.below(devices.size());
            const bool is_erased = random.below(2) == 0;
            const std::size_t size = random.below(i % 40 == 0 ? 9'000 : 400);
            std::string text(is_erased ? secret_words : "");
            while (text.size() < size) text += is_erased ? secret_words : "offentligt";
            say(device,
                is_erased ? erased_person : AttendeeId{Uuid{{static_cast<std::uint8_t>(i % 7)}}},
                text);
            push(device);
        }
    }
    void erase() {
        devices[0].add_about(erased_person, AttendeeErased{"civil", Counted::yes});
        push(0);
    }
    // What a store may leave for later it has done in the days that follow.
    void wait_for_days() {
        for (int day = 0; day < 2; ++day) {
            central.clock().advance_ms(two_days_ms);
            say(0, AttendeeId{Uuid{{8}}}, "later");
            push(0);
            central.store().destroy_erased(central.clock().wall_ms());
            REQUIRE(client.status());
            REQUIRE(client.pull(0, {}));
        }
    }
};

}  // namespace

TEST_CASE("the files of a store hold nothing of an erased person, while it is open and after") {
    Harness harness;
    harness.say_much();
    REQUIRE(count_secrets(harness.folder.path()) > 100);
    harness.erase();
    harness.wait_for_days();
    CHECK(count_secrets(harness.folder.path()) == 0);
    // Others are all there.
    const auto page = harness.client.pull(0, {});
    REQUIRE(page);
    CHECK(page->batch.operations.size() > 400);
    static_cast<void>(harness.central.back_up());
    CHECK(count_secrets(harness.folder.path()) == 0);
}

TEST_CASE("the files of a store may be read by their owner only") {
    const mode_t usual = umask(022);
    const Harness harness;
    umask(usual);
    std::size_t files = 0;
    for (const auto& entry : fs::directory_iterator(harness.folder.path())) {
        INFO(entry.path());
        CHECK((entry.status().permissions() & fs::perms::mask) ==
              (fs::perms::owner_read | fs::perms::owner_write));
        ++files;
    }
    CHECK(files >= 2);
}
