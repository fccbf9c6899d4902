#include "sync/journal/device_chains.h"

#include <algorithm>

#include "sync/journal/event_file.h"
#include "sync/journal/operation_table.h"

namespace stormote {

ChainFault fault_of(const Operation& operation, const KnownDevice& device) {
    const OperationHeader& header = operation.header;
    if (header.sequence != device.head.sequence + 1) return ChainFault::gap;
    if (chain(device.head.chain_hash, header) != header.chain_hash) return ChainFault::broken;
    if (header.lamport <= device.lamport) return ChainFault::disordered;
    if (operation.body && hash_body(*operation.body) != header.body_hash) {
        return ChainFault::false_body;
    }
    return ChainFault::none;
}

bool learn_key(const Operation& operation, KnownDevice& device) {
    if (!operation.body) return false;
    const auto body = decode_body(operation.header.kind, operation.body->bytes);
    const auto *introduced = body ? std::get_if<DeviceIntroduced>(&body->content) : nullptr;
    if (introduced == nullptr || device_of(introduced->public_key) != operation.header.device) {
        return false;
    }
    device.key = introduced->public_key;
    return true;
}

Result<> DeviceChains::read_devices() {
    Statement rows(*database_, "SELECT number, id FROM device ORDER BY number");
    while (rows.step()) {
        const auto id = to_array<16>(rows.blob(1));
        if (!id) return damaged_operation(database_->path(), {}, 0);
        find_or_add(DeviceId{Uuid{*id}}).number = rows.number(0);
    }
    return Done{};
}

std::vector<DeviceHead> DeviceChains::heads() const {
    std::vector<DeviceHead> heads;
    heads.reserve(devices_.size());
    for (const KnownDevice& known : devices_) {
        heads.push_back({known.device, known.head, known.signed_sequence});
    }
    return heads;
}

const KnownDevice *DeviceChains::find(const DeviceId& device) const {
    const auto found = std::find_if(devices_.begin(), devices_.end(),
                                    [&](const auto& known) { return known.device == device; });
    return found == devices_.end() ? nullptr : &*found;
}

KnownDevice *DeviceChains::find_number(std::int64_t number) {
    const auto found = std::find_if(devices_.begin(), devices_.end(),
                                    [number](const auto& known) { return known.number == number; });
    return found == devices_.end() ? nullptr : &*found;
}

KnownDevice& DeviceChains::find_or_add(const DeviceId& device) {
    const auto found = std::find_if(devices_.begin(), devices_.end(),
                                    [&](const auto& known) { return known.device == device; });
    if (found != devices_.end()) return *found;
    return devices_.emplace_back(KnownDevice{device, {0, chain_start(event_, device)}});
}

std::int64_t DeviceChains::number_of(KnownDevice& device) {
    if (device.number == 0) {
        Statement(*database_, "INSERT OR IGNORE INTO device(id) VALUES(?)")
            .bind(ByteView(device.device.value.bytes))
            .run();
        Statement select(*database_, "SELECT number FROM device WHERE id = ?");
        select.bind(ByteView(device.device.value.bytes));
        if (select.step()) device.number = select.number(0);
    }
    return device.number;
}

void DeviceChains::advance(const OperationHeader& header, KnownDevice& device) {
    device.head = {header.sequence, header.chain_hash};
    device.lamport = header.lamport;
    highest_lamport_ = std::max(highest_lamport_, header.lamport);
}

std::optional<Hash> DeviceChains::chain_hash_at(const DeviceId& device,
                                                std::uint64_t sequence) const {
    const KnownDevice *known = find(device);
    if (known == nullptr || sequence == 0 || sequence > known->head.sequence) return std::nullopt;
    if (sequence == known->head.sequence) return known->head.chain_hash;
    return operations_->chain_hash_at(known->number, sequence);
}

std::optional<Hash> DeviceChains::chain_hash_before(const DeviceId& device,
                                                    std::uint64_t sequence) const {
    if (sequence == 1) return chain_start(event_, device);
    return chain_hash_at(device, sequence - 1);
}

}  // namespace stormote
