#include <catch2/catch.hpp>

#include "sync/central/store/batch_intake.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"
#include "tests/support/record/store_fixture.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const EventId some_event{Uuid{{1}}};
const EventId other_event{Uuid{{2}}};
constexpr std::int64_t now_ms = 1'665'590'400'000;

struct Harness {
    StoreFixture place{GENERATE(StoreKind::sqlite, StoreKind::postgres)};
    SeededRandom random{1};
    std::unique_ptr<Store> store = place.open(random);

    // A device that is let in; its token.
    Hash enrol(const std::string& name, const std::string& role = {}) {
        const Hash secret = random.bytes<32>();
        const Hash token = random.bytes<32>();
        REQUIRE(store->invite(some_event, name, secret, now_ms, role));
        REQUIRE(store->join(some_event, secret, token, now_ms) == JoinOutcome::joined);
        return token;
    }
    // How many operations were new.
    std::uint64_t push(const Hash& token, const Batch& batch) {
        const PushAnswer answer = store->append(some_event, batch, token, now_ms);
        REQUIRE(answer.outcome == PushOutcome::taken);
        return answer.added;
    }
    std::string refuse(const Hash& token, const Batch& batch) {
        const auto status = store->status(some_event);
        const PushAnswer answer = store->append(some_event, batch, token, now_ms);
        REQUIRE(answer.outcome == PushOutcome::refused);
        REQUIRE(store->status(some_event) == status);
        return answer.refused->reason.english();
    }
};

}  // namespace

TEST_CASE("a token brings so many devices and bytes, and leaves room for those of others") {
    Harness harness;
    const Hash stolen = harness.enrol("stolen");
    const Hash honest = harness.enrol("honest");
    SECTION("made-up devices") {
        Batch batch;
        std::optional<SignedDevice> last;
        for (std::int64_t i = 0; i < most_token_devices; ++i) {
            last.emplace(some_event, harness.random);
            const Batch own = last->all();
            batch.operations.push_back(own.operations.front());
            batch.signatures.push_back(own.signatures.front());
        }
        REQUIRE(harness.push(stolen, batch) == std::uint64_t{most_token_devices});
        // The same again costs nothing, and a device that is known goes on.
        REQUIRE(harness.push(stolen, batch) == 0);
        last->add_many(1);
        REQUIRE(harness.push(stolen, last->batch(2, 2)) == 1);
    }
    SECTION("bytes") {
        const SignedDevice device(some_event, harness.random);
        REQUIRE(harness.push(stolen, device.all()) == 1);
        harness.place.execute(
            "UPDATE enrolment SET bytes_brought = bytes_brought + 536870912 - 300 "
            "WHERE name = 'stolen'");
    }
    const SignedDevice next(some_event, harness.random);
    REQUIRE(harness.refuse(stolen, next.all()).find("no more from this token") !=
            std::string::npos);
    REQUIRE(harness.push(honest, next.all()) == 1);
}

TEST_CASE("the token of a door, a table or the pages brings less than an organiser's") {
    Harness harness;
    for (const char *role : {"door", "table", "pages", "organiser", "hub", ""}) {
        CAPTURE(role);
        const bool is_of_room = std::string(role) == "door" || std::string(role) == "table" ||
                                std::string(role) == "pages";
        const bool is_bytes = GENERATE(false, true);
        const Hash token = harness.enrol(std::string(role) + (is_bytes ? " 1" : " 2"), role);
        const std::int64_t full = is_bytes ? most_room_token_bytes - 100 : most_room_token_devices;
        harness.place.execute(std::string("UPDATE enrolment SET ") +
                              (is_bytes ? "bytes" : "devices") +
                              "_brought = " + std::to_string(full));
        const SignedDevice next(some_event, harness.random);
        if (is_of_room) {
            CHECK(harness.refuse(token, next.all()).find("no more from this token") !=
                  std::string::npos);
        } else {
            CHECK(harness.push(token, next.all()) == 1);
        }
    }
}

TEST_CASE("a device sends so many bytes, and an event takes so many, whoever brings them") {
    Harness harness;
    SignedDevice device(some_event, harness.random);
    device.add_many(1);
    REQUIRE(harness.push({}, device.batch(1, 1)) == 1);
    const bool is_event = GENERATE(false, true);
    harness.place.execute(is_event ? "INSERT INTO head SELECT event, substr(chain_hash, 1, 16), 1, "
                                     "chain_hash, 1, public_key, 2147483648 FROM head"
                                   : "UPDATE head SET bytes = 268435456");
    REQUIRE(harness.refuse({}, device.all()).find("as much of this event") != std::string::npos);
    // Another event has room.
    const SignedDevice elsewhere(other_event, harness.random);
    REQUIRE(harness.store->append(other_event, elsewhere.all(), {}, now_ms).added == 1);
}
