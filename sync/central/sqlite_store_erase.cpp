// SqliteStore: destroying what was erased.
#include <algorithm>

#include "sync/central/sqlite_store_rows.h"
#include "sync/journal/erasure_dates.h"
#include "sync/journal/purged_operations.h"

namespace stormote {

bool is_destroyed(const OperationHeader& header, ByteView body, const DestroyedRecord& destroyed) {
    if (destroyed.operations.contains(header.id) && may_be_purged(header.kind)) return true;
    const auto& persons = destroyed.persons;
    if (persons.empty() || header.kind == OperationKind::attendee_erased) return false;
    const auto about = persons_of(header.kind, body);
    return about && std::any_of(about->begin(), about->end(),
                                [&persons](const auto& id) { return persons.contains(id); });
}

DestroyedRecord SqliteStore::destroyed_record(const EventId& event) const {
    DestroyedRecord destroyed;
    const auto read = [&](const char *sql, auto& ids) {
        using Id = typename std::remove_cvref_t<decltype(ids)>::value_type;
        Statement select(database_, sql);
        select.bind(view(event));
        while (select.step()) {
            const auto id = to_array<16>(select.blob(0));
            if (!id) fail_damaged_store(database_.path());
            ids.insert(Id{Uuid{*id}});
        }
    };
    read("SELECT attendee FROM erased WHERE event = ?", destroyed.persons);
    read("SELECT operation FROM purged WHERE event = ?", destroyed.operations);
    return destroyed;
}

void SqliteStore::note_destroyed(const EventId& event, const Body& body) {
    const auto note = [&](const char *sql, const Uuid& id) {
        Statement(database_, sql).bind(view(event)).bind(ByteView(id.bytes)).run();
    };
    if (const auto *purge = std::get_if<RecordPurged>(&body.content)) {
        for (const OperationId& operation : purge->operations) {
            note("INSERT OR IGNORE INTO purged(event, operation) VALUES(?, ?)", operation.value);
        }
        return;
    }
    for (const AttendeeId& person : body.persons) {
        note("INSERT OR IGNORE INTO erased(event, attendee) VALUES(?, ?)", person.value);
    }
}

std::vector<EventId> SqliteStore::events_with_due_erasures(std::int64_t now_ms) const {
    Statement rows(database_, "SELECT DISTINCT event FROM erasure WHERE heard_ms <= ?");
    rows.bind(now_ms - erasure_grace_ms);
    std::vector<EventId> events;
    while (rows.step()) {
        const auto event = to_array<16>(rows.blob(0));
        if (!event) fail_damaged_store(database_.path());
        events.push_back(EventId{Uuid{*event}});
    }
    return events;
}

Authority SqliteStore::authority_of(const EventId& event) const {
    Authority authority(event);
    Statement rows(database_, "SELECT device, sequence FROM authority WHERE event = ?");
    rows.bind(view(event));
    while (rows.step()) {
        const auto device = to_array<16>(rows.blob(0));
        if (!device) fail_damaged_store(database_.path());
        for (const Operation& operation :
             record_at(event, DeviceId{Uuid{*device}}, rows.number(1))) {
            authority.note(operation);
        }
    }
    authority.evaluate();
    return authority;
}

void SqliteStore::destroy_erased(std::int64_t now_ms) {
    bool has_destroyed = false;
    {
        const std::lock_guard lock(mutex_);
        for (const EventId& event : events_with_due_erasures(now_ms)) {
            Transaction transaction(database_);
            has_destroyed |= destroy_erased_of(event, now_ms);
            transaction.commit();
        }
        has_destroyed |= database_.number("SELECT count(*) FROM about WHERE name = 'compact'") != 0;
    }
    if (has_destroyed) compact();
}

bool SqliteStore::destroy_erased_of(const EventId& event, std::int64_t now_ms) {
    struct Key {
        DeviceId device;
        std::int64_t sequence = 0;
    };
    std::vector<Key> due;
    Statement rows(database_,
                   "SELECT device, sequence FROM erasure WHERE event = ? AND heard_ms <= ?");
    rows.bind(view(event)).bind(now_ms - erasure_grace_ms);
    while (rows.step()) {
        const auto device = to_array<16>(rows.blob(0));
        if (!device) fail_damaged_store(database_.path());
        due.push_back({DeviceId{Uuid{*device}}, rows.number(1)});
    }
    const Authority authority = authority_of(event);
    bool has_destroyed = false;
    for (const Key& key : due) {
        const std::vector<Operation> found = record_at(event, key.device, key.sequence);
        if (found.empty() || !found.front().body || !authority.believes(found.front())) continue;
        const auto body = decode_body(found.front().header.kind, found.front().body->bytes);
        if (!body) continue;
        note_destroyed(event, *body);
        Statement(database_, "DELETE FROM erasure WHERE event = ? AND device = ? AND sequence = ?")
            .bind(view(event))
            .bind(view(key.device))
            .bind(key.sequence)
            .run();
        has_destroyed = true;
    }
    if (!has_destroyed) return false;
    remove_bodies(event, destroyed_record(event));
    // Until compact() has come to its end, whatever happens to the machine before.
    database_.execute("INSERT OR IGNORE INTO about(name, value) VALUES('compact', x'01')");
    return true;
}

void SqliteStore::remove_bodies(const EventId& event, const DestroyedRecord& destroyed) {
    for (const auto& [rows, removal] :
         {std::pair{"SELECT device, sequence, chain_hash, header, body FROM operation "
                    "WHERE event = ? AND body IS NOT NULL",
                    "UPDATE operation SET body = NULL "
                    "WHERE event = ? AND device = ? AND sequence = ? AND chain_hash = ?"},
          {"SELECT device, sequence, chain_hash, header, body FROM quarantine "
           "WHERE event = ? AND body IS NOT NULL",
           "UPDATE quarantine SET body = NULL "
           "WHERE event = ? AND device = ? AND sequence = ? AND chain_hash = ?"}}) {
        struct Key {
            Bytes device;
            std::int64_t sequence;
            Bytes chain_hash;
        };
        std::vector<Key> found;
        const auto copy = [](ByteView bytes) { return Bytes(bytes.begin(), bytes.end()); };
        Statement select(database_, rows);
        select.bind(view(event));
        while (select.step()) {
            const auto header = decode_header_core(select.blob(3));
            if (!header || select.blob(4).size() < sizeof(Salt))
                fail_damaged_store(database_.path());
            if (is_destroyed(*header, select.blob(4).subspan(sizeof(Salt)), destroyed)) {
                found.push_back({copy(select.blob(0)), select.number(1), copy(select.blob(2))});
            }
        }
        Statement update(database_, removal);
        for (const Key& key : found) {
            update.bind(view(event))
                .bind(ByteView(key.device))
                .bind(key.sequence)
                .bind(ByteView(key.chain_hash))
                .run();
        }
    }
}

void SqliteStore::compact() {
    // Pages that were split once may still hold pieces in what they count as free space, and the
    // WAL holds the old pages until it starts again. By a connection of its own, so that others
    // read meanwhile.
    Database database(database_.path(), DatabaseMode::read_write);
    database.execute("PRAGMA synchronous = FULL");
    database.execute("PRAGMA secure_delete = ON");
    database.execute("VACUUM");
    const std::lock_guard lock(mutex_);
    if (!database.checkpoint(Checkpoint::truncate)) return;
    database_.execute("DELETE FROM about WHERE name = 'compact'");
}

}  // namespace stormote
