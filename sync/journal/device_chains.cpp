#include "sync/journal/device_chains.h"

#include <algorithm>

#include "sync/journal/file/event_file.h"
#include "sync/journal/operation_table.h"

namespace stormote {

void KnownDevice::advance(const Operation& operation) {
    const OperationHeader& header = operation.header;
    head = {header.sequence, header.chain_hash};
    lamport = header.lamport;
    const std::uint64_t bytes = operation.body ? operation.body->bytes.size() : 0;
    if (header.sequence > signed_sequence) {
        bytes_unsigned += bytes;
    } else if (header.sequence > kept_signature) {
        bytes_between += bytes;
    }
}

Result<> DeviceChains::read_devices() {
    Statement rows(*database_, "SELECT number, id FROM device ORDER BY number");
    while (rows.step()) {
        const auto id = to_array<16>(rows.blob(1));
        if (!id) return damaged_operation(database_->path(), {}, 0);
        KnownDevice& device = find_or_add(DeviceId{Uuid{*id}});
        device.number = rows.number(0);
        places_of_numbers_.emplace(device.number, devices_.size() - 1);
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
    const auto found = places_.find(device);
    return found == places_.end() ? nullptr : &devices_[found->second];
}

KnownDevice *DeviceChains::find_number(std::int64_t number) {
    const auto found = places_of_numbers_.find(number);
    return found == places_of_numbers_.end() ? nullptr : &devices_[found->second];
}

KnownDevice& DeviceChains::find_or_add(const DeviceId& device) {
    const auto [place, is_new] = places_.try_emplace(device, devices_.size());
    if (!is_new) return devices_[place->second];
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
        places_of_numbers_.emplace(device.number, places_.at(device.device));
    }
    return device.number;
}

void DeviceChains::raise_lamport(std::uint64_t lamport) {
    highest_lamport_ = std::max(highest_lamport_, lamport);
}

std::optional<ChainLink> DeviceChains::link_at(const DeviceId& device,
                                               std::uint64_t sequence) const {
    const KnownDevice *known = find(device);
    if (known == nullptr || sequence == 0 || sequence > known->head.sequence) return std::nullopt;
    if (sequence == known->head.sequence) return ChainLink{known->head.chain_hash, known->lamport};
    return operations_->link_at(known->number, sequence);
}

std::optional<Hash> DeviceChains::chain_hash_at(const DeviceId& device,
                                                std::uint64_t sequence) const {
    const auto link = link_at(device, sequence);
    return link ? std::optional(link->chain_hash) : std::nullopt;
}

std::optional<ChainLink> DeviceChains::link_before(const DeviceId& device,
                                                   std::uint64_t sequence) const {
    if (sequence == 1) return ChainLink{chain_start(event_, device), 0};
    return link_at(device, sequence - 1);
}

}  // namespace stormote
