// PostgresRows: what is read.
#include "sync/central/postgres/postgres_rows.h"

namespace stormote {

void fail_damaged_database() {
    throw MachineFailure(machine_error(
        {"The store in the database is damaged. Keep the database as it is, and restore its last "
         "copy: the devices bring back what is missing."}));
}

PgValues PostgresRows::with_event() const {
    return PgValues().add(ByteView(event().value.bytes));
}

PgValues PostgresRows::at(const DeviceId& device, std::uint64_t sequence) const {
    return with_event().add(ByteView(device.value.bytes)).add(signed_number(sequence));
}

void PostgresRows::lock_event() {
    const char *lock = "SELECT timeline <> this_timeline() FROM event WHERE event = $1 FOR UPDATE";
    PgRows locked = connection_.query(lock, with_event());
    if (locked.empty()) {
        connection_.query("INSERT INTO event(event) VALUES($1) ON CONFLICT DO NOTHING",
                          with_event());
        locked = connection_.query(lock, with_event());
        if (locked.empty()) fail_damaged();
    }
    is_other_timeline_ = locked.number(0, 0) != 0;
}

bool PostgresRows::is_removed() {
    return connection_.query("SELECT is_removed($1)", with_event()).number(0, 0) != 0;
}

PostgresRows::Head& PostgresRows::head_of(const DeviceId& device) {
    const auto [found, is_new] = heads_.try_emplace(device);
    if (!is_new) return found->second;
    const PgRows rows = connection_.query(
        "SELECT sequence, chain_hash, lamport, public_key, bytes, EXISTS(SELECT 1 FROM quarantine "
        "WHERE quarantine.event = $1 AND quarantine.device = $2) FROM head "
        "WHERE event = $1 AND device = $2",
        with_event().add(ByteView(device.value.bytes)));
    if (!rows.empty()) {
        found->second = {static_cast<std::uint64_t>(rows.number(0, 0)),
                         {array_in<32>(rows, 0, 1), static_cast<std::uint64_t>(rows.number(0, 2))},
                         array_in<32>(rows, 0, 3),
                         rows.number(0, 4),
                         rows.number(0, 5) != 0};
    }
    return found->second;
}

KnownChain PostgresRows::chain_of(const DeviceId& device) {
    const Head& head = head_of(device);
    return {head.sequence, head.key};
}

std::optional<ChainLink> PostgresRows::link_at(const DeviceId& device, std::uint64_t sequence) {
    const Head& head = head_of(device);
    if (sequence > head.sequence) return std::nullopt;
    if (sequence == head.sequence && sequence != 0) return head.link;
    const auto links = links_in(
        "SELECT chain_hash, header FROM operation "
        "WHERE event = $1 AND device = $2 AND sequence = $3",
        device, sequence);
    return links.empty() ? std::nullopt : std::optional(links.front());
}

std::vector<ChainLink> PostgresRows::quarantined_at(const DeviceId& device,
                                                    std::uint64_t sequence) {
    return links_in(
        "SELECT chain_hash, header FROM quarantine "
        "WHERE event = $1 AND device = $2 AND sequence = $3",
        device, sequence);
}

std::vector<ChainLink> PostgresRows::links_in(const char *sql, const DeviceId& device,
                                              std::uint64_t sequence) {
    if (moved_.contains(device)) flush();
    const PgRows rows = connection_.query(sql, at(device, sequence));
    std::vector<ChainLink> links;
    for (int row = 0; row < rows.count(); ++row) {
        const auto header = decode_header_core(rows.blob(row, 1));
        if (!header) fail_damaged();
        links.push_back({array_in<32>(rows, row, 0), header->lamport});
    }
    return links;
}

StoreUse PostgresRows::event_use() {
    flush();
    const PgRows rows = connection_.query(
        "SELECT coalesce(sum(bytes), 0)::bigint, count(*), "
        "(SELECT coalesce(max(position), 0) FROM run WHERE run.event = $1) "
        "FROM head WHERE event = $1",
        with_event());
    // Asked for next, by whoever takes a batch.
    last_position_ = static_cast<std::uint64_t>(rows.number(0, 2));
    return {rows.number(0, 0), rows.number(0, 1)};
}

std::int64_t PostgresRows::device_bytes(const DeviceId& device) {
    return head_of(device).bytes;
}

std::vector<StoreHead> PostgresRows::heads() {
    flush();
    const PgRows rows = connection_.query(
        "SELECT device, sequence, chain_hash FROM head WHERE event = $1 ORDER BY device",
        with_event());
    std::vector<StoreHead> heads;
    for (int row = 0; row < rows.count(); ++row) {
        heads.push_back({DeviceId{Uuid{array_in<16>(rows, row, 0)}},
                         static_cast<std::uint64_t>(rows.number(row, 1)),
                         array_in<32>(rows, row, 2)});
    }
    return heads;
}

std::uint64_t PostgresRows::count_quarantined() {
    flush();
    const PgRows rows =
        connection_.query("SELECT count(*) FROM quarantine WHERE event = $1", with_event());
    return static_cast<std::uint64_t>(rows.number(0, 0));
}

std::vector<Operation> PostgresRows::operations_in(const PgRows& rows) const {
    std::vector<Operation> operations;
    for (int row = 0; row < rows.count(); ++row) {
        const auto header = decode_header_core(rows.blob(row, 0));
        if (!header) fail_damaged();
        Operation& operation = operations.emplace_back(Operation{*header, std::nullopt});
        operation.header.chain_hash = array_in<32>(rows, row, 1);
        if (rows.is_null(row, 2)) continue;
        operation.body = split_body(rows.blob(row, 2));
        if (!operation.body) fail_damaged();
    }
    return operations;
}

std::vector<Operation> PostgresRows::record_of(const DeviceId& device, std::uint64_t first,
                                               std::uint64_t last) {
    flush();
    return operations_in(connection_.query(
        "SELECT header, chain_hash, body FROM operation WHERE event = $1 AND device = $2 "
        "AND sequence BETWEEN $3 AND $4 ORDER BY sequence",
        at(device, first).add(signed_number(last))));
}

std::vector<Operation> PostgresRows::put_aside_at(const DeviceId& device, std::uint64_t sequence) {
    flush();
    return operations_in(
        connection_.query("SELECT header, chain_hash, body FROM quarantine "
                          "WHERE event = $1 AND device = $2 AND sequence = $3 ORDER BY chain_hash",
                          at(device, sequence)));
}

std::uint64_t PostgresRows::last_position() {
    if (last_position_) return *last_position_;
    flush();
    const PgRows rows = connection_.query(
        "SELECT coalesce(max(position), 0) FROM run WHERE event = $1", with_event());
    return static_cast<std::uint64_t>(rows.number(0, 0));
}

std::int64_t PostgresRows::position_lead_ms() {
    // Positions are times of servers, whose clocks differ by less.
    constexpr std::int64_t hour_ms = 3'600'000;
    return is_other_timeline_ ? hour_ms : 0;
}

bool PostgresRows::has_position(std::uint64_t position) {
    return !connection_
                .query("SELECT 1 FROM run WHERE event = $1 AND position = $2 LIMIT 1",
                       with_event().add(signed_number(position)))
                .empty();
}

std::vector<LogRun> PostgresRows::log_after(std::uint64_t position, const DeviceId& device,
                                            std::size_t most) {
    const PgRows rows = connection_.query(
        "SELECT position, device, first_sequence, last_sequence, signature, tip FROM run "
        "WHERE event = $1 AND (position, device) > ($2, $3) ORDER BY position, device LIMIT $4",
        with_event()
            .add(signed_number(position))
            .add(ByteView(device.value.bytes))
            .add(signed_number(most)));
    std::vector<LogRun> runs;
    for (int row = 0; row < rows.count(); ++row) {
        runs.push_back({static_cast<std::uint64_t>(rows.number(row, 0)),
                        DeviceId{Uuid{array_in<16>(rows, row, 1)}},
                        static_cast<std::uint64_t>(rows.number(row, 2)),
                        static_cast<std::uint64_t>(rows.number(row, 3)), array_in<64>(rows, row, 4),
                        array_in<32>(rows, row, 5)});
    }
    return runs;
}

std::optional<TokenUse> PostgresRows::token_use(const Hash& token_hash) {
    const PgRows rows = connection_.query(
        "SELECT bytes_brought, devices_brought, role FROM enrolment WHERE event = $1 AND "
        "token_hash = $2",
        with_event().add(ByteView(token_hash)));
    if (rows.empty()) return std::nullopt;
    return TokenUse{{rows.number(0, 0), rows.number(0, 1)}, rows.text(0, 2)};
}

std::vector<OperationPlace> PostgresRows::places_in(const PgRows& rows) const {
    std::vector<OperationPlace> places;
    for (int row = 0; row < rows.count(); ++row) {
        places.push_back({DeviceId{Uuid{array_in<16>(rows, row, 0)}},
                          static_cast<std::uint64_t>(rows.number(row, 1))});
    }
    return places;
}

std::vector<OperationPlace> PostgresRows::authority_places() {
    return places_in(
        connection_.query("SELECT device, sequence FROM authority WHERE event = $1", with_event()));
}

std::vector<OperationPlace> PostgresRows::erasures_until(std::int64_t heard_ms) {
    return places_in(connection_.query(
        "SELECT device, sequence FROM erasure WHERE event = $1 AND heard_ms <= $2",
        with_event().add(heard_ms)));
}

DestroyedRecord PostgresRows::destroyed() {
    const PgRows rows = connection_.query(
        "SELECT true, attendee FROM erased WHERE event = $1 "
        "UNION ALL SELECT false, operation FROM purged WHERE event = $1",
        with_event());
    DestroyedRecord destroyed;
    for (int row = 0; row < rows.count(); ++row) {
        const Uuid id{array_in<16>(rows, row, 1)};
        if (rows.number(row, 0) != 0) {
            destroyed.persons.insert(AttendeeId{id});
        } else {
            destroyed.operations.insert(OperationId{id});
        }
    }
    return destroyed;
}

}  // namespace stormote
