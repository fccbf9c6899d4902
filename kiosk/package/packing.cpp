#include "kiosk/package/packing.h"

#include <algorithm>

#include "sync/journal/device_head.h"
#include "sync/journal/intake.h"
#include "sync/report/packaged_record.h"

namespace stormote {

namespace {

std::int64_t corrected_ms(const EventState& state, const OperationHeader& header) {
    return header.wall_ms + state.clock_offset_ms(header.device);
}

bool is_in_order(const Operation& left, const Operation& right) {
    return is_before(left.header, right.header);
}

// The best of a device's signatures: that of the head in the package, else the next one after it,
// else the last one before it. Null: it has signed nothing.
const HeadSignature *best_of(const std::vector<HeadSignature>& signatures, std::uint64_t head) {
    if (signatures.empty()) return nullptr;
    const auto found =
        std::find_if(signatures.begin(), signatures.end(),
                     [head](const HeadSignature& signature) { return signature.sequence >= head; });
    return found == signatures.end() ? &signatures.back() : &*found;
}

}  // namespace

PackedOperations::PackedOperations(const Desk& desk) {
    const Journal& journal = desk.journal();
    record_.event = journal.event();
    std::map<DeviceId, PackedHead> heads;
    for (const DeviceHead& known : journal.heads()) {
        const std::uint64_t last = last_to_package(desk.state(), known.device, known.head.sequence);
        if (last == 0) continue;
        const Device *device = desk.state().find_device(known.device);
        heads[known.device] = {
            known.device,
            device != nullptr ? device->name : journal.authority().name_of(known.device),
            {},
            last,
            {}};
    }
    journal.read_all([&](const Operation& operation, Belief belief) {
        const OperationHeader& header = operation.header;
        const auto head = heads.find(header.device);
        if (head == heads.end()) return;
        headers_[header.device].push_back(header);
        if (header.sequence > head->second.sequence) return;
        if (header.sequence == 1) {
            head->second.key = introduced_key(operation).value_or(PublicKey{});
        }
        if (header.sequence == head->second.sequence) head->second.chain = header.chain_hash;
        take(operation, belief);
    });
    for (auto& [id, head] : heads) record_.devices.push_back(std::move(head));
    forget_erased();
}

void PackedOperations::take(const Operation& operation, Belief belief) {
    if (belief != Belief::believed) return;
    state_.fold(operation);
    operations_.push_back(operation);
}

// What is about somebody erased is destroyed at another time on each device: it is gone here.
void PackedOperations::forget_erased() {
    for (Operation& operation : operations_) {
        if (!operation.body || operation.header.kind == OperationKind::attendee_erased) continue;
        const auto persons = persons_of(operation.header.kind, operation.body->bytes);
        const bool is_erased =
            persons && std::any_of(persons->begin(), persons->end(), [this](const auto& person) {
                return state_.erased().contains(person);
            });
        if (is_erased) operation.body.reset();
    }
}

std::vector<RecordHead> PackedOperations::heads() const {
    std::vector<RecordHead> heads;
    for (const PackedHead& head : record_.devices) {
        heads.push_back({head.device, static_cast<std::int64_t>(head.sequence), head.chain});
    }
    return heads;
}

PackageSource PackedOperations::source(const Texts& texts) const {
    const auto [first, last] =
        std::minmax_element(operations_.begin(), operations_.end(), is_in_order);
    return {record_,
            state_,
            operations_,
            corrected_ms(state_, first->header),
            corrected_ms(state_, last->header),
            texts};
}

DeviceSignatures PackedOperations::signatures(
    const Desk& desk, const std::function<Signature(ByteView)>& sign) const {
    DeviceSignatures signatures;
    for (const PackedHead& head : record_.devices) {
        const std::vector<OperationHeader>& headers = headers_.at(head.device);
        if (head.device == desk.device()) {
            const Signature own = sign(head_message(record_.event, headers[head.sequence - 1]));
            signatures.push_back({head.device, head.sequence, head.chain, own});
            continue;
        }
        const auto known = desk.journal().signatures(head.device, 0);
        const HeadSignature *best = best_of(known, head.sequence);
        if (best == nullptr) continue;
        DeviceSignature signature{head.device, best->sequence,
                                  headers[best->sequence - 1].chain_hash, best->signature};
        for (std::uint64_t next = head.sequence; next < best->sequence; ++next) {
            signature.later.push_back(headers[next]);
        }
        signatures.push_back(std::move(signature));
    }
    return signatures;
}

}  // namespace stormote
