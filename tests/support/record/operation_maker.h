// OperationMaker: makes the operations of devices without a journal, for tests of the pure parts.
// Each device numbers its own operations and learns of others' by learn().
#pragma once

#include <algorithm>
#include <utility>

#include "sync/model/operation.h"

namespace stormote::testing {

// Ids that a reader can tell apart in a failure: "00000000-0000-0000-0000-000000000007".
template <typename AnyId>
[[nodiscard]] AnyId small_id(std::uint8_t number) {
    AnyId id;
    id.value.bytes.back() = number;
    return id;
}

[[nodiscard]] inline TicketId small_ticket(std::uint8_t number) {
    TicketId id;
    id.bytes.back() = number;
    return id;
}

class OperationMaker {
  public:
    explicit OperationMaker(std::uint8_t device) : device_(small_id<DeviceId>(device)) {}

    [[nodiscard]] const DeviceId& device() const { return device_; }

    Operation make(const Body& body, std::int64_t wall_ms = 0) {
        Operation operation;
        OperationHeader& header = operation.header;
        header.device = device_;
        header.sequence = ++sequence_;
        header.lamport = ++lamport_;
        header.wall_ms = wall_ms;
        header.kind = kind_of(body.content);
        header.id = OperationId{device_.value};
        header.id.value.bytes[7] = device_.value.bytes.back();
        header.id.value.bytes[14] = static_cast<std::uint8_t>(sequence_ >> 8);
        header.id.value.bytes[15] = static_cast<std::uint8_t>(sequence_);
        operation.body = SaltedBody{Salt{}, encode_body(body)};
        header.body_hash = hash_body(*operation.body);
        return operation;
    }

    Operation make(AttendeeId person, BodyContent content, std::int64_t wall_ms = 0) {
        return make(Body{{person}, ActingRole::staff, std::move(content)}, wall_ms);
    }
    Operation make(BodyContent content, std::int64_t wall_ms = 0) {
        return make(Body{{}, ActingRole::staff, std::move(content)}, wall_ms);
    }

    void learn(const Operation& operation) {
        lamport_ = std::max(lamport_, operation.header.lamport);
    }

  private:
    DeviceId device_;
    std::uint64_t sequence_ = 0;
    std::uint64_t lamport_ = 0;
};

}  // namespace stormote::testing
