// BatchPlan: what a store does with a pushed batch, decided before anything is written. Pure: asks
// what the store knows and writes nothing.
//
// Each device's operations must follow each other, chained, counting on and with their contents
// whole, and end at a true signature of the device: what a replica would refuse is refused here.
// Then those that the store has are known, those that continue its record are fresh, and those that
// contradict it, with all that follows them, are put aside.
#pragma once

#include "sync/replication/wire.h"

namespace stormote {

// What a store has of a device.
struct KnownChain {
    std::uint64_t sequence = 0;  // 0: nothing
    Hash chain_hash{};
    std::uint64_t lamport = 0;  // of its head
    PublicKey key{};            // where the sequence is not 0
};

class KnownChains {
  public:
    virtual ~KnownChains() = default;
    [[nodiscard]] virtual KnownChain chain_of(const DeviceId& device) = 0;
    // The chain hash of an operation that the store has.
    [[nodiscard]] virtual Hash hash_at(const DeviceId& device, std::uint64_t sequence) = 0;
    // Those of the operations that were put aside under this number.
    [[nodiscard]] virtual std::vector<Hash> quarantined_at(const DeviceId& device,
                                                           std::uint64_t sequence) = 0;
};

// The fresh operations of one device.
struct PlannedRun {
    DeviceId device;
    PublicKey key{};
    std::vector<const Operation *> fresh;
    const HeadSignature *signature = nullptr;  // of the last one
};

// Points into the batch.
struct BatchPlan {
    PushOutcome outcome = PushOutcome::taken;
    std::vector<PlannedRun> runs;
    std::vector<const Operation *> quarantined;
    std::uint64_t known = 0;
};

[[nodiscard]] Result<BatchPlan> plan_batch(const EventId& event, const Batch& batch,
                                           KnownChains& known);

}  // namespace stormote
