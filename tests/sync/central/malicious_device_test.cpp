// A device with a good token that wants to do harm: whatever it pushes, what is there stays, and
// others go on. What its operations may do where they are taken:
// tests/contract/hostile_device_test.
#include <catch2/catch.hpp>

#include "sync/journal/device_head.h"
#include "tests/support/record/central_harness.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"
#include "tests/support/record/store_fixture.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const EventId some_event{Uuid{{1}}};
const EventId other_event{Uuid{{2}}};

struct Attack {
    StoreFixture place{GENERATE(StoreKind::sqlite, StoreKind::postgres)};
    CentralHarness central{StoreUrl{place.url()}};
    SeededRandom random{1};
    std::string token = central.enrol(some_event, "stolen");
    StoreClient honest = central.client(some_event, central.enrol(some_event, "honest"));
    SignedDevice victim{some_event, random};
    SigningKeys keys = make_signing_keys(random);

    Attack() {
        victim.add_many(5);
        REQUIRE(honest.push(victim.all()));
        victim.add_many(3);
    }
    StoreResponse push(const Bytes& body) {
        return central.connection()
            .send({StoreMethod::post, operations_path(some_event), "", token, body})
            .value();
    }
    // Refused, or told to be incomplete; of which code, where it is refused.
    std::optional<RefusalCode> refuse(const Bytes& body) {
        const StoreStatus before = central.store().status(some_event);
        const StoreResponse response = push(body);
        CHECK(central.store().status(some_event) == before);
        if (response.status == 200) {
            const auto answer = decode_push_answer(response.body);
            REQUIRE(answer);
            CHECK(answer->outcome == PushOutcome::gap);
            return std::nullopt;
        }
        const auto refusal = decode_refusal(response.body);
        REQUIRE(refusal);
        return refusal->code;
    }
    std::optional<RefusalCode> refuse(const Batch& batch) { return refuse(encode_batch(batch)); }
    // In the victim's name, by the attacker's key.
    HeadSignature forge_signature(const Operation& operation) const {
        return {operation.header.device, operation.header.sequence,
                sign(keys.secret_key, head_message(some_event, operation.header))};
    }
    void require_goes_on() {
        const auto answer = honest.push(victim.all());
        REQUIRE(answer);
        CHECK(answer->added == 3);
        CHECK(central.operations(some_event) == victim.operations());
    }
};

}  // namespace

TEST_CASE("a malicious device writes nothing in another's name, by whatever signature") {
    Attack attack;
    const Operation next = attack.victim.operations()[6];
    // The victim's next operation before the victim has sent it: its signature is missing.
    CHECK(attack.refuse(Batch{{next}, {attack.forge_signature(next)}}) ==
          RefusalCode::refused_batch);
    // One that says something else, with the signature of the true one.
    Operation other = next;
    other.header.wall_ms += 1;
    other.header.chain_hash = chain(attack.victim.operations()[5].header.chain_hash, other.header);
    CHECK(attack.refuse(Batch{{other}, {attack.victim.sign_at(7)}}) == RefusalCode::refused_batch);
    // A true signature of another number.
    CHECK(attack.refuse(Batch{{next}, {attack.victim.sign_at(6)}}) == RefusalCode::refused_batch);
    // Another content of what is there.
    Operation instead = attack.victim.operations()[5];
    instead.header.lamport += 1;
    instead.header.chain_hash =
        chain(attack.victim.operations()[4].header.chain_hash, instead.header);
    CHECK(attack.refuse(Batch{{instead}, {attack.forge_signature(instead)}}) ==
          RefusalCode::refused_batch);
    attack.require_goes_on();
}

TEST_CASE("what was recorded of another event is worth nothing when it is replayed in this one") {
    Attack attack;
    SignedDevice elsewhere(other_event, attack.random);
    elsewhere.add_many(3);
    CHECK(attack.refuse(elsewhere.all()) == RefusalCode::refused_batch);
    // Of this one it is known, and counts nothing anew.
    const StoreStatus before = attack.central.store().status(some_event);
    const auto answer =
        decode_push_answer(attack.push(encode_batch(attack.victim.batch(1, 6))).body);
    REQUIRE(answer);
    CHECK(*answer == PushAnswer{PushOutcome::taken, 0, 6, 0});
    CHECK(attack.central.store().status(some_event) == before);
    attack.require_goes_on();
}

TEST_CASE("a malicious device's gaps, heaps and knots are refused before they cost anything") {
    Attack attack;
    CHECK(attack.refuse(attack.victim.batch(9, 9)) == std::nullopt);
    SignedDevice many(some_event, attack.random);
    many.add_many(most_pushed_operations);
    CHECK(attack.refuse(many.all()).has_value());
    Batch backwards = many.batch(1, 50);
    std::reverse(backwards.operations.begin(), backwards.operations.end());
    static_cast<void>(attack.refuse(backwards));
    // Arrays in arrays; one that says it has more than there could be; text where bytes belong.
    CHECK(attack.refuse(Bytes(100'000, 0x81)) == RefusalCode::malformed);
    CHECK(attack.refuse(Bytes{0x81, 0x82, 0x9B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF}) ==
          RefusalCode::malformed);
    CHECK(attack.refuse(Bytes{0x81, 0x82, 0x81, 0x61, 0x78, 0x80}) == RefusalCode::malformed);
    CHECK(attack.refuse(Bytes{}) == RefusalCode::malformed);
    attack.require_goes_on();
}
