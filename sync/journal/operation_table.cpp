#include "sync/journal/operation_table.h"

namespace stormote {

void OperationTable::insert(std::int64_t device_number, const Operation& operation) {
    if (!insert_) {
        insert_.emplace(database_,
                        "INSERT INTO operation(device, sequence, header, chain_hash, sealed) "
                        "VALUES(?, ?, ?, ?, ?)");
    }
    const OperationHeader& header = operation.header;
    const Bytes core = encode_header_core(header);
    insert_->bind(device_number)
        .bind(static_cast<std::int64_t>(header.sequence))
        .bind(ByteView(core))
        .bind(ByteView(header.chain_hash))
        .bind(ByteView(seal_.seal_body(operation, core)))
        .run();
}

std::vector<Operation> OperationTable::after(std::int64_t device_number, const DeviceId& device,
                                             std::uint64_t sequence, std::size_t most) const {
    Statement rows(database_,
                   "SELECT sequence, header, chain_hash, sealed FROM operation "
                   "WHERE device = ? AND sequence > ? ORDER BY sequence LIMIT ?");
    rows.bind(device_number)
        .bind(static_cast<std::int64_t>(sequence))
        .bind(static_cast<std::int64_t>(most));
    std::vector<Operation> operations;
    while (rows.step()) {
        auto operation = seal_.read(rows, device);
        if (!operation) throw MachineFailure(operation.error());
        operations.push_back(std::move(operation).value());
    }
    return operations;
}

std::optional<ChainLink> OperationTable::link_at(std::int64_t device_number,
                                                 std::uint64_t sequence) const {
    Statement row(database_,
                  "SELECT chain_hash, header FROM operation WHERE device = ? AND sequence = ?");
    row.bind(device_number).bind(static_cast<std::int64_t>(sequence));
    if (!row.step()) return std::nullopt;
    const auto chain_hash = to_array<32>(row.blob(0));
    const auto header = decode_header_core(row.blob(1));
    if (!chain_hash || !header) return std::nullopt;
    return ChainLink{*chain_hash, header->lamport};
}

void OperationTable::remove_from(std::int64_t device_number, std::uint64_t sequence) {
    Statement(database_, "DELETE FROM operation WHERE device = ? AND sequence >= ?")
        .bind(device_number)
        .bind(static_cast<std::int64_t>(sequence))
        .run();
}

void OperationTable::erase_bodies(std::int64_t device_number, const DeviceId& device,
                                  const ErasureTest& is_erased) {
    constexpr std::size_t at_once = 1'000;
    Statement update(database_,
                     "UPDATE operation SET sealed = ? WHERE device = ? AND sequence = ?");
    std::uint64_t done = 0;
    for (;;) {
        const auto operations = after(device_number, device, done, at_once);
        if (operations.empty()) return;
        for (const Operation& operation : operations) {
            const auto sealed = seal_.seal_erased(operation, is_erased);
            if (!sealed) continue;
            update.bind(ByteView(*sealed))
                .bind(device_number)
                .bind(static_cast<std::int64_t>(operation.header.sequence))
                .run();
        }
        done = operations.back().header.sequence;
    }
}

OperationTable::Reader::Reader(const OperationTable& table)
    : seal_(table.seal_),
      rows_(table.database_,
            "SELECT sequence, header, chain_hash, sealed, device FROM operation "
            "ORDER BY device, sequence") {}

OperationTable::Reader::Reader(const OperationTable& table, OperationKind kind)
    : seal_(table.seal_),
      rows_(table.database_,
            // Bytes 56 and 57 of a header are its kind.
            "SELECT sequence, header, chain_hash, sealed, device FROM operation "
            "WHERE substr(header, 57, 2) = ? ORDER BY device, sequence") {
    Bytes wanted;
    append_big_endian(wanted, static_cast<std::uint64_t>(kind), 2);
    rows_.bind(ByteView(wanted));
}

std::uint64_t OperationTable::Reader::sequence() const {
    return static_cast<std::uint64_t>(rows_.number(0));
}

Result<Operation> OperationTable::Reader::read(const DeviceId& device) const {
    return seal_.read(rows_, device);
}

}  // namespace stormote
