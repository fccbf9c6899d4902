#include "sync/journal/quarantine.h"

#include "sync/journal/file/sqlite.h"

namespace stormote {

bool Quarantine::keep(const Operation& operation) {
    const OperationHeader& header = operation.header;
    const Bytes core = encode_header_core(header);
    Statement(database_,
              "INSERT OR IGNORE INTO quarantine(device, sequence, chain_hash, header, sealed) "
              "VALUES(?, ?, ?, ?, ?)")
        .bind(ByteView(header.device.value.bytes))
        .bind(static_cast<std::int64_t>(header.sequence))
        .bind(ByteView(header.chain_hash))
        .bind(ByteView(core))
        .bind(ByteView(seal_.seal_body(operation, core)))
        .run();
    return database_.changes() > 0;
}

void Quarantine::forget_recorded(const DeviceId& device, std::int64_t device_number) {
    Statement(database_,
              "DELETE FROM quarantine WHERE device = ? AND EXISTS(SELECT 1 FROM operation "
              "WHERE operation.device = ? AND operation.sequence = quarantine.sequence "
              "AND operation.chain_hash = quarantine.chain_hash)")
        .bind(ByteView(device.value.bytes))
        .bind(device_number)
        .run();
}

std::vector<Operation> Quarantine::operations() const {
    Statement rows(database_,
                   "SELECT sequence, header, chain_hash, sealed, device FROM quarantine "
                   "ORDER BY device, sequence, chain_hash");
    std::vector<Operation> operations;
    while (rows.step()) {
        const auto device = to_array<16>(rows.blob(4));
        auto operation = seal_.read(rows, DeviceId{Uuid{device.value_or(ByteArray<16>{})}});
        if (!operation) throw MachineFailure(operation.error());
        operations.push_back(std::move(operation).value());
    }
    return operations;
}

std::vector<ChainLink> Quarantine::links_at(const DeviceId& device, std::uint64_t sequence) const {
    Statement rows(database_,
                   "SELECT chain_hash, header FROM quarantine WHERE device = ? AND sequence = ?");
    rows.bind(ByteView(device.value.bytes)).bind(static_cast<std::int64_t>(sequence));
    std::vector<ChainLink> links;
    while (rows.step()) {
        const auto chain_hash = to_array<32>(rows.blob(0));
        const auto header = decode_header_core(rows.blob(1));
        if (chain_hash && header) links.push_back({*chain_hash, header->lamport});
    }
    return links;
}

void Quarantine::erase_bodies(const ErasureTest& is_erased) {
    Statement update(database_,
                     "UPDATE quarantine SET sealed = ? "
                     "WHERE device = ? AND sequence = ? AND chain_hash = ?");
    for (const Operation& operation : operations()) {
        const auto sealed = seal_.seal_erased(operation, is_erased);
        if (!sealed) continue;
        update.bind(ByteView(*sealed))
            .bind(ByteView(operation.header.device.value.bytes))
            .bind(static_cast<std::int64_t>(operation.header.sequence))
            .bind(ByteView(operation.header.chain_hash))
            .run();
    }
}

}  // namespace stormote
