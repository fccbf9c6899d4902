// SqliteRows: what is read.
#include "sync/central/sqlite/sqlite_rows.h"

namespace stormote {

KnownChain SqliteRows::chain_of(const DeviceId& device) {
    Statement select(database_,
                     "SELECT sequence, public_key FROM head WHERE event = ? AND device = ?");
    select.bind(view(event())).bind(view(device));
    if (!select.step()) return {};
    return {static_cast<std::uint64_t>(select.number(0)), array<32>(select, 1)};
}

std::optional<ChainLink> SqliteRows::link_at(const DeviceId& device, std::uint64_t sequence) {
    const auto links = links_in(
        "SELECT chain_hash, header FROM operation WHERE event = ? AND device = ? AND sequence = ?",
        device, sequence);
    return links.empty() ? std::nullopt : std::optional(links.front());
}

std::vector<ChainLink> SqliteRows::quarantined_at(const DeviceId& device, std::uint64_t sequence) {
    return links_in(
        "SELECT chain_hash, header FROM quarantine WHERE event = ? AND device = ? AND sequence = ?",
        device, sequence);
}

std::vector<ChainLink> SqliteRows::links_in(const char *sql, const DeviceId& device,
                                            std::uint64_t sequence) const {
    Statement select(database_, sql);
    select.bind(view(event())).bind(view(device)).bind(number(sequence));
    std::vector<ChainLink> links;
    while (select.step()) {
        const auto header = decode_header_core(select.blob(1));
        if (!header) fail_damaged();
        links.push_back({array<32>(select, 0), header->lamport});
    }
    return links;
}

StoreUse SqliteRows::event_use() {
    Statement select(database_,
                     "SELECT coalesce(sum(bytes), 0), count(*) FROM head WHERE event = ?");
    select.bind(view(event()));
    return select.step() ? StoreUse{select.number(0), select.number(1)} : StoreUse{};
}

std::int64_t SqliteRows::device_bytes(const DeviceId& device) {
    Statement select(database_, "SELECT bytes FROM head WHERE event = ? AND device = ?");
    select.bind(view(event())).bind(view(device));
    return select.step() ? select.number(0) : 0;
}

std::vector<StoreHead> SqliteRows::heads() {
    Statement rows(database_, "SELECT device, sequence, chain_hash FROM head WHERE event = ?");
    rows.bind(view(event()));
    std::vector<StoreHead> heads;
    while (rows.step()) {
        heads.push_back({DeviceId{Uuid{array<16>(rows, 0)}},
                         static_cast<std::uint64_t>(rows.number(1)), array<32>(rows, 2)});
    }
    return heads;
}

std::uint64_t SqliteRows::count_quarantined() {
    Statement select(database_, "SELECT count(*) FROM quarantine WHERE event = ?");
    select.bind(view(event()));
    return select.step() ? static_cast<std::uint64_t>(select.number(0)) : 0;
}

Operation SqliteRows::operation_in(const Statement& row) const {
    const auto header = decode_header_core(row.blob(0));
    if (!header) fail_damaged();
    Operation operation{*header, std::nullopt};
    operation.header.chain_hash = array<32>(row, 1);
    if (row.is_null(2)) return operation;
    operation.body = split_body(row.blob(2));
    if (!operation.body) fail_damaged();
    return operation;
}

std::vector<Operation> SqliteRows::record_of(const DeviceId& device, std::uint64_t first,
                                             std::uint64_t last) {
    Statement rows(database_,
                   "SELECT header, chain_hash, body FROM operation WHERE event = ? AND device = ? "
                   "AND sequence BETWEEN ? AND ? ORDER BY sequence");
    rows.bind(view(event())).bind(view(device)).bind(number(first)).bind(number(last));
    std::vector<Operation> operations;
    while (rows.step()) operations.push_back(operation_in(rows));
    return operations;
}

std::vector<Operation> SqliteRows::put_aside_at(const DeviceId& device, std::uint64_t sequence) {
    Statement rows(database_,
                   "SELECT header, chain_hash, body FROM quarantine "
                   "WHERE event = ? AND device = ? AND sequence = ?");
    rows.bind(view(event())).bind(view(device)).bind(number(sequence));
    std::vector<Operation> operations;
    while (rows.step()) operations.push_back(operation_in(rows));
    return operations;
}

std::uint64_t SqliteRows::last_position() {
    Statement select(database_, "SELECT max(position) FROM run WHERE event = ?");
    select.bind(view(event()));
    return select.step() ? static_cast<std::uint64_t>(select.number(0)) : 0;
}

bool SqliteRows::has_position(std::uint64_t position) {
    Statement select(database_, "SELECT 1 FROM run WHERE event = ? AND position = ? LIMIT 1");
    select.bind(view(event())).bind(number(position));
    return select.step();
}

std::vector<LogRun> SqliteRows::log_after(std::uint64_t position, const DeviceId& device,
                                          std::size_t most) {
    Statement rows(
        database_,
        "SELECT position, device, first_sequence, last_sequence, signature, tip FROM run "
        "WHERE event = ? AND (position, device) > (?, ?) ORDER BY position, device LIMIT ?");
    rows.bind(view(event())).bind(number(position)).bind(view(device)).bind(number(most));
    std::vector<LogRun> runs;
    while (rows.step()) {
        runs.push_back(
            {static_cast<std::uint64_t>(rows.number(0)), DeviceId{Uuid{array<16>(rows, 1)}},
             static_cast<std::uint64_t>(rows.number(2)), static_cast<std::uint64_t>(rows.number(3)),
             array<64>(rows, 4), array<32>(rows, 5)});
    }
    return runs;
}

std::optional<TokenUse> SqliteRows::token_use(const Hash& token_hash) {
    Statement select(
        database_,
        "SELECT bytes_brought, devices_brought, role FROM enrolment WHERE token_hash = ?");
    select.bind(ByteView(token_hash));
    if (!select.step()) return std::nullopt;
    return TokenUse{{select.number(0), select.number(1)}, select.text(2)};
}

std::vector<OperationPlace> SqliteRows::places_in(Statement& rows) const {
    std::vector<OperationPlace> places;
    while (rows.step()) {
        places.push_back(
            {DeviceId{Uuid{array<16>(rows, 0)}}, static_cast<std::uint64_t>(rows.number(1))});
    }
    return places;
}

std::vector<OperationPlace> SqliteRows::authority_places() {
    Statement rows(database_, "SELECT device, sequence FROM authority WHERE event = ?");
    rows.bind(view(event()));
    return places_in(rows);
}

std::vector<OperationPlace> SqliteRows::erasures_until(std::int64_t heard_ms) {
    Statement rows(database_,
                   "SELECT device, sequence FROM erasure WHERE event = ? AND heard_ms <= ?");
    rows.bind(view(event())).bind(heard_ms);
    return places_in(rows);
}

DestroyedRecord SqliteRows::destroyed() {
    DestroyedRecord destroyed;
    const auto read = [&](const char *sql, auto& ids) {
        using Id = typename std::remove_cvref_t<decltype(ids)>::value_type;
        Statement select(database_, sql);
        select.bind(view(event()));
        while (select.step()) ids.insert(Id{Uuid{array<16>(select, 0)}});
    };
    read("SELECT attendee FROM erased WHERE event = ?", destroyed.persons);
    read("SELECT operation FROM purged WHERE event = ?", destroyed.operations);
    return destroyed;
}

}  // namespace stormote
