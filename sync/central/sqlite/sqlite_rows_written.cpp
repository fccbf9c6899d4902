// SqliteRows: what is written.
#include "sync/central/sqlite/sqlite_rows.h"

namespace stormote {

namespace {

void bind_body(Statement& statement, const SaltedBody *body) {
    if (body != nullptr) {
        statement.bind(ByteView(join_body(*body)));
    } else {
        statement.bind_null();
    }
}

}  // namespace

void SqliteRows::insert_record(const std::vector<KeptOperation>& operations) {
    Statement insert(database_,
                     "INSERT INTO operation(event, device, sequence, header, chain_hash, body) "
                     "VALUES(?, ?, ?, ?, ?, ?)");
    for (const KeptOperation& operation : operations) {
        const OperationHeader& header = *operation.header;
        insert.bind(view(event()))
            .bind(view(header.device))
            .bind(number(header.sequence))
            .bind(ByteView(encode_header_core(header)))
            .bind(ByteView(header.chain_hash));
        bind_body(insert, operation.body);
        insert.run();
    }
}

void SqliteRows::move_head(const HeadMove& move) {
    Statement(database_,
              "INSERT INTO head(event, device, sequence, chain_hash, lamport, public_key, bytes) "
              "VALUES(?1, ?2, ?3, ?4, ?5, ?6, ?7) ON CONFLICT(event, device) DO UPDATE SET "
              "sequence = ?3, chain_hash = ?4, lamport = ?5, bytes = bytes + ?7")
        .bind(view(event()))
        .bind(view(move.last.device))
        .bind(number(move.last.sequence))
        .bind(ByteView(move.last.chain_hash))
        .bind(number(move.last.lamport))
        .bind(ByteView(move.key))
        .bind(move.bytes)
        .run();
}

std::uint64_t SqliteRows::insert_aside(const std::vector<KeptOperation>& operations) {
    Statement insert(database_,
                     "INSERT OR IGNORE INTO quarantine(event, device, sequence, chain_hash, "
                     "header, body) VALUES(?, ?, ?, ?, ?, ?)");
    std::uint64_t added = 0;
    for (const KeptOperation& operation : operations) {
        const OperationHeader& header = *operation.header;
        insert.bind(view(event()))
            .bind(view(header.device))
            .bind(number(header.sequence))
            .bind(ByteView(header.chain_hash))
            .bind(ByteView(encode_header_core(header)));
        bind_body(insert, operation.body);
        insert.run();
        added += static_cast<std::uint64_t>(database_.changes());
    }
    return added;
}

std::uint64_t SqliteRows::put_record_aside(const DeviceId& device, std::uint64_t first) {
    for (const char *sql :
         {"INSERT OR IGNORE INTO quarantine(event, device, sequence, chain_hash, header, body) "
          "SELECT event, device, sequence, chain_hash, header, body FROM operation "
          "WHERE event = ? AND device = ? AND sequence >= ?",
          "DELETE FROM authority WHERE event = ? AND device = ? AND sequence >= ?",
          "DELETE FROM erasure WHERE event = ? AND device = ? AND sequence >= ?",
          "DELETE FROM operation WHERE event = ? AND device = ? AND sequence >= ?"}) {
        run_at(sql, {device, first});
    }
    return static_cast<std::uint64_t>(database_.changes());
}

void SqliteRows::forget_aside(const DeviceId& device) {
    Statement(database_,
              "DELETE FROM quarantine WHERE event = ? AND device = ? AND EXISTS(SELECT 1 FROM "
              "operation WHERE operation.event = quarantine.event AND operation.device = "
              "quarantine.device AND operation.sequence = quarantine.sequence AND "
              "operation.chain_hash = quarantine.chain_hash)")
        .bind(view(event()))
        .bind(view(device))
        .run();
}

void SqliteRows::insert_log(const LogRun& run) {
    Statement(database_,
              "INSERT INTO run(event, position, device, first_sequence, last_sequence, signature, "
              "tip) VALUES(?, ?, ?, ?, ?, ?, ?)")
        .bind(view(event()))
        .bind(number(run.position))
        .bind(view(run.device))
        .bind(number(run.first))
        .bind(number(run.last))
        .bind(ByteView(run.signature))
        .bind(ByteView(run.tip))
        .run();
}

void SqliteRows::add_token_use(const Hash& token_hash, const StoreUse& use, std::int64_t seen_ms) {
    Statement(database_,
              "UPDATE enrolment SET bytes_brought = bytes_brought + ?, "
              "devices_brought = devices_brought + ?, used_ms = max(used_ms, ?) "
              "WHERE token_hash = ?")
        .bind(use.bytes)
        .bind(use.devices)
        .bind(seen_ms)
        .bind(ByteView(token_hash))
        .run();
}

void SqliteRows::note_authority(const OperationPlace& place) {
    run_at("INSERT INTO authority(event, device, sequence) VALUES(?, ?, ?)", place);
}

void SqliteRows::note_erasure(const OperationPlace& place, std::int64_t heard_ms) {
    Statement(database_,
              "INSERT INTO erasure(event, device, sequence, heard_ms) VALUES(?, ?, ?, ?)")
        .bind(view(event()))
        .bind(view(place.device))
        .bind(number(place.sequence))
        .bind(heard_ms)
        .run();
}

void SqliteRows::forget_erasure(const OperationPlace& place) {
    run_at("DELETE FROM erasure WHERE event = ? AND device = ? AND sequence = ?", place);
}

void SqliteRows::run_at(const char *sql, const OperationPlace& place) {
    Statement(database_, sql)
        .bind(view(event()))
        .bind(view(place.device))
        .bind(number(place.sequence))
        .run();
}

void SqliteRows::note_destroyed(const DestroyedRecord& destroyed) {
    const auto note = [&](const char *sql, const Uuid& id) {
        Statement(database_, sql).bind(view(event())).bind(ByteView(id.bytes)).run();
    };
    for (const OperationId& operation : destroyed.operations) {
        note("INSERT OR IGNORE INTO purged(event, operation) VALUES(?, ?)", operation.value);
    }
    for (const AttendeeId& person : destroyed.persons) {
        note("INSERT OR IGNORE INTO erased(event, attendee) VALUES(?, ?)", person.value);
    }
}

void SqliteRows::remove_bodies(const BodyTest& is_removed) {
    remove_bodies_of(
        "SELECT device, sequence, chain_hash, header, body FROM operation "
        "WHERE event = ? AND body IS NOT NULL",
        "UPDATE operation SET body = NULL "
        "WHERE event = ? AND device = ? AND sequence = ? AND chain_hash = ?",
        is_removed);
    remove_bodies_of(
        "SELECT device, sequence, chain_hash, header, body FROM quarantine "
        "WHERE event = ? AND body IS NOT NULL",
        "UPDATE quarantine SET body = NULL "
        "WHERE event = ? AND device = ? AND sequence = ? AND chain_hash = ?",
        is_removed);
}

void SqliteRows::remove_bodies_of(const char *rows, const char *removal,
                                  const BodyTest& is_removed) {
    struct Key {
        OperationPlace place;
        Hash chain_hash;
    };
    std::vector<Key> found;
    Statement select(database_, rows);
    select.bind(view(event()));
    while (select.step()) {
        const auto header = decode_header_core(select.blob(3));
        if (!header || select.blob(4).size() < sizeof(Salt)) fail_damaged();
        if (!is_removed(*header, select.blob(4).subspan(sizeof(Salt)))) continue;
        found.push_back(
            {{DeviceId{Uuid{array<16>(select, 0)}}, static_cast<std::uint64_t>(select.number(1))},
             array<32>(select, 2)});
    }
    Statement update(database_, removal);
    for (const Key& key : found) {
        update.bind(view(event()))
            .bind(view(key.place.device))
            .bind(number(key.place.sequence))
            .bind(ByteView(key.chain_hash))
            .run();
    }
}

}  // namespace stormote
