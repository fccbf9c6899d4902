// SqliteStore: taking batches.
#include <algorithm>
#include <map>

#include "sync/central/sqlite_store_rows.h"

namespace stormote {

namespace {

Bytes join_body(const SaltedBody& body) {
    Bytes bytes(body.salt.begin(), body.salt.end());
    bytes.insert(bytes.end(), body.bytes.begin(), body.bytes.end());
    return bytes;
}

bool is_about(OperationKind kind, ByteView bytes, const std::set<AttendeeId>& persons) {
    if (persons.empty() || kind == OperationKind::attendee_erased) return false;
    const auto body = decode_body(kind, bytes);
    return body && std::any_of(body->persons.begin(), body->persons.end(),
                               [&persons](const auto& id) { return persons.contains(id); });
}

void bind_body(Statement& statement, const Operation& operation,
               const std::set<AttendeeId>& erased) {
    if (operation.body && !is_about(operation.header.kind, operation.body->bytes, erased)) {
        statement.bind(ByteView(join_body(*operation.body)));
    } else {
        statement.bind_null();
    }
}

bool is_erasure(const Operation *operation) {
    return operation->header.kind == OperationKind::attendee_erased;
}

}  // namespace

// What the planning of a batch asks; used within the store's transaction.
class SqliteStore::Chains final : public KnownChains {
  public:
    Chains(const Database& database, const EventId& event) : database_(database), event_(event) {}

    KnownChain chain_of(const DeviceId& device) override {
        Statement select(database_,
                         "SELECT sequence, public_key FROM head WHERE event = ? AND device = ?");
        select.bind(view(event_)).bind(view(device));
        if (!select.step()) return {};
        const auto key = to_array<32>(select.blob(1));
        if (!key) fail_damaged_store(database_.path());
        return {static_cast<std::uint64_t>(select.number(0)), *key};
    }

    std::optional<ChainLink> link_at(const DeviceId& device, std::uint64_t sequence) override {
        const auto links = links_in(
            "SELECT chain_hash, header FROM operation WHERE event = ? AND device = ? AND "
            "sequence = ?",
            device, sequence);
        return links.empty() ? std::nullopt : std::optional(links.front());
    }

    std::vector<ChainLink> quarantined_at(const DeviceId& device, std::uint64_t sequence) override {
        return links_in(
            "SELECT chain_hash, header FROM quarantine WHERE event = ? AND device = ? AND "
            "sequence = ?",
            device, sequence);
    }

  private:
    std::vector<ChainLink> links_in(const char *sql, const DeviceId& device,
                                    std::uint64_t sequence) {
        Statement select(database_, sql);
        select.bind(view(event_)).bind(view(device)).bind(number(sequence));
        std::vector<ChainLink> links;
        while (select.step()) {
            const auto chain_hash = to_array<32>(select.blob(0));
            const auto header = decode_header_core(select.blob(1));
            if (!chain_hash || !header) fail_damaged_store(database_.path());
            links.push_back({*chain_hash, header->lamport});
        }
        return links;
    }

    const Database& database_;
    const EventId& event_;
};

PushAnswer SqliteStore::append(const EventId& event, const Batch& batch, std::int64_t now_ms) {
    const std::lock_guard lock(mutex_);
    Transaction transaction(database_);
    Chains chains(database_, event);
    PushAnswer answer;
    bool is_erasing = false;
    LogPlace place{event, next_position(event, now_ms)};
    for (const Run& run : split_runs(batch.operations)) {
        const auto plan = plan_run(event, run, batch.signatures, chains);
        if (const auto *refused = std::get_if<RefusedRun>(&plan)) {
            if (refused->is_gap) return {PushOutcome::gap, 0, 0, 0};
            return {PushOutcome::refused, 0, 0, 0, *refused};
        }
        const auto& planned = std::get<PlannedRun>(plan);
        answer.known += planned.known;
        if (planned.place == RunPlace::known) continue;
        const std::set<AttendeeId> erased = note_erased(event, planned);
        take_run(place, planned, erased, answer);
        is_erasing |= std::any_of(planned.fresh.begin(), planned.fresh.end(), is_erasure);
    }
    if (is_erasing) remove_bodies(event, erased_persons(event));
    transaction.commit();
    if (is_erasing) {
        // Pages that were split once may still hold pieces in what they count as free space, and
        // the WAL holds the old pages until it starts again.
        database_.execute("VACUUM");
        database_.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    return answer;
}

void SqliteStore::take_run(LogPlace& place, const PlannedRun& run,
                           const std::set<AttendeeId>& erased, PushAnswer& answer) {
    if (run.place == RunPlace::contradicts) {
        for (const Operation *operation : run.fresh) {
            insert_quarantined(place.event, *operation, erased);
            answer.quarantined += static_cast<std::uint64_t>(database_.changes());
        }
    } else {
        if (run.place == RunPlace::replaces) {
            put_record_aside(place.event, run.fresh.front()->header);
            answer.quarantined += static_cast<std::uint64_t>(database_.changes());
        }
        insert_fresh(place.event, run, erased);
        answer.added += run.fresh.size();
    }
    insert_run(place, run);
}

void SqliteStore::insert_fresh(const EventId& event, const PlannedRun& run,
                               const std::set<AttendeeId>& erased) {
    Statement insert(database_,
                     "INSERT INTO operation(event, device, sequence, header, chain_hash, body) "
                     "VALUES(?, ?, ?, ?, ?, ?)");
    for (const Operation *operation : run.fresh) {
        const OperationHeader& header = operation->header;
        insert.bind(view(event))
            .bind(view(run.device))
            .bind(number(header.sequence))
            .bind(ByteView(encode_header_core(header)))
            .bind(ByteView(header.chain_hash));
        bind_body(insert, *operation, erased);
        insert.run();
    }
    const OperationHeader& last = run.fresh.back()->header;
    Statement(database_,
              "INSERT OR REPLACE INTO head(event, device, sequence, chain_hash, lamport, "
              "public_key) VALUES(?, ?, ?, ?, ?, ?)")
        .bind(view(event))
        .bind(view(run.device))
        .bind(number(last.sequence))
        .bind(ByteView(last.chain_hash))
        .bind(number(last.lamport))
        .bind(ByteView(run.key))
        .run();
}

void SqliteStore::insert_run(LogPlace& place, const PlannedRun& run) {
    // Two runs of one device that came together have positions of their own.
    Statement taken(database_, "SELECT 1 FROM run WHERE event = ? AND position = ? AND device = ?");
    taken.bind(view(place.event)).bind(number(place.position)).bind(view(run.device));
    if (taken.step()) ++place.position;
    taken.reset();
    const OperationHeader& last = run.fresh.back()->header;
    Statement(database_,
              "INSERT INTO run(event, position, device, first_sequence, last_sequence, signature, "
              "tip) VALUES(?, ?, ?, ?, ?, ?, ?)")
        .bind(view(place.event))
        .bind(number(place.position))
        .bind(view(run.device))
        .bind(number(run.fresh.front()->header.sequence))
        .bind(number(last.sequence))
        .bind(ByteView(run.signatures.back()->signature))
        .bind(ByteView(last.chain_hash))
        .run();
}

void SqliteStore::insert_quarantined(const EventId& event, const Operation& operation,
                                     const std::set<AttendeeId>& erased) {
    const OperationHeader& header = operation.header;
    Statement insert(database_,
                     "INSERT OR IGNORE INTO quarantine(event, device, sequence, chain_hash, "
                     "header, body) VALUES(?, ?, ?, ?, ?, ?)");
    insert.bind(view(event))
        .bind(view(header.device))
        .bind(number(header.sequence))
        .bind(ByteView(header.chain_hash))
        .bind(ByteView(encode_header_core(header)));
    bind_body(insert, operation, erased);
    insert.run();
}

void SqliteStore::put_record_aside(const EventId& event, const OperationHeader& first) {
    for (const char *sql :
         {"INSERT OR IGNORE INTO quarantine(event, device, sequence, chain_hash, header, body) "
          "SELECT event, device, sequence, chain_hash, header, body FROM operation "
          "WHERE event = ? AND device = ? AND sequence >= ?",
          "DELETE FROM operation WHERE event = ? AND device = ? AND sequence >= ?"}) {
        Statement(database_, sql)
            .bind(view(event))
            .bind(view(first.device))
            .bind(number(first.sequence))
            .run();
    }
}

std::set<AttendeeId> SqliteStore::note_erased(const EventId& event, const PlannedRun& run) {
    for (const Operation *operation : run.fresh) {
        if (!is_erasure(operation) || !operation->body) continue;
        const auto body = decode_body(operation->header.kind, operation->body->bytes);
        if (!body) continue;
        for (const AttendeeId& person : body->persons) {
            Statement(database_, "INSERT OR IGNORE INTO erased(event, attendee) VALUES(?, ?)")
                .bind(view(event))
                .bind(ByteView(person.value.bytes))
                .run();
        }
    }
    return erased_persons(event);
}

std::set<AttendeeId> SqliteStore::erased_persons(const EventId& event) const {
    std::set<AttendeeId> erased;
    Statement select(database_, "SELECT attendee FROM erased WHERE event = ?");
    select.bind(view(event));
    while (select.step()) {
        const auto id = to_array<16>(select.blob(0));
        if (!id) fail_damaged_store(database_.path());
        erased.insert(AttendeeId{Uuid{*id}});
    }
    return erased;
}

void SqliteStore::remove_bodies(const EventId& event, const std::set<AttendeeId>& erased) {
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
            if (is_about(header->kind, select.blob(4).subspan(sizeof(Salt)), erased)) {
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

std::uint64_t SqliteStore::next_position(const EventId& event, std::int64_t now_ms) const {
    Statement select(database_, "SELECT max(position) FROM run WHERE event = ?");
    select.bind(view(event));
    const std::int64_t last = select.step() ? select.number(0) : 0;
    return static_cast<std::uint64_t>(std::max(last + 1, now_ms));
}

}  // namespace stormote
