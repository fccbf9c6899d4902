#include "sync/central/postgres/postgres_audit.h"

#include "sync/central/postgres/postgres_rows.h"
#include "sync/central/postgres/postgres_store.h"

namespace stormote {

void write_audit(PgConnection& connection, const StoreAuditEntry& entry) {
    connection.query(
        "INSERT INTO audit(event, at_ms, action, device, role, done_by, sender, operations, "
        "first_position, last_position) VALUES($1, $2, $3, $4, $5, "
        "CASE WHEN $6 = 'store' THEN acting_role() ELSE $6 END, $7, $8, $9, $10)",
        PgValues()
            .add(ByteView(entry.event.value.bytes))
            .add(entry.at_ms)
            .add(std::string_view(audit_action_name(entry.action)))
            .add(std::string_view(entry.device))
            .add(std::string_view(entry.role))
            .add(std::string_view(entry.by))
            .add(std::string_view(entry.sender))
            .add(signed_number(entry.operations))
            .add(signed_number(entry.first_position))
            .add(signed_number(entry.last_position)));
}

void PostgresStore::add_audit(const StoreAuditEntry& entry) {
    const PgPool::Lease connection = pool_.lease();
    PgTransaction transaction(*connection, PgTransaction::Kind::write,
                              PgScope::of(entry.event.value));
    write_audit(*connection, entry);
    transaction.commit();
}

std::vector<StoreAuditEntry> PostgresStore::audit(const std::optional<EventId>& event,
                                                  std::int64_t since_ms) {
    const PgPool::Lease connection = pool_.lease();
    PgTransaction transaction(*connection, PgTransaction::Kind::snapshot, PgScope::every());
    const PgRows rows = connection->query(
        "SELECT at_ms, event, action, device, role, done_by, sender, operations, first_position, "
        "last_position FROM audit WHERE at_ms >= $1 AND ($2 = ''::bytea OR event = $2) "
        "ORDER BY number",
        PgValues().add(since_ms).add(event ? ByteView(event->value.bytes) : ByteView()));
    transaction.commit();
    std::vector<StoreAuditEntry> entries;
    for (int row = 0; row < rows.count(); ++row) {
        const auto action = parse_audit_action(rows.text(row, 2));
        if (!action) fail_damaged_database();
        entries.push_back({rows.number(row, 0), EventId{Uuid{array_in<16>(rows, row, 1)}}, *action,
                           rows.text(row, 3), rows.text(row, 4), rows.text(row, 5),
                           rows.text(row, 6), static_cast<std::uint64_t>(rows.number(row, 7)),
                           static_cast<std::uint64_t>(rows.number(row, 8)),
                           static_cast<std::uint64_t>(rows.number(row, 9))});
    }
    return entries;
}

void PostgresStore::forget_audit(std::int64_t now_ms) {
    pool_.lease()->query("SELECT forget_audit($1)", PgValues().add(now_ms - audit_kept_ms));
}

}  // namespace stormote
