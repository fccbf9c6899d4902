// Operation: an immutable, small fact of an event, in the envelope that it travels in.
//
// The header is fixed in size and never secret; the body is sealed at rest. The body hash is keyed
// by a random salt that is sealed with the body, so that neither an erased nor a sealed body can be
// guessed from its hash. Each device chains its headers: one that is changed, lost or moved breaks
// the chain. The byte layouts are normative in sync/README.md. Pure, any thread.
#pragma once

#include "sync/model/body.h"

namespace stormote {

using Salt = ByteArray<32>;

// Beyond any event, and small enough that a stamp fits in 64 bits.
constexpr std::uint64_t largest_lamport = (std::uint64_t{1} << 47) - 1;

struct OperationHeader {
    OperationId id;
    DeviceId device;
    std::uint64_t sequence = 0;  // 1, 2, 3, ... without gaps on each device
    std::uint64_t lamport = 0;   // greater than that of everything the device knew
    std::int64_t wall_ms = 0;    // the device's clock, raw
    OperationKind kind{};
    Hash body_hash{};
    Hash chain_hash{};

    bool operator==(const OperationHeader&) const = default;
};

// What is left of a body after an erasure is nothing: salt and bytes are gone together.
struct SaltedBody {
    Salt salt{};
    Bytes bytes;

    bool operator==(const SaltedBody&) const = default;
};

struct Operation {
    OperationHeader header;
    std::optional<SaltedBody> body;

    bool operator==(const Operation&) const = default;
};

// Where an operation stands in the record: unlike its id, nobody else can use it.
struct OperationPlace {
    DeviceId device;
    std::uint64_t sequence = 0;
    auto operator<=>(const OperationPlace&) const =
        default;  // NOLINT(modernize-use-nullptr): LLVM 14
};

constexpr std::size_t header_core_size = 90;

// The header without its chain hash, 90 bytes: what the chain hash covers and what is
// authenticated beside the sealed body.
[[nodiscard]] Bytes encode_header_core(const OperationHeader& header);
// Nothing when the size is another, or sequence or Lamport counter out of range. The chain hash is
// left 0.
[[nodiscard]] std::optional<OperationHeader> decode_header_core(ByteView bytes);

[[nodiscard]] Hash hash_body(const SaltedBody& body);
// What the first operation of a device is chained to.
[[nodiscard]] Hash chain_start(const EventId& event, const DeviceId& device);
[[nodiscard]] Hash chain(const Hash& previous, const OperationHeader& header);
// The device that owns a key: the first 16 bytes of the key's hash.
[[nodiscard]] DeviceId device_of(const PublicKey& key);

// The order of the record: by Lamport counter, then device, then sequence.
[[nodiscard]] bool is_before(const OperationHeader& left, const OperationHeader& right);

}  // namespace stormote
