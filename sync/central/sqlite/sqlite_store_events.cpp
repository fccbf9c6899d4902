// SqliteStore: the events that it holds, as whoever runs it sees them, and taking one out.
#include "sync/central/sqlite/sqlite_audit.h"
#include "sync/central/sqlite/sqlite_rows.h"
#include "sync/central/sqlite/sqlite_store.h"
#include "sync/central/store/event_removal.h"

namespace stormote {

namespace {

// Everything that is kept of an event, but that it was removed, and its audit. Its reports go with
// the last one.
constexpr const char *event_tables[] = {"operation", "head",   "run",    "quarantine", "authority",
                                        "erasure",   "erased", "purged", "enrolment",  "event"};

}  // namespace

std::vector<EventSummary> SqliteStore::events() {
    const std::lock_guard lock(mutex_);
    Statement rows(database_,
                   "SELECT event, count(*), sum(sequence), (SELECT count(*) FROM quarantine "
                   "WHERE quarantine.event = head.event), coalesce((SELECT municipality FROM event "
                   "WHERE event.event = head.event), '') FROM head GROUP BY event");
    std::vector<EventSummary> summaries;
    while (rows.step()) {
        const auto event = to_array<16>(rows.blob(0));
        if (!event) fail_damaged_store(database_.path());
        summaries.push_back({EventId{Uuid{*event}}, static_cast<std::uint64_t>(rows.number(1)),
                             static_cast<std::uint64_t>(rows.number(2)),
                             static_cast<std::uint64_t>(rows.number(3)), rows.text(4)});
    }
    return summaries;
}

std::vector<EventActivity> SqliteStore::activities() {
    const std::lock_guard lock(mutex_);
    Statement rows(database_,
                   "SELECT event, sum(bytes), coalesce((SELECT max(position) FROM run "
                   "WHERE run.event = head.event), 0) FROM head GROUP BY event");
    std::vector<EventActivity> activities;
    while (rows.step()) {
        const auto event = to_array<16>(rows.blob(0));
        if (!event) fail_damaged_store(database_.path());
        activities.push_back({EventId{Uuid{*event}}, rows.number(1), rows.number(2)});
    }
    return activities;
}

std::vector<StoredDevice> SqliteStore::devices(const EventId& event) {
    const std::lock_guard lock(mutex_);
    SqliteRows rows(database_, event);
    return read_devices(rows);
}

bool SqliteStore::is_removed(const EventId& event) const {
    Statement select(database_, "SELECT 1 FROM removed WHERE event = ?");
    select.bind(view(event));
    return select.step();
}

Result<RemovalAnswer> SqliteStore::remove_event(const EventId& event, const std::string& decision,
                                                RemovalTiming timing, std::int64_t now_ms) {
    const std::lock_guard lock(mutex_);
    Transaction transaction(database_);
    if (is_removed(event)) return event_was_removed(event);
    SqliteRows rows(database_, event);
    auto answer = judge_removal(rows, enrolments_of(event), timing, now_ms);
    if (!answer || !answer->is_removed) return answer;
    for (const char *table : event_tables) {
        const std::string removal = std::string("DELETE FROM ") + table + " WHERE event = ?";
        Statement(database_, removal.c_str()).bind(view(event)).run();
    }
    Statement(database_,
              "INSERT INTO removed(event, removed_ms, decision, is_override) VALUES(?, ?, ?, ?)")
        .bind(view(event))
        .bind(now_ms)
        .bind(decision)
        .bind(std::int64_t{answer->unmet.empty() ? 0 : 1})
        .run();
    write_audit(database_, {now_ms, event, StoreAuditAction::purged, "", "", audit_by_store, "",
                            answer->operations});
    // Until compact() has come to its end, whatever happens to the machine before.
    database_.execute("INSERT OR IGNORE INTO about(name, value) VALUES('compact', x'01')");
    transaction.commit();
    return answer;
}

std::vector<RemovedEvent> SqliteStore::removed_events() {
    const std::lock_guard lock(mutex_);
    Statement rows(database_,
                   "SELECT event, removed_ms, decision, is_override FROM removed ORDER BY event");
    std::vector<RemovedEvent> removed;
    while (rows.step()) {
        const auto event = to_array<16>(rows.blob(0));
        if (!event) fail_damaged_store(database_.path());
        removed.push_back(
            {EventId{Uuid{*event}}, rows.number(1), rows.text(2), rows.number(3) != 0});
    }
    return removed;
}

}  // namespace stormote
