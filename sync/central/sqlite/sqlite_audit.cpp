#include "sync/central/sqlite/sqlite_audit.h"

#include "sync/central/sqlite/sqlite_rows.h"
#include "sync/central/sqlite/sqlite_store.h"

namespace stormote {

void write_audit(Database& database, const StoreAuditEntry& entry) {
    Statement(database,
              "INSERT INTO audit(event, at_ms, action, device, role, done_by, sender, operations, "
              "first_position, last_position) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .bind(view(entry.event))
        .bind(entry.at_ms)
        .bind(std::string_view(audit_action_name(entry.action)))
        .bind(entry.device)
        .bind(entry.role)
        .bind(entry.by)
        .bind(entry.sender)
        .bind(number(entry.operations))
        .bind(number(entry.first_position))
        .bind(number(entry.last_position))
        .run();
}

void SqliteStore::add_audit(const StoreAuditEntry& entry) {
    const std::lock_guard lock(mutex_);
    write_audit(database_, entry);
}

std::vector<StoreAuditEntry> SqliteStore::audit(const std::optional<EventId>& event,
                                                std::int64_t since_ms) {
    const std::lock_guard lock(mutex_);
    Statement rows(database_,
                   "SELECT event, at_ms, action, device, role, done_by, sender, operations, "
                   "first_position, last_position FROM audit WHERE at_ms >= ? ORDER BY number");
    rows.bind(since_ms);
    std::vector<StoreAuditEntry> entries;
    while (rows.step()) {
        const auto id = to_array<16>(rows.blob(0));
        const auto action = parse_audit_action(rows.text(2));
        if (!id || !action) fail_damaged_store(database_.path());
        if (event && event->value.bytes != *id) continue;
        entries.push_back({rows.number(1), EventId{Uuid{*id}}, *action, rows.text(3), rows.text(4),
                           rows.text(5), rows.text(6), static_cast<std::uint64_t>(rows.number(7)),
                           static_cast<std::uint64_t>(rows.number(8)),
                           static_cast<std::uint64_t>(rows.number(9))});
    }
    return entries;
}

void SqliteStore::forget_audit(std::int64_t now_ms) {
    const std::lock_guard lock(mutex_);
    Statement(database_, "DELETE FROM audit WHERE at_ms < ?").bind(now_ms - audit_kept_ms).run();
}

}  // namespace stormote
