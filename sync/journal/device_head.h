// DeviceHead, HeadSignature: how far the chain of a device goes, and what the device signs of it.
// Pure values, any thread. Normative description: sync/README.md.
#pragma once

#include <span>
#include <vector>

#include "sync/model/operation.h"
#include "sync/model/operation_values.h"

namespace stormote {

// The last operation of a chain; before the first, sequence 0 and what the first is chained to.
struct ChainHead {
    std::uint64_t sequence = 0;
    Hash chain_hash{};
    bool operator==(const ChainHead&) const = default;
};

// An operation as what comes next is held against it.
struct ChainLink {
    Hash chain_hash{};
    std::uint64_t lamport = 0;
};

struct DeviceHead {
    DeviceId device;
    ChainHead head;
    std::uint64_t signed_sequence = 0;  // 0: nothing is signed yet
};

// As operations state them.
[[nodiscard]] std::vector<RecordHead> record_heads(std::span<const DeviceHead> heads);

// A device's signature of its chain up to one of its operations.
struct HeadSignature {
    DeviceId device;
    std::uint64_t sequence = 0;
    Signature signature{};
    bool operator==(const HeadSignature&) const = default;
};

// At most this many operations of a device, and about so many bytes of their bodies, lie between
// two of its signatures that are kept: they travel in one piece.
constexpr std::uint64_t signature_interval = 500;
constexpr std::uint64_t signature_interval_bytes = std::uint64_t{2} << 20;

// What is signed: a label, the event, the device, its sequence and its chain hash there.
[[nodiscard]] Bytes head_message(const EventId& event, const OperationHeader& header);

}  // namespace stormote
