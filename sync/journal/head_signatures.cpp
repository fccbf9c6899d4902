#include "sync/journal/head_signatures.h"

#include <algorithm>
#include <map>

#include "sync/journal/device_identity.h"
#include "sync/journal/event_file.h"
#include "sync/journal/sqlite.h"

namespace stormote {

void HeadSignatures::store(const HeadSignature& signature, DeviceChains& chains) {
    KnownDevice& device = chains.find_or_add(signature.device);
    Statement(database_,
              "INSERT OR IGNORE INTO signature(device, sequence, signature) VALUES(?, ?, ?)")
        .bind(chains.number_of(device))
        .bind(static_cast<std::int64_t>(signature.sequence))
        .bind(ByteView(signature.signature))
        .run();
    device.signed_sequence = signature.sequence;
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

void HeadSignatures::sign(const OperationHeader& header, const DeviceIdentity& identity,
                          DeviceChains& chains) {
    store({header.device, header.sequence, identity.sign(head_message(event_, header))}, chains);
}

Result<> HeadSignatures::take(std::span<const HeadSignature> signatures, DeviceChains& chains) {
    // The newest of each device covers the others: a verification takes its time.
    std::map<DeviceId, const HeadSignature *> newest;
    for (const HeadSignature& signature : signatures) {
        const KnownDevice *device = chains.find(signature.device);
        if (device == nullptr || signature.sequence <= device->signed_sequence ||
            signature.sequence > device->head.sequence) {
            continue;
        }
        const HeadSignature *& known = newest[signature.device];
        if (known == nullptr || known->sequence < signature.sequence) known = &signature;
    }
    for (const auto& [device, signature] : newest) {
        if (!is_true(*signature, chains.find_or_add(device), chains)) {
            return input_error({"The signature of device {} at number {} is invalid."},
                               to_string(device), signature->sequence);
        }
        store(*signature, chains);
    }
    return Done{};
}

Result<> HeadSignatures::check_newest(KnownDevice& device, const DeviceChains& chains) const {
    Statement row(database_,
                  "SELECT sequence, signature FROM signature WHERE device = ? "
                  "ORDER BY sequence DESC LIMIT 1");
    row.bind(device.number);
    if (!row.step()) return Done{};
    const auto sequence = static_cast<std::uint64_t>(row.number(0));
    const auto signature = to_array<64>(row.blob(1));
    if (sequence > device.head.sequence || !signature ||
        !is_true({device.device, sequence, *signature}, device, chains)) {
        return damaged_operation(database_.path(), device.device,
                                 std::min(sequence, device.head.sequence + 1));
    }
    device.signed_sequence = sequence;
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

}  // namespace stormote
