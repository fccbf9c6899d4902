// Crypto: the few constructions of libsodium that the record uses, under the names that it uses
// them by. Any thread. Call start_crypto() once in main before anything else.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "sync/base/bytes.h"
#include "sync/base/random.h"

namespace stormote {

using Hash = ByteArray<32>;          // BLAKE2b-256
using SymmetricKey = ByteArray<32>;  // XChaCha20-Poly1305, BLAKE2b
using PublicKey = ByteArray<32>;     // Ed25519
using SecretKey = ByteArray<64>;     // Ed25519, seed and public key
using Signature = ByteArray<64>;     // Ed25519

// Throws MachineFailure when the system has no randomness to give.
void start_crypto();

[[nodiscard]] Hash hash_bytes(ByteView bytes);
// Keys of 16 to 64 bytes.
[[nodiscard]] Hash keyed_hash(ByteView key, ByteView bytes);
[[nodiscard]] SymmetricKey derive_key(const SymmetricKey& parent, std::string_view purpose);

// nonce (24) || ciphertext || tag (16); the associated bytes are authenticated, not stored.
[[nodiscard]] Bytes seal(const SymmetricKey& key, ByteView plain, ByteView associated,
                         Random& random);
// Nothing when the key, the associated bytes or any byte of the box is another.
[[nodiscard]] std::optional<Bytes> unseal(const SymmetricKey& key, ByteView box,
                                          ByteView associated);
constexpr std::size_t seal_overhead = 40;

struct SigningKeys {
    PublicKey public_key;
    SecretKey secret_key;
};
using SigningSeed = ByteArray<32>;  // what both keys are made from
[[nodiscard]] SigningKeys make_signing_keys(Random& random);
[[nodiscard]] SigningKeys signing_keys_of(const SigningSeed& seed);
[[nodiscard]] SigningSeed seed_of(const SecretKey& key);
[[nodiscard]] Signature sign(const SecretKey& key, ByteView message);
[[nodiscard]] bool verify_signature(const PublicKey& key, ByteView message,
                                    const Signature& signature);

// How dear one guess of a passphrase or PIN is (Argon2id).
struct HashingCost {
    std::uint64_t passes = 3;
    std::uint64_t memory_bytes = 64ULL << 20;
};
// What an event file may ask for; a hostile file must not take the machine's memory.
constexpr std::uint64_t most_hashing_memory_bytes = 1ULL << 30;
constexpr std::uint64_t most_hashing_passes = 16;

// Nothing when the cost is outside what libsodium or the limits above allow, or memory is short.
[[nodiscard]] std::optional<SymmetricKey> stretch_passphrase(std::string_view passphrase,
                                                             const ByteArray<16>& salt,
                                                             const HashingCost& cost);

// Overwrites a secret that is needed no more, which no optimisation leaves out.
void wipe(std::span<std::uint8_t> secret);
// And makes it empty.
void wipe(std::string& secret);

}  // namespace stormote
