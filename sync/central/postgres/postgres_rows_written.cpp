// PostgresRows: what is written.
#include <utility>

#include "sync/central/postgres/postgres_rows.h"

namespace stormote {

void PostgresRows::insert_record(const std::vector<KeptOperation>& operations) {
    for (const KeptOperation& operation : operations) {
        const OperationHeader& header = *operation.header;
        fresh_.begin_row(6);
        fresh_.add(ByteView(event().value.bytes));
        fresh_.add(ByteView(header.device.value.bytes));
        fresh_.add(signed_number(header.sequence));
        fresh_.add(ByteView(encode_header_core(header)));
        fresh_.add(ByteView(header.chain_hash));
        if (operation.body != nullptr) {
            fresh_.add(ByteView(join_body(*operation.body)));
        } else {
            fresh_.add_null();
        }
    }
}

void PostgresRows::move_head(const HeadMove& move) {
    Head& head = head_of(move.last.device);
    head.sequence = move.last.sequence;
    head.link = {move.last.chain_hash, move.last.lamport};
    head.key = move.key;
    head.bytes += move.bytes;
    moved_.insert(move.last.device);
}

void PostgresRows::insert_log(const LogRun& run) {
    log_.push_back(run);
    last_position_.reset();
}

void PostgresRows::forget_aside(const DeviceId& device) {
    if (head_of(device).has_aside) forgotten_.insert(device);
}

void PostgresRows::flush() {
    flush_operations();
    flush_heads();
    flush_log();
    flush_forgotten();
}

void PostgresRows::flush_operations() {
    if (fresh_.rows() == 0) return;
    // What is here already was told apart before, and the lock of the event keeps others away: a
    // key that is there nevertheless ends the transaction, and nothing of the push is kept.
    connection_.copy_in(
        "COPY operation_written(event, device, sequence, header, chain_hash, body) FROM STDIN "
        "(FORMAT binary)",
        fresh_.finish());
    fresh_.clear();
}

void PostgresRows::flush_heads() {
    if (moved_.empty()) return;
    std::vector<Bytes> devices;
    std::vector<Bytes> chain_hashes;
    std::vector<Bytes> keys;
    std::vector<std::int64_t> sequences;
    std::vector<std::int64_t> lamports;
    std::vector<std::int64_t> bytes;
    for (const DeviceId& device : moved_) {
        const Head& head = heads_.at(device);
        devices.push_back(copy_bytes(device.value.bytes));
        chain_hashes.push_back(copy_bytes(head.link.chain_hash));
        keys.push_back(copy_bytes(head.key));
        sequences.push_back(signed_number(head.sequence));
        lamports.push_back(signed_number(head.link.lamport));
        bytes.push_back(head.bytes);
    }
    moved_.clear();
    connection_.query(
        "INSERT INTO head(event, device, chain_hash, public_key, sequence, lamport, bytes) "
        "SELECT $1, * FROM unnest($2::bytea[], $3::bytea[], $4::bytea[], $5::bigint[], "
        "$6::bigint[], $7::bigint[]) ON CONFLICT(event, device) DO UPDATE SET "
        "sequence = excluded.sequence, chain_hash = excluded.chain_hash, "
        "lamport = excluded.lamport, bytes = excluded.bytes",
        with_event()
            .add_all(devices)
            .add_all(chain_hashes)
            .add_all(keys)
            .add_all(sequences)
            .add_all(lamports)
            .add_all(bytes));
}

void PostgresRows::flush_log() {
    if (log_.empty()) return;
    std::vector<Bytes> devices;
    std::vector<Bytes> signatures;
    std::vector<Bytes> tips;
    std::vector<std::int64_t> positions;
    std::vector<std::int64_t> firsts;
    std::vector<std::int64_t> lasts;
    for (const LogRun& run : log_) {
        devices.push_back(copy_bytes(run.device.value.bytes));
        signatures.push_back(copy_bytes(run.signature));
        tips.push_back(copy_bytes(run.tip));
        positions.push_back(signed_number(run.position));
        firsts.push_back(signed_number(run.first));
        lasts.push_back(signed_number(run.last));
    }
    log_.clear();
    connection_.query(
        "INSERT INTO run(event, device, signature, tip, position, first_sequence, last_sequence) "
        "SELECT $1, * FROM unnest($2::bytea[], $3::bytea[], $4::bytea[], $5::bigint[], "
        "$6::bigint[], $7::bigint[])",
        with_event()
            .add_all(devices)
            .add_all(signatures)
            .add_all(tips)
            .add_all(positions)
            .add_all(firsts)
            .add_all(lasts));
    if (!std::exchange(is_other_timeline_, false)) return;
    connection_.query("UPDATE event SET timeline = this_timeline() WHERE event = $1", with_event());
}

void PostgresRows::flush_forgotten() {
    if (forgotten_.empty()) return;
    std::vector<Bytes> devices;
    for (const DeviceId& device : forgotten_) devices.push_back(copy_bytes(device.value.bytes));
    forgotten_.clear();
    connection_.query(
        "DELETE FROM quarantine WHERE event = $1 AND device = ANY($2) AND EXISTS(SELECT 1 FROM "
        "operation WHERE operation.event = quarantine.event AND operation.device = "
        "quarantine.device AND operation.sequence = quarantine.sequence AND "
        "operation.chain_hash = quarantine.chain_hash)",
        with_event().add_all(devices));
}

std::uint64_t PostgresRows::insert_aside(const std::vector<KeptOperation>& operations) {
    flush();
    std::vector<Bytes> devices;
    std::vector<std::int64_t> sequences;
    std::vector<Bytes> chain_hashes;
    std::vector<Bytes> headers;
    std::vector<std::optional<Bytes>> bodies;
    for (const KeptOperation& operation : operations) {
        const OperationHeader& header = *operation.header;
        devices.push_back(copy_bytes(header.device.value.bytes));
        sequences.push_back(signed_number(header.sequence));
        chain_hashes.push_back(copy_bytes(header.chain_hash));
        headers.push_back(encode_header_core(header));
        bodies.push_back(operation.body == nullptr ? std::nullopt
                                                   : std::optional(join_body(*operation.body)));
        head_of(header.device).has_aside = true;
    }
    const PgRows rows = connection_.query(
        "INSERT INTO quarantine(event, device, sequence, chain_hash, header, body) "
        "SELECT $1, * FROM unnest($2::bytea[], $3::bigint[], $4::bytea[], $5::bytea[], "
        "$6::bytea[]) ON CONFLICT DO NOTHING",
        with_event()
            .add_all(devices)
            .add_all(sequences)
            .add_all(chain_hashes)
            .add_all(headers)
            .add_all(bodies));
    return static_cast<std::uint64_t>(rows.changes());
}

std::uint64_t PostgresRows::put_record_aside(const DeviceId& device, std::uint64_t first) {
    flush();
    head_of(device).has_aside = true;
    std::int64_t moved = 0;
    for (const char *sql :
         {"INSERT INTO quarantine(event, device, sequence, chain_hash, header, body) "
          "SELECT event, device, sequence, chain_hash, header, body FROM operation "
          "WHERE event = $1 AND device = $2 AND sequence >= $3 ON CONFLICT DO NOTHING",
          "DELETE FROM authority WHERE event = $1 AND device = $2 AND sequence >= $3",
          "DELETE FROM erasure WHERE event = $1 AND device = $2 AND sequence >= $3",
          "DELETE FROM operation WHERE event = $1 AND device = $2 AND sequence >= $3"}) {
        moved = connection_.query(sql, at(device, first)).changes();
    }
    return static_cast<std::uint64_t>(moved);
}

void PostgresRows::add_token_use(const Hash& token_hash, const StoreUse& use,
                                 std::int64_t seen_ms) {
    connection_.query(
        "UPDATE enrolment SET bytes_brought = bytes_brought + $3, "
        "devices_brought = devices_brought + $4, used_ms = greatest(used_ms, $5) "
        "WHERE event = $1 AND token_hash = $2",
        with_event().add(ByteView(token_hash)).add(use.bytes).add(use.devices).add(seen_ms));
}

void PostgresRows::note_authority(const OperationPlace& place) {
    connection_.query("INSERT INTO authority(event, device, sequence) VALUES($1, $2, $3)",
                      at(place.device, place.sequence));
}

void PostgresRows::note_erasure(const OperationPlace& place, std::int64_t heard_ms) {
    connection_.query(
        "INSERT INTO erasure(event, device, sequence, heard_ms) "
        "VALUES($1, $2, $3, $4)",
        at(place.device, place.sequence).add(heard_ms));
}

void PostgresRows::forget_erasure(const OperationPlace& place) {
    connection_.query("DELETE FROM erasure WHERE event = $1 AND device = $2 AND sequence = $3",
                      at(place.device, place.sequence));
}

void PostgresRows::note_destroyed(const DestroyedRecord& destroyed) {
    const auto note = [&](const char *sql, const auto& ids) {
        std::vector<Bytes> named;
        for (const auto& id : ids) named.push_back(copy_bytes(id.value.bytes));
        connection_.query(sql, with_event().add_all(named));
    };
    note(
        "INSERT INTO purged(event, operation) SELECT $1, * FROM unnest($2::bytea[]) "
        "ON CONFLICT DO NOTHING",
        destroyed.operations);
    note(
        "INSERT INTO erased(event, attendee) SELECT $1, * FROM unnest($2::bytea[]) "
        "ON CONFLICT DO NOTHING",
        destroyed.persons);
}

void PostgresRows::remove_bodies(const BodyTest& is_removed) {
    flush();
    remove_bodies_of(
        "SELECT device, sequence, chain_hash, header, body FROM operation "
        "WHERE event = $1 AND (device, sequence, chain_hash) > ($2, $3, $4) AND body IS NOT NULL "
        "ORDER BY device, sequence, chain_hash LIMIT 200",
        "UPDATE operation SET body = NULL WHERE event = $1 AND (device, sequence, chain_hash) IN "
        "(SELECT * FROM unnest($2::bytea[], $3::bigint[], $4::bytea[]))",
        is_removed);
    remove_bodies_of(
        "SELECT device, sequence, chain_hash, header, body FROM quarantine "
        "WHERE event = $1 AND (device, sequence, chain_hash) > ($2, $3, $4) AND body IS NOT NULL "
        "ORDER BY device, sequence, chain_hash LIMIT 200",
        "UPDATE quarantine SET body = NULL WHERE event = $1 AND (device, sequence, chain_hash) IN "
        "(SELECT * FROM unnest($2::bytea[], $3::bigint[], $4::bytea[]))",
        is_removed);
}

PgValues PostgresRows::named(const std::vector<BodyPlace>& places) const {
    std::vector<Bytes> devices;
    std::vector<std::int64_t> sequences;
    std::vector<Bytes> chain_hashes;
    for (const BodyPlace& named : places) {
        devices.push_back(copy_bytes(named.place.device.value.bytes));
        sequences.push_back(signed_number(named.place.sequence));
        chain_hashes.push_back(copy_bytes(named.chain_hash));
    }
    return with_event().add_all(devices).add_all(sequences).add_all(chain_hashes);
}

void PostgresRows::remove_bodies_of(const char *rows, const char *removal,
                                    const BodyTest& is_removed) {
    BodyPlace last;
    for (;;) {
        const PgRows found = connection_.query(
            rows, at(last.place.device, last.place.sequence).add(ByteView(last.chain_hash)));
        if (found.empty()) return;
        std::vector<BodyPlace> removed;
        for (int row = 0; row < found.count(); ++row) {
            const auto header = decode_header_core(found.blob(row, 3));
            const ByteView body = found.blob(row, 4);
            if (!header || body.size() < sizeof(Salt)) fail_damaged();
            last = {{DeviceId{Uuid{array_in<16>(found, row, 0)}},
                     static_cast<std::uint64_t>(found.number(row, 1))},
                    array_in<32>(found, row, 2)};
            if (is_removed(*header, body.subspan(sizeof(Salt)))) removed.push_back(last);
        }
        if (!removed.empty()) connection_.query(removal, named(removed));
    }
}

}  // namespace stormote
