// Against the kernel's own keyrings.
#include "sync/journal/keys/kept_key.h"

#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>

#include "tests/support/machine/child_process.h"
#include "tests/support/machine/kernel_keys.h"
#include "tests/support/machine/skip.h"
#include "tests/support/record/record_builder.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

// An event that nobody else knows, whose key is forgotten with it.
struct KeptEvent {
    KeptEvent() {
        SystemRandom random;
        id = EventId{Uuid{random.bytes<16>()}};
        key = random.bytes<32>();
    }
    ~KeptEvent() { forget_kept_key(id); }
    KeptEvent(const KeptEvent&) = delete;
    KeptEvent& operator=(const KeptEvent&) = delete;

    EventId id;
    SymmetricKey key{};
};

std::string found_by_another(const KeptEvent& event, uid_t user) {
    return run_in_child([&]() -> std::string {
        if (setuid(user) != 0) return "no such user";
        const auto found = find_kept_key(event.id);
        if (!found) return "nothing";
        return *found == event.key ? "the key" : "another key";
    });
}

}  // namespace

TEST_CASE("a kept key is found by the next program of the same user, and by nobody else's") {
    if (!can_keep_keys()) return note_skipped(no_keys);
    const KeptEvent event;
    CHECK_FALSE(find_kept_key(event.id).has_value());
    // The program that kept it is gone before anybody looks.
    REQUIRE(run_in_child([&] {
                return std::string(keep_key(event.id, event.key).ok() ? "kept" : "refused");
            }) == "kept");
    CHECK(found_by_another(event, getuid()) == "the key");
    CHECK(find_kept_key(event.id) == event.key);
    if (getuid() == 0) {
        constexpr uid_t nobody = 65534;
        CHECK(found_by_another(event, nobody) == "nothing");
    } else {
        note_skipped("only root may look as another user");
    }
    forget_kept_key(event.id);
    CHECK_FALSE(find_kept_key(event.id).has_value());
    CHECK(found_by_another(event, getuid()) == "nothing");
}

TEST_CASE("a key that is kept again is the one that is found") {
    if (!can_keep_keys()) return note_skipped(no_keys);
    KeptEvent event;
    REQUIRE(keep_key(event.id, event.key).ok());
    event.key[0] = static_cast<std::uint8_t>(event.key[0] + 1);
    REQUIRE(keep_key(event.id, event.key).ok());
    CHECK(find_kept_key(event.id) == event.key);
}

TEST_CASE("an event opens with its kept key, and asks for the passphrase where none is kept") {
    if (!can_keep_keys()) return note_skipped(no_keys);
    const TemporaryFolder folder;
    const std::filesystem::path file = folder / "event";
    ManualClock clock{1'665'590'400'000};
    SystemRandom random;
    JournalEnvironment environment{clock, random, folder / "state", HashingCost{1, 8192}};
    EventId event;
    {
        const auto made = Journal::create(file, "öppna sesam", environment);
        REQUIRE(made.ok());
        event = (*made)->event();
        REQUIRE(keep_key(event, (*made)->event_key()).ok());
    }
    environment.kept_key = find_kept_key;
    bool is_asked = false;
    const auto open = [&] {
        is_asked = false;
        return Journal::open(
                   file,
                   [&] {
                       is_asked = true;
                       return std::nullopt;
                   },
                   JournalAccess::read, environment, [](const Operation&, Belief) {})
            .ok();
    };
    CHECK(open());
    CHECK_FALSE(is_asked);
    forget_kept_key(event);
    CHECK_FALSE(open());
    CHECK(is_asked);
}
