// Journal: erasing bodies, and how far exchanges have come.
#include "sync/journal/journal.h"

namespace stormote {

void Journal::erase_bodies(const std::function<bool(const Operation&)>& is_erased) {
    constexpr std::size_t at_once = 1'000;
    Transaction transaction(*database_);
    Statement update(*database_,
                     "UPDATE operation SET sealed = ? WHERE device = ? AND sequence = ?");
    for (std::size_t index = 0; index < known_.heads.size(); ++index) {
        const DeviceHead& head = known_.heads[index];
        for (std::uint64_t done = 0; done < head.head.sequence; done += at_once) {
            for (Operation& operation : operations_after(head.device, done, at_once)) {
                if (!operation.body || !is_erased(operation)) continue;
                operation.body.reset();
                update.bind(ByteView(seal_body(operation, encode_header_core(operation.header))))
                    .bind(known_.details[index].number)
                    .bind(static_cast<std::int64_t>(operation.header.sequence))
                    .run();
            }
        }
    }
    Statement remove(*database_,
                     "UPDATE quarantine SET sealed = ? "
                     "WHERE device = ? AND sequence = ? AND chain_hash = ?");
    for (Operation& operation : quarantined()) {
        if (!operation.body || !is_erased(operation)) continue;
        operation.body.reset();
        remove.bind(ByteView(seal_body(operation, encode_header_core(operation.header))))
            .bind(ByteView(operation.header.device.value.bytes))
            .bind(static_cast<std::int64_t>(operation.header.sequence))
            .bind(ByteView(operation.header.chain_hash))
            .run();
    }
    transaction.commit();
    // Pages that were split once may still hold pieces in what they count as free space.
    database_->execute("VACUUM");
    // The WAL holds the old pages until it is emptied.
    if (!empty_wal(environment_.wal_reserve_bytes)) database_->check(SQLITE_BUSY);
}

bool Journal::empty_wal(std::size_t wal_reserve_bytes) {
    // It must not be empty while the main file says that it is open.
    const bool is_emptied = unmark_open();
    mark_open(wal_reserve_bytes);
    return is_emptied;
}

std::uint64_t Journal::cursor(const std::string& name) const {
    Statement select(*database_, "SELECT value FROM cursor WHERE name = ?");
    select.bind(name);
    return select.step() ? static_cast<std::uint64_t>(select.number(0)) : 0;
}

void Journal::set_cursor(const std::string& name, std::uint64_t value) {
    Statement(*database_, "INSERT OR REPLACE INTO cursor(name, value) VALUES(?, ?)")
        .bind(name)
        .bind(static_cast<std::int64_t>(value))
        .run();
}

}  // namespace stormote
