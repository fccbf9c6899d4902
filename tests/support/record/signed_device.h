// SignedDevice: a device that chains and signs its operations without a journal, as a store and a
// batch want them.
#pragma once

#include "sync/base/clock.h"
#include "sync/replication/wire.h"

namespace stormote::testing {

class SignedDevice {
  public:
    SignedDevice(const EventId& event, Random& random);
    // A device that introduces itself as it likes.
    SignedDevice(const EventId& event, Random& random, const Body& introduction,
                 const SigningKeys& keys);

    [[nodiscard]] const DeviceId& device() const { return device_; }
    [[nodiscard]] const SigningKeys& keys() const { return keys_; }
    [[nodiscard]] const std::vector<Operation>& operations() const { return operations_; }

    // The Lamport counter is the sequence number, unless another is given.
    const Operation& add(const Body& body, std::optional<std::uint64_t> lamport = {});
    // Any bytes as an operation of any kind.
    const Operation& add_bytes(OperationKind kind, Bytes body,
                               std::optional<std::uint64_t> lamport = {});
    const Operation& add_about(const AttendeeId& person, BodyContent content);
    void add_many(std::size_t count);
    // What its clock says from now on.
    void set_wall_ms(std::int64_t wall_ms) { wall_ms_ = wall_ms; }

    // The same device with the same past, going its own way from here: a cloned disk.
    [[nodiscard]] SignedDevice clone() const { return *this; }

    [[nodiscard]] HeadSignature sign_at(std::uint64_t sequence) const;
    // From one number to another, both included, signed at its end.
    [[nodiscard]] Batch batch(std::uint64_t first, std::uint64_t last) const;
    [[nodiscard]] Batch all() const { return batch(1, operations_.size()); }

  private:
    EventId event_;
    Random *random_;
    SigningKeys keys_;
    DeviceId device_;
    Hash chain_hash_{};
    static inline const ManualClock clock_{1'665'590'400'000};
    std::int64_t wall_ms_ = clock_.wall_ms();
    std::vector<Operation> operations_;
};

}  // namespace stormote::testing
