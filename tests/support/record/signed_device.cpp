#include "tests/support/record/signed_device.h"

namespace stormote::testing {

SignedDevice::SignedDevice(const EventId& event, Random& random)
    : event_(event), random_(&random), keys_(make_signing_keys(random)) {
    device_ = device_of(keys_.public_key);
    chain_hash_ = chain_start(event, device_);
    add({{}, ActingRole::machine, DeviceIntroduced{keys_.public_key, "test"}});
}

SignedDevice::SignedDevice(const EventId& event, Random& random, const Body& introduction,
                           const SigningKeys& keys)
    : event_(event), random_(&random), keys_(keys), device_(device_of(keys.public_key)) {
    chain_hash_ = chain_start(event, device_);
    add(introduction);
}

const Operation& SignedDevice::add(const Body& body, std::optional<std::uint64_t> lamport) {
    return add_bytes(kind_of(body.content), encode_body(body), lamport);
}

const Operation& SignedDevice::add_bytes(OperationKind kind, Bytes body,
                                         std::optional<std::uint64_t> lamport) {
    Operation operation;
    operation.body = SaltedBody{random_->bytes<32>(), std::move(body)};
    OperationHeader& header = operation.header;
    header.id = make_id<OperationId>(clock_, *random_);
    header.device = device_;
    header.sequence = operations_.size() + 1;
    header.lamport = lamport.value_or(header.sequence);
    header.wall_ms = wall_ms_;
    header.kind = kind;
    header.body_hash = hash_body(*operation.body);
    header.chain_hash = chain(chain_hash_, header);
    chain_hash_ = header.chain_hash;
    operations_.push_back(std::move(operation));
    return operations_.back();
}

const Operation& SignedDevice::add_about(const AttendeeId& person, BodyContent content) {
    return add({{person}, ActingRole::staff, std::move(content)});
}

void SignedDevice::add_many(std::size_t count) {
    for (std::size_t i = 0; i < count; ++i) {
        FieldSetter<AttendeeField> fields;
        fields.set(AttendeeField::given_name, "Åsa").set(AttendeeField::family_name, "Öberg");
        add_about(make_id<AttendeeId>(clock_, *random_), AttendeeDescribed{fields.take()});
    }
}

HeadSignature SignedDevice::sign_at(std::uint64_t sequence) const {
    const OperationHeader& header = operations_[sequence - 1].header;
    return {device_, sequence, sign(keys_.secret_key, head_message(event_, header))};
}

Batch SignedDevice::batch(std::uint64_t first, std::uint64_t last) const {
    Batch batch;
    batch.operations.assign(operations_.begin() + static_cast<std::ptrdiff_t>(first - 1),
                            operations_.begin() + static_cast<std::ptrdiff_t>(last));
    batch.signatures.push_back(sign_at(last));
    return batch;
}

}  // namespace stormote::testing
