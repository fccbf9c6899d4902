#include "sync/base/crypto.h"

#include <catch2/catch.hpp>

#include "sync/base/error.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;

TEST_CASE("what is sealed under a key is unsealed by it") {
    SeededRandom random(1);
    const auto key = random.bytes<32>();
    for (const std::size_t size : {0U, 1U, 31U, 32U, 1'000U}) {
        Bytes plain(size);
        random.fill(plain);
        const Bytes box = seal(key, plain, view_bytes("header"), random);
        REQUIRE(box.size() == plain.size() + seal_overhead);
        REQUIRE(unseal(key, box, view_bytes("header")) == plain);
    }
}

TEST_CASE("a changed byte, another key or other associated bytes unseal nothing") {
    SeededRandom random(2);
    const auto key = random.bytes<32>();
    const Bytes box = seal(key, view_bytes("Åsa Öberg"), view_bytes("header"), random);
    REQUIRE_FALSE(unseal(random.bytes<32>(), box, view_bytes("header")));
    REQUIRE_FALSE(unseal(key, box, view_bytes("Header")));
    REQUIRE_FALSE(unseal(key, box, {}));
    for (std::size_t place = 0; place < box.size(); ++place) {
        Bytes changed = box;
        changed[place] ^= 1;
        REQUIRE_FALSE(unseal(key, changed, view_bytes("header")));
        REQUIRE_FALSE(unseal(key, ByteView(box).first(place), view_bytes("header")));
    }
}

TEST_CASE("the same text sealed twice gives two boxes that tell nothing of each other") {
    SeededRandom random(3);
    const auto key = random.bytes<32>();
    const Bytes first = seal(key, view_bytes("the same"), {}, random);
    const Bytes second = seal(key, view_bytes("the same"), {}, random);
    REQUIRE(first != second);
}

TEST_CASE("a signature holds for its message and its key only") {
    SeededRandom random(4);
    const SigningKeys keys = make_signing_keys(random);
    const SigningKeys other = make_signing_keys(random);
    Signature signature = sign(keys.secret_key, view_bytes("message"));
    REQUIRE(verify_signature(keys.public_key, view_bytes("message"), signature));
    REQUIRE_FALSE(verify_signature(keys.public_key, view_bytes("Message"), signature));
    REQUIRE_FALSE(verify_signature(other.public_key, view_bytes("message"), signature));
    REQUIRE_FALSE(verify_signature(PublicKey{}, view_bytes("message"), signature));
    signature[10] ^= 1;
    REQUIRE_FALSE(verify_signature(keys.public_key, view_bytes("message"), signature));
}

TEST_CASE("a passphrase gives the same key for the same salt and cost only") {
    const HashingCost cost{1, 8U << 10};
    const ByteArray<16> salt{1};
    const auto key = stretch_passphrase("hemligt", salt, cost);
    REQUIRE(key);
    REQUIRE(stretch_passphrase("hemligt", salt, cost) == key);
    REQUIRE(stretch_passphrase("Hemligt", salt, cost) != key);
    REQUIRE(stretch_passphrase("hemligt", ByteArray<16>{2}, cost) != key);
    REQUIRE(stretch_passphrase("hemligt", salt, {2, 8U << 10}) != key);
}

TEST_CASE("a hostile file cannot ask for more time or memory than there is to give") {
    const ByteArray<16> salt{1};
    REQUIRE_FALSE(stretch_passphrase("x", salt, {1, most_hashing_memory_bytes + 1}));
    REQUIRE_FALSE(stretch_passphrase("x", salt, {most_hashing_passes + 1, 8U << 10}));
    REQUIRE_FALSE(stretch_passphrase("x", salt, {0, 8U << 10}));
    REQUIRE_FALSE(stretch_passphrase("x", salt, {1, 0}));
    REQUIRE_FALSE(stretch_passphrase("x", salt, {UINT64_MAX, UINT64_MAX}));
}

TEST_CASE("hashes are those of BLAKE2b-256") {
    // RFC 7693's algorithm with 32 bytes of output over nothing, as b2sum -l 256 prints it.
    REQUIRE(to_hex(hash_bytes({})) ==
            "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
    const Bytes key(32, 7);
    REQUIRE(keyed_hash(key, view_bytes("a")) != hash_bytes(view_bytes("a")));
    const SymmetricKey parent{7};
    REQUIRE(derive_key(parent, "one purpose") != derive_key(parent, "another"));
}
