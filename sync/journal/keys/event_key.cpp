#include "sync/journal/keys/event_key.h"

#include "sync/base/cbor.h"

namespace stormote {

namespace {

constexpr std::int64_t scheme_plain = 0;
constexpr std::int64_t scheme_argon2id = 1;
constexpr std::int64_t scheme_destroyed = 2;

Error damaged_wrapping() {
    return machine_error(
        {"The key in the event file is damaged. Use a copy of the file, or join "
         "the event again from the central store."});
}

}  // namespace

Bytes wrap_event_key(const SymmetricKey& key, const std::optional<std::string>& passphrase,
                     const HashingCost& cost, Random& random) {
    CborWriter out;
    if (!passphrase) {
        out.array(2);
        out.integer(scheme_plain);
        out.bytes(key);
        return out.take();
    }
    const auto salt = random.bytes<16>();
    auto stretched = stretch_passphrase(*passphrase, salt, cost);
    if (!stretched) {
        throw MachineFailure(
            machine_error({"There is not enough memory to protect the event by a passphrase."}));
    }
    out.array(5);
    out.integer(scheme_argon2id);
    out.bytes(salt);
    out.integer(static_cast<std::int64_t>(cost.passes));
    out.integer(static_cast<std::int64_t>(cost.memory_bytes));
    out.bytes(seal(*stretched, key, salt, random));
    wipe(*stretched);
    return out.take();
}

Bytes destroyed_event_key() {
    CborWriter out;
    out.array(1);
    out.integer(scheme_destroyed);
    return out.take();
}

bool needs_passphrase(ByteView wrapping) {
    CborReader in(wrapping);
    static_cast<void>(in.array());
    const std::int64_t scheme = in.integer();
    return in.ok() && scheme == scheme_argon2id;
}

Result<SymmetricKey> unwrap_event_key(ByteView wrapping, const PassphraseSource& ask) {
    CborReader in(wrapping);
    const std::size_t items = in.array();
    const std::int64_t scheme = in.integer();
    if (items == 2 && scheme == scheme_plain) {
        const auto key = in.fixed_bytes<32>();
        if (!in.ok()) return damaged_wrapping();
        return key;
    }
    if (items == 1 && scheme == scheme_destroyed) {
        return input_error(
            {"The event was purged, and this device's key to it was destroyed with it: nobody "
             "reads this file any more, and it may be deleted. What was kept of the event is on "
             "the organiser's device."});
    }
    const auto salt = in.fixed_bytes<16>();
    HashingCost cost;
    cost.passes = static_cast<std::uint64_t>(in.integer());
    cost.memory_bytes = static_cast<std::uint64_t>(in.integer());
    const ByteView box = in.bytes();
    if (!in.ok() || items != 5 || scheme != scheme_argon2id) return damaged_wrapping();
    auto passphrase = ask ? ask() : std::nullopt;
    if (!passphrase) {
        return input_error(
            {"This event is protected by a passphrase. Give it with "
             "--passphrase-file FILE, or run the command in a terminal."});
    }
    auto stretched = stretch_passphrase(*passphrase, salt, cost);
    wipe(*passphrase);
    if (!stretched) return damaged_wrapping();
    auto key = unseal(*stretched, box, salt);
    wipe(*stretched);
    if (!key || key->size() != 32) {
        return input_error({"The passphrase is wrong. Check capital letters and try again."});
    }
    const SymmetricKey unwrapped = *to_array<32>(*key);
    wipe(*key);
    return unwrapped;
}

}  // namespace stormote
