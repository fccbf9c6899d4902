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

void bind_body(Statement& statement, const Operation& operation, const DestroyedRecord& destroyed) {
    if (operation.body && !is_destroyed(operation.header, operation.body->bytes, destroyed)) {
        statement.bind(ByteView(join_body(*operation.body)));
    } else {
        statement.bind_null();
    }
}

std::int64_t size_of(const PlannedRun& run) {
    std::int64_t bytes = 0;
    for (const Operation *operation : run.fresh) {
        bytes += number(header_core_size + sizeof(Hash));
        if (operation->body) bytes += number(sizeof(Salt) + operation->body->bytes.size());
    }
    return bytes;
}

// How many devices the store hears of by it.
std::int64_t count_devices(const PlannedRun& run) {
    return run.fresh.front()->header.sequence == 1 && run.place == RunPlace::continues ? 1 : 0;
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

PushAnswer SqliteStore::append(const EventId& event, const Batch& batch, const Hash& token_hash,
                               std::int64_t now_ms) {
    PushAnswer answer;
    const std::lock_guard lock(mutex_);
    Transaction transaction(database_);
    Chains chains(database_, event);
    const DestroyedRecord destroyed = destroyed_record(event);
    LogPlace place{event, next_position(event, now_ms), now_ms, token_hash};
    for (const Run& run : split_runs(batch.operations, batch.signatures)) {
        const auto plan = plan_run(event, run, batch.signatures, chains);
        if (const auto *refused = std::get_if<RefusedRun>(&plan)) {
            if (refused->kind == RefusalKind::gap) return {PushOutcome::gap, 0, 0, 0};
            return {PushOutcome::refused, 0, 0, 0, *refused};
        }
        const auto& planned = std::get<PlannedRun>(plan);
        answer.known += planned.known;
        if (planned.place == RunPlace::known) continue;
        if (auto fault = find_quota_fault(place, planned)) {
            const OperationHeader& first = planned.fresh.front()->header;
            return {PushOutcome::refused, 0, 0, 0,
                    RefusedRun{first.device, first.sequence, RefusalKind::faulty, *fault}};
        }
        take_run(place, planned, destroyed, answer);
    }
    transaction.commit();
    return answer;
}

std::optional<Error> SqliteStore::find_quota_fault(const LogPlace& place,
                                                   const PlannedRun& run) const {
    const OperationHeader& first = run.fresh.front()->header;
    const std::int64_t bytes = size_of(run);
    Statement select(database_,
                     "SELECT coalesce(sum(bytes), 0), count(*), "
                     "coalesce(sum(CASE WHEN device = ? THEN bytes ELSE 0 END), 0) "
                     "FROM head WHERE event = ?");
    select.bind(view(run.device)).bind(view(place.event));
    Statement brought(database_,
                      "SELECT bytes_brought, devices_brought FROM enrolment WHERE token_hash = ?");
    brought.bind(ByteView(place.token_hash));
    const bool has_token = brought.step();
    if (has_token && (brought.number(0) + bytes > most_token_bytes ||
                      brought.number(1) + count_devices(run) > most_token_devices)) {
        return input_error({"The store takes no more from this token: operation {1} of device {0} "
                            "and what follows it stay where they are. Enrol the device anew."},
                           to_string(run.device), first.sequence);
    }
    const bool is_full =
        select.step() && (select.number(0) + bytes > most_event_bytes ||
                          select.number(1) + count_devices(run) > most_event_devices ||
                          select.number(2) + bytes > most_device_bytes ||
                          run.fresh.back()->header.sequence > most_device_operations);
    if (!is_full) return std::nullopt;
    return input_error({"The store holds as much of this event, or of device {0}, as it may: "
                        "operation {1} and what follows it stay where they are."},
                       to_string(run.device), first.sequence);
}

void SqliteStore::take_run(LogPlace& place, const PlannedRun& run, const DestroyedRecord& destroyed,
                           PushAnswer& answer) {
    if (run.place == RunPlace::contradicts) {
        std::uint64_t kept = 0;
        for (const Operation *operation : run.fresh) {
            insert_quarantined(place.event, *operation, destroyed);
            kept += static_cast<std::uint64_t>(database_.changes());
        }
        answer.quarantined += kept;
        // What was put aside before travels already.
        if (kept == 0) return;
    } else {
        if (run.place == RunPlace::replaces) {
            put_record_aside(place.event, run.fresh.front()->header);
            answer.quarantined += static_cast<std::uint64_t>(database_.changes());
        }
        insert_fresh(place, run, destroyed);
        forget_quarantined(place.event, run);
        answer.added += run.fresh.size();
    }
    insert_run(place, run);
    Statement(database_,
              "UPDATE enrolment SET bytes_brought = bytes_brought + ?, "
              "devices_brought = devices_brought + ? WHERE token_hash = ?")
        .bind(size_of(run))
        .bind(count_devices(run))
        .bind(ByteView(place.token_hash))
        .run();
}

void SqliteStore::insert_fresh(const LogPlace& place, const PlannedRun& run,
                               const DestroyedRecord& destroyed) {
    const EventId& event = place.event;
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
        bind_body(insert, *operation, destroyed);
        insert.run();
        note_meaning(place, header);
    }
    const OperationHeader& last = run.fresh.back()->header;
    Statement(database_,
              "INSERT INTO head(event, device, sequence, chain_hash, lamport, public_key, bytes) "
              "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT(event, device) DO UPDATE SET "
              "sequence = ?3, chain_hash = ?4, lamport = ?5, bytes = bytes + ?7")
        .bind(view(event))
        .bind(view(run.device))
        .bind(number(last.sequence))
        .bind(ByteView(last.chain_hash))
        .bind(number(last.lamport))
        .bind(ByteView(run.key))
        .bind(size_of(run))
        .run();
}

// What the store itself acts upon.
void SqliteStore::note_meaning(const LogPlace& place, const OperationHeader& header) {
    if (has_root(place.event) && Authority::concerns(header.kind)) {
        Statement(database_, "INSERT INTO authority(event, device, sequence) VALUES(?, ?, ?)")
            .bind(view(place.event))
            .bind(view(header.device))
            .bind(number(header.sequence))
            .run();
    }
    if (header.kind == OperationKind::attendee_erased ||
        header.kind == OperationKind::record_purged) {
        Statement(database_,
                  "INSERT INTO erasure(event, device, sequence, heard_ms) VALUES(?, ?, ?, ?)")
            .bind(view(place.event))
            .bind(view(header.device))
            .bind(number(header.sequence))
            .bind(place.now_ms)
            .run();
    }
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
                                     const DestroyedRecord& destroyed) {
    const OperationHeader& header = operation.header;
    Statement insert(database_,
                     "INSERT OR IGNORE INTO quarantine(event, device, sequence, chain_hash, "
                     "header, body) VALUES(?, ?, ?, ?, ?, ?)");
    insert.bind(view(event))
        .bind(view(header.device))
        .bind(number(header.sequence))
        .bind(ByteView(header.chain_hash))
        .bind(ByteView(encode_header_core(header)));
    bind_body(insert, operation, destroyed);
    insert.run();
}

void SqliteStore::forget_quarantined(const EventId& event, const PlannedRun& run) {
    Statement(database_,
              "DELETE FROM quarantine WHERE event = ? AND device = ? AND EXISTS(SELECT 1 FROM "
              "operation WHERE operation.event = quarantine.event AND operation.device = "
              "quarantine.device AND operation.sequence = quarantine.sequence AND "
              "operation.chain_hash = quarantine.chain_hash)")
        .bind(view(event))
        .bind(view(run.device))
        .run();
}

void SqliteStore::put_record_aside(const EventId& event, const OperationHeader& first) {
    for (const char *sql :
         {"INSERT OR IGNORE INTO quarantine(event, device, sequence, chain_hash, header, body) "
          "SELECT event, device, sequence, chain_hash, header, body FROM operation "
          "WHERE event = ? AND device = ? AND sequence >= ?",
          "DELETE FROM authority WHERE event = ? AND device = ? AND sequence >= ?",
          "DELETE FROM erasure WHERE event = ? AND device = ? AND sequence >= ?",
          "DELETE FROM operation WHERE event = ? AND device = ? AND sequence >= ?"}) {
        Statement(database_, sql)
            .bind(view(event))
            .bind(view(first.device))
            .bind(number(first.sequence))
            .run();
    }
}

std::uint64_t SqliteStore::next_position(const EventId& event, std::int64_t now_ms) const {
    Statement select(database_, "SELECT max(position) FROM run WHERE event = ?");
    select.bind(view(event));
    const std::int64_t last = select.step() ? select.number(0) : 0;
    return static_cast<std::uint64_t>(std::max(last + 1, now_ms));
}

}  // namespace stormote
