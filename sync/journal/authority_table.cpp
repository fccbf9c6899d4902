#include "sync/journal/authority_table.h"

#include "sync/journal/device_chains.h"
#include "sync/journal/file/event_file.h"
#include "sync/journal/file/sqlite.h"

namespace stormote {

void AuthorityTable::insert(std::int64_t device_number, std::uint64_t sequence) {
    Statement(database_, "INSERT INTO authority(device, sequence) VALUES(?, ?)")
        .bind(device_number)
        .bind(static_cast<std::int64_t>(sequence))
        .run();
}

void AuthorityTable::remove_from(std::int64_t device_number, std::uint64_t sequence) {
    Statement(database_, "DELETE FROM authority WHERE device = ? AND sequence >= ?")
        .bind(device_number)
        .bind(static_cast<std::int64_t>(sequence))
        .run();
}

Result<std::vector<Operation>> AuthorityTable::operations(DeviceChains& chains) const {
    Statement rows(database_,
                   "SELECT sequence, header, chain_hash, sealed, device FROM authority "
                   "JOIN operation USING(device, sequence) ORDER BY device, sequence");
    std::vector<Operation> operations;
    while (rows.step()) {
        const KnownDevice *device = chains.find_number(rows.number(4));
        if (device == nullptr) {
            return damaged_operation(database_.path(), {},
                                     static_cast<std::uint64_t>(rows.number(0)));
        }
        auto operation = seal_.read(rows, device->device);
        if (!operation) return operation.error();
        operations.push_back(std::move(operation).value());
    }
    return operations;
}

}  // namespace stormote
