#include <catch2/catch.hpp>

#include "sync/base/cbor.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const EventId some_event{Uuid{{1, 2, 3}}};

Batch some_batch() {
    SeededRandom random(1);
    SignedDevice device(some_event, random);
    device.add_many(3);
    Batch batch = device.all();
    // One whose body was erased.
    batch.operations[2].body.reset();
    return batch;
}

StoreStatus some_status() {
    StoreStatus status;
    status.store.bytes = {7};
    status.now_ms = -1;
    status.quarantined = 3;
    status.heads.push_back({DeviceId{Uuid{{9}}}, 12, Hash{5}});
    status.can_wait = true;
    status.is_renewal_due = true;
    return status;
}

// No beginning of a message, and no message with a byte too many, is taken for one.
template <typename Message>
void check_exact(const Bytes& bytes, std::optional<Message> (*decode)(ByteView)) {
    REQUIRE(decode(bytes));
    for (std::size_t size = 0; size < bytes.size(); ++size) {
        REQUIRE_FALSE(decode(ByteView(bytes).first(size)));
    }
    Bytes longer = bytes;
    longer.push_back(0);
    REQUIRE_FALSE(decode(longer));
}

}  // namespace

TEST_CASE("every message reads back as it was written") {
    REQUIRE(decode_batch(encode_batch(some_batch())) == some_batch());
    REQUIRE(decode_batch(encode_batch({})) == Batch{});
    REQUIRE(decode_status(encode_status(some_status())) == some_status());
    const PushAnswer answer{PushOutcome::gap, 1, 2, 3};
    REQUIRE(decode_push_answer(encode_push_answer(answer)) == answer);
    const PullPage page{PageState::more, 1'665'590'400'000, some_batch()};
    REQUIRE(decode_page(encode_page(page)) == page);
    const Refusal refusal{RefusalCode::used_pairing, "använd"};
    REQUIRE(decode_refusal(encode_refusal(refusal)) == refusal);
    REQUIRE(decode_join_request(encode_join_request({{1, 2}}))->secret == PairingSecret{1, 2});
    REQUIRE(decode_join_answer(encode_join_answer({{3, 4}}))->token == Token{3, 4});
    REQUIRE(decode_renew_request(encode_renew_request({{5, 6}}))->next_token_hash == Hash{5, 6});
}

TEST_CASE("a message that is cut anywhere is not taken for one") {
    check_exact(encode_batch(some_batch()), decode_batch);
    check_exact(encode_status(some_status()), decode_status);
    check_exact(encode_push_answer({}), decode_push_answer);
    check_exact(encode_page({PageState::last, 5, some_batch()}), decode_page);
    check_exact(encode_refusal({RefusalCode::machine, "x"}), decode_refusal);
    check_exact(encode_join_request({}), decode_join_request);
    check_exact(encode_join_answer({}), decode_join_answer);
    check_exact(encode_renew_request({}), decode_renew_request);
}

TEST_CASE("what a newer version adds at the end of a message is stepped over") {
    CborWriter out;
    out.array(6);
    out.integer(0);
    for (int i = 1; i < 4; ++i) out.integer(i);
    out.text("new");
    out.array(1);
    out.null();
    const auto answer = decode_push_answer(out.take());
    REQUIRE(answer == PushAnswer{PushOutcome::taken, 1, 2, 3});
}

TEST_CASE(
    "a store that names no abilities cannot wait, and abilities of later ones are no matter") {
    const auto status_with = [](std::vector<const char *> abilities) {
        CborWriter out;
        out.array(abilities.empty() ? 4 : 5);
        out.bytes(Uuid{{7}}.bytes);
        out.integer(1);
        out.integer(2);
        out.array(0);
        if (!abilities.empty()) out.array(abilities.size());
        for (const char *ability : abilities) out.text(ability);
        return decode_status(out.take());
    };
    REQUIRE(status_with({}));
    CHECK_FALSE(status_with({})->can_wait);
    REQUIRE(status_with({"fly", "wait", "swim"}));
    CHECK(status_with({"fly", "wait", "swim"})->can_wait);
    REQUIRE(status_with({"fly"}));
    CHECK_FALSE(status_with({"fly"})->can_wait);
    CHECK_FALSE(status_with({"wait"})->is_renewal_due);
    CHECK(status_with({"renew", "fly"})->is_renewal_due);
    CHECK_FALSE(status_with({"renew", "fly"})->can_wait);
}

TEST_CASE("a number beyond its limit is refused") {
    CborWriter out;
    out.array(4);
    out.integer(2);  // no such outcome
    for (int i = 0; i < 3; ++i) out.integer(0);
    REQUIRE_FALSE(decode_push_answer(out.take()));

    CborWriter negative;
    negative.array(4);
    negative.integer(0);
    for (int i = 0; i < 3; ++i) negative.integer(-1);
    REQUIRE_FALSE(decode_push_answer(negative.take()));

    CborWriter many;
    many.array(1);
    many.array(2);
    many.array(most_batch_operations + 1);
    for (std::size_t i = 0; i <= most_batch_operations; ++i) many.null();
    many.array(0);
    REQUIRE_FALSE(decode_batch(many.take()));

    Batch zero = some_batch();
    zero.operations[0].header.sequence = 0;
    REQUIRE_FALSE(decode_batch(encode_batch(zero)));
}

TEST_CASE("random bytes and damaged messages never do more than give nothing or a message") {
    SeededRandom random(2);
    const Bytes whole = encode_batch(some_batch());
    for (int round = 0; round < 3'000; ++round) {
        Bytes bytes(random.below(300));
        random.fill(bytes);
        static_cast<void>(decode_batch(bytes));
        static_cast<void>(decode_page(bytes));
        static_cast<void>(decode_status(bytes));
        Bytes damaged = whole;
        damaged[random.below(damaged.size())] ^= static_cast<std::uint8_t>(1 + random.below(255));
        const auto batch = decode_batch(damaged);
        if (batch) REQUIRE(batch != some_batch());
    }
}
