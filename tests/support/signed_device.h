// SignedDevice: a device that chains and signs its operations without a journal, as a store and a
// batch want them.
#pragma once

#include "sync/base/clock.h"
#include "sync/replication/wire.h"

namespace stormote::testing {

class SignedDevice {
  public:
    SignedDevice(const EventId& event, Random& random)
        : event_(event), random_(random), keys_(make_signing_keys(random)) {
        device_ = device_of(keys_.public_key);
        chain_hash_ = chain_start(event, device_);
        add({{}, ActingRole::machine, DeviceIntroduced{keys_.public_key, "test"}});
    }

    [[nodiscard]] const DeviceId& device() const { return device_; }
    [[nodiscard]] const std::vector<Operation>& operations() const { return operations_; }

    // The Lamport counter is the sequence number, unless another is given.
    const Operation& add(const Body& body, std::optional<std::uint64_t> lamport = {}) {
        Operation operation;
        operation.body = SaltedBody{random_.bytes<32>(), encode_body(body)};
        OperationHeader& header = operation.header;
        header.id = make_id<OperationId>(clock_, random_);
        header.device = device_;
        header.sequence = operations_.size() + 1;
        header.lamport = lamport.value_or(header.sequence);
        header.wall_ms = clock_.wall_ms();
        header.kind = kind_of(body.content);
        header.body_hash = hash_body(*operation.body);
        header.chain_hash = chain(chain_hash_, header);
        chain_hash_ = header.chain_hash;
        operations_.push_back(std::move(operation));
        return operations_.back();
    }
    const Operation& add_about(const AttendeeId& person, BodyContent content) {
        return add({{person}, ActingRole::staff, std::move(content)});
    }
    void add_many(std::size_t count) {
        for (std::size_t i = 0; i < count; ++i) {
            FieldSetter<AttendeeField> fields;
            fields.set(AttendeeField::given_name, "Åsa").set(AttendeeField::family_name, "Öberg");
            add_about(make_id<AttendeeId>(clock_, random_), AttendeeDescribed{fields.take()});
        }
    }

    // The same device with the same past, going its own way from here: a cloned disk.
    [[nodiscard]] SignedDevice clone() const { return *this; }

    [[nodiscard]] HeadSignature sign_at(std::uint64_t sequence) const {
        const OperationHeader& header = operations_[sequence - 1].header;
        return {device_, sequence, sign(keys_.secret_key, head_message(event_, header))};
    }
    // From one number to another, both included, signed at its end.
    [[nodiscard]] Batch batch(std::uint64_t first, std::uint64_t last) const {
        Batch batch;
        batch.operations.assign(operations_.begin() + static_cast<std::ptrdiff_t>(first - 1),
                                operations_.begin() + static_cast<std::ptrdiff_t>(last));
        batch.signatures.push_back(sign_at(last));
        return batch;
    }
    [[nodiscard]] Batch all() const { return batch(1, operations_.size()); }

  private:
    EventId event_;
    Random& random_;
    SigningKeys keys_;
    DeviceId device_;
    Hash chain_hash_{};
    static inline const ManualClock clock_{1'665'590'400'000};
    std::vector<Operation> operations_;
};

}  // namespace stormote::testing
