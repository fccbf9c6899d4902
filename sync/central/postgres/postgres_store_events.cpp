// PostgresStore: the events that it holds, as whoever runs it sees them, and taking one out.
#include "sync/central/postgres/postgres_audit.h"
#include "sync/central/postgres/postgres_rows.h"
#include "sync/central/postgres/postgres_store.h"
#include "sync/central/store/event_removal.h"

namespace stormote {

namespace {

// Everything that is kept of an event, but that it was removed, and its audit. Its reports go with
// the last one.
constexpr const char *removals[] = {
    "DELETE FROM operation WHERE event = $1", "DELETE FROM head WHERE event = $1",
    "DELETE FROM run WHERE event = $1",       "DELETE FROM quarantine WHERE event = $1",
    "DELETE FROM authority WHERE event = $1", "DELETE FROM erasure WHERE event = $1",
    "DELETE FROM erased WHERE event = $1",    "DELETE FROM purged WHERE event = $1",
    "DELETE FROM enrolment WHERE event = $1", "DELETE FROM event WHERE event = $1"};

}  // namespace

std::vector<EventSummary> PostgresStore::events() {
    const PgPool::Lease connection = pool_.lease();
    PgTransaction transaction(*connection, PgTransaction::Kind::snapshot, PgScope::every());
    const PgRows rows = connection->query(
        "SELECT event, count(*), sum(sequence)::bigint, (SELECT count(*) FROM quarantine "
        "WHERE quarantine.event = head.event), municipality FROM head JOIN event USING (event) "
        "GROUP BY event, municipality ORDER BY event");
    transaction.commit();
    std::vector<EventSummary> summaries;
    for (int row = 0; row < rows.count(); ++row) {
        summaries.push_back({EventId{Uuid{array_in<16>(rows, row, 0)}},
                             static_cast<std::uint64_t>(rows.number(row, 1)),
                             static_cast<std::uint64_t>(rows.number(row, 2)),
                             static_cast<std::uint64_t>(rows.number(row, 3)), rows.text(row, 4)});
    }
    return summaries;
}

std::vector<EventActivity> PostgresStore::activities() {
    const PgPool::Lease connection = pool_.lease();
    PgTransaction transaction(*connection, PgTransaction::Kind::snapshot, PgScope::every());
    const PgRows rows = connection->query(
        "SELECT event, sum(bytes)::bigint, coalesce((SELECT max(position) FROM run "
        "WHERE run.event = head.event), 0) FROM head GROUP BY event ORDER BY event");
    transaction.commit();
    std::vector<EventActivity> activities;
    for (int row = 0; row < rows.count(); ++row) {
        activities.push_back(
            {EventId{Uuid{array_in<16>(rows, row, 0)}}, rows.number(row, 1), rows.number(row, 2)});
    }
    return activities;
}

std::vector<StoredDevice> PostgresStore::devices(const EventId& event) {
    const PgPool::Lease connection = pool_.lease();
    PgTransaction transaction(*connection, PgTransaction::Kind::snapshot, PgScope::of(event.value));
    PostgresRows rows(*connection, event);
    std::vector<StoredDevice> devices = read_devices(rows);
    transaction.commit();
    return devices;
}

Result<RemovalAnswer> PostgresStore::remove_event(const EventId& event, const std::string& decision,
                                                  RemovalTiming timing, std::int64_t now_ms) {
    const PgPool::Lease connection = pool_.lease();
    PgTransaction transaction(*connection, PgTransaction::Kind::write, PgScope::of(event.value));
    PostgresRows rows(*connection, event);
    rows.lock_event();
    if (rows.is_removed()) return event_was_removed(event);
    auto answer = judge_removal(rows, enrolments_of(*connection, event), timing, now_ms);
    if (!answer || !answer->is_removed) return answer;
    const PgValues of_event = PgValues().add(ByteView(event.value.bytes));
    for (const char *removal : removals) connection->query(removal, of_event);
    connection->query(
        "INSERT INTO removed(event, removed_ms, decision, is_override) VALUES($1, $2, $3, $4 <> 0)",
        PgValues()
            .add(ByteView(event.value.bytes))
            .add(now_ms)
            .add(std::string_view(decision))
            .add(std::int64_t{answer->unmet.empty() ? 0 : 1}));
    write_audit(*connection, {now_ms, event, StoreAuditAction::purged, "", "", audit_by_store, "",
                              answer->operations});
    transaction.commit();
    return answer;
}

std::vector<RemovedEvent> PostgresStore::removed_events() {
    const PgPool::Lease connection = pool_.lease();
    PgTransaction transaction(*connection, PgTransaction::Kind::snapshot, PgScope::every());
    const PgRows rows = connection->query(
        "SELECT event, removed_ms, decision, is_override FROM removed ORDER BY event");
    transaction.commit();
    std::vector<RemovedEvent> removed;
    for (int row = 0; row < rows.count(); ++row) {
        removed.push_back({EventId{Uuid{array_in<16>(rows, row, 0)}}, rows.number(row, 1),
                           rows.text(row, 2), rows.number(row, 3) != 0});
    }
    return removed;
}

}  // namespace stormote
