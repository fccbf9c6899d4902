#include "sync/base/crypto.h"

#include <sodium.h>

#include "sync/base/error.h"

namespace stormote {

void start_crypto() {
    if (sodium_init() < 0) {
        throw MachineFailure(
            machine_error({"This machine gives no random numbers. Restart it and try again."}));
    }
}

Hash hash_bytes(ByteView bytes) {
    return keyed_hash({}, bytes);
}

Hash keyed_hash(ByteView key, ByteView bytes) {
    Hash result{};
    crypto_generichash(result.data(), result.size(), bytes.data(), bytes.size(),
                       key.empty() ? nullptr : key.data(), key.size());
    return result;
}

SymmetricKey derive_key(const SymmetricKey& parent, std::string_view purpose) {
    return keyed_hash(parent, view_bytes(purpose));
}

Bytes seal(const SymmetricKey& key, ByteView plain, ByteView associated, Random& random) {
    constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    static_assert(nonce_size + crypto_aead_xchacha20poly1305_ietf_ABYTES == seal_overhead);
    Bytes box(plain.size() + seal_overhead);
    random.fill(std::span(box).first<nonce_size>());
    crypto_aead_xchacha20poly1305_ietf_encrypt(box.data() + nonce_size, nullptr, plain.data(),
                                               plain.size(), associated.data(), associated.size(),
                                               nullptr, box.data(), key.data());
    return box;
}

std::optional<Bytes> unseal(const SymmetricKey& key, ByteView box, ByteView associated) {
    constexpr std::size_t nonce_size = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
    if (box.size() < seal_overhead) return std::nullopt;
    Bytes plain(box.size() - seal_overhead);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(
            plain.data(), nullptr, nullptr, box.data() + nonce_size, box.size() - nonce_size,
            associated.data(), associated.size(), box.data(), key.data()) != 0) {
        return std::nullopt;
    }
    return plain;
}

SigningKeys make_signing_keys(Random& random) {
    return signing_keys_of(random.bytes<crypto_sign_SEEDBYTES>());
}

SigningKeys signing_keys_of(const SigningSeed& seed) {
    SigningKeys keys{};
    crypto_sign_seed_keypair(keys.public_key.data(), keys.secret_key.data(), seed.data());
    return keys;
}

SigningSeed seed_of(const SecretKey& key) {
    SigningSeed seed{};
    crypto_sign_ed25519_sk_to_seed(seed.data(), key.data());
    return seed;
}

Signature sign(const SecretKey& key, ByteView message) {
    Signature signature{};
    crypto_sign_detached(signature.data(), nullptr, message.data(), message.size(), key.data());
    return signature;
}

bool verify_signature(const PublicKey& key, ByteView message, const Signature& signature) {
    return crypto_sign_verify_detached(signature.data(), message.data(), message.size(),
                                       key.data()) == 0;
}

std::optional<SymmetricKey> stretch_passphrase(std::string_view passphrase,
                                               const ByteArray<16>& salt, const HashingCost& cost) {
    if (cost.memory_bytes > most_hashing_memory_bytes || cost.passes > most_hashing_passes) {
        return std::nullopt;
    }
    SymmetricKey key{};
    if (crypto_pwhash(key.data(), key.size(), passphrase.data(), passphrase.size(), salt.data(),
                      cost.passes, cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13) != 0) {
        return std::nullopt;
    }
    return key;
}

void wipe(std::span<std::uint8_t> secret) {
    sodium_memzero(secret.data(), secret.size());
}

void wipe(std::string& secret) {
    sodium_memzero(secret.data(), secret.size());
    secret.clear();
}

}  // namespace stormote
