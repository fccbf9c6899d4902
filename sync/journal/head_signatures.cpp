#include "sync/journal/head_signatures.h"

#include <algorithm>

#include "sync/journal/device_identity.h"
#include "sync/journal/file/event_file.h"

namespace stormote {

bool HeadSignatures::is_due(const KnownDevice& device) {
    return device.head.sequence - device.signed_sequence >= signature_interval ||
           device.bytes_unsigned >= signature_interval_bytes;
}

void HeadSignatures::sign_head(const DeviceIdentity& identity, KnownDevice& device) {
    OperationHeader header;
    header.device = device.device;
    header.sequence = device.head.sequence;
    header.chain_hash = device.head.chain_hash;
    keep({header.device, header.sequence, identity.sign(head_message(event_, header))}, device);
}

void HeadSignatures::keep(const HeadSignature& signature, KnownDevice& device) {
    const std::uint64_t bytes = device.bytes_between + device.bytes_unsigned;
    const bool is_far = signature.sequence - device.kept_signature > signature_interval ||
                        bytes > signature_interval_bytes;
    if (is_far || device.signed_sequence == device.kept_signature) {
        // The one before stays.
        device.kept_signature = device.signed_sequence;
        device.bytes_between = device.bytes_unsigned;
    } else {
        if (!remove_) {
            remove_.emplace(database_, "DELETE FROM signature WHERE device = ? AND sequence = ?");
        }
        remove_->bind(device.number).bind(static_cast<std::int64_t>(device.signed_sequence)).run();
        device.bytes_between = bytes;
    }
    if (!insert_) {
        insert_.emplace(
            database_,
            "INSERT OR REPLACE INTO signature(device, sequence, signature) VALUES(?, ?, ?)");
    }
    insert_->bind(device.number)
        .bind(static_cast<std::int64_t>(signature.sequence))
        .bind(ByteView(signature.signature))
        .run();
    device.signed_sequence = signature.sequence;
    device.bytes_unsigned = 0;
}

bool HeadSignatures::is_true(const HeadSignature& signature, const KnownDevice& device,
                             const DeviceChains& chains) const {
    const auto chain_hash = chains.chain_hash_at(signature.device, signature.sequence);
    if (!chain_hash) return false;
    OperationHeader header;
    header.device = signature.device;
    header.sequence = signature.sequence;
    header.chain_hash = *chain_hash;
    return verify_signature(device.key, head_message(event_, header), signature.signature);
}

void HeadSignatures::read_extent(KnownDevice& device) const {
    Statement rows(
        database_,
        "SELECT sequence FROM signature WHERE device = ? ORDER BY sequence DESC LIMIT 2");
    rows.bind(device.number);
    const auto next = [&rows] {
        return rows.step() ? static_cast<std::uint64_t>(rows.number(0)) : 0;
    };
    device.signed_sequence = next();
    device.kept_signature = device.signed_sequence == 0 ? 0 : next();
}

Result<> HeadSignatures::check_newest(const KnownDevice& device, const DeviceChains& chains) const {
    if (device.signed_sequence == 0) return Done{};
    Statement row(database_, "SELECT signature FROM signature WHERE device = ? AND sequence = ?");
    row.bind(device.number).bind(static_cast<std::int64_t>(device.signed_sequence));
    const auto signature = row.step() ? to_array<64>(row.blob(0)) : std::nullopt;
    const std::uint64_t sequence = device.signed_sequence;
    if (sequence > device.head.sequence || !signature ||
        !is_true({device.device, sequence, *signature}, device, chains)) {
        return damaged_operation(database_.path(), device.device,
                                 std::min(sequence, device.head.sequence + 1));
    }
    return Done{};
}

std::vector<HeadSignature> HeadSignatures::after(const KnownDevice& device,
                                                 std::uint64_t sequence) const {
    Statement rows(database_,
                   "SELECT sequence, signature FROM signature "
                   "WHERE device = ? AND sequence > ? ORDER BY sequence");
    rows.bind(device.number).bind(static_cast<std::int64_t>(sequence));
    std::vector<HeadSignature> signatures;
    while (rows.step()) {
        const auto at = static_cast<std::uint64_t>(rows.number(0));
        const auto signature = to_array<64>(rows.blob(1));
        if (!signature) {
            throw MachineFailure(damaged_operation(database_.path(), device.device, at));
        }
        signatures.push_back({device.device, at, *signature});
    }
    return signatures;
}

void HeadSignatures::remove_from(const KnownDevice& device, std::uint64_t sequence) {
    Statement(database_, "DELETE FROM signature WHERE device = ? AND sequence >= ?")
        .bind(device.number)
        .bind(static_cast<std::int64_t>(sequence))
        .run();
}

}  // namespace stormote
