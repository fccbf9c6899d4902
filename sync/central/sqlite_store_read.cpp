// SqliteStore: what it tells of its record.
#include <algorithm>
#include <iterator>

#include "sync/central/sqlite_store_rows.h"

namespace stormote {

namespace {

constexpr std::size_t usual_page_operations = 500;
constexpr std::size_t usual_page_bytes = 4U << 20;

}  // namespace

StoreStatus SqliteStore::status(const EventId& event) {
    const std::lock_guard lock(mutex_);
    StoreStatus status;
    status.store = id_;
    Statement heads(database_, "SELECT device, sequence, chain_hash FROM head WHERE event = ?");
    heads.bind(view(event));
    while (heads.step()) {
        const auto device = to_array<16>(heads.blob(0));
        const auto chain_hash = to_array<32>(heads.blob(2));
        if (!device || !chain_hash) fail_damaged_store(database_.path());
        status.heads.push_back(
            {DeviceId{Uuid{*device}}, static_cast<std::uint64_t>(heads.number(1)), *chain_hash});
    }
    Statement quarantined(database_, "SELECT count(*) FROM quarantine WHERE event = ?");
    quarantined.bind(view(event));
    if (quarantined.step()) {
        status.quarantined = static_cast<std::uint64_t>(quarantined.number(0));
    }
    return status;
}

bool SqliteStore::has_position(const EventId& event, std::uint64_t position) const {
    Statement select(database_, "SELECT 1 FROM run WHERE event = ? AND position = ? LIMIT 1");
    select.bind(view(event)).bind(number(position));
    return select.step();
}

PullPage SqliteStore::read(const EventId& event, std::uint64_t after, const DeviceId& without) {
    const std::lock_guard lock(mutex_);
    PullPage page;
    page.next = after;
    if (after > static_cast<std::uint64_t>(INT64_MAX) ||
        (after != 0 && !has_position(event, after))) {
        page.state = PageState::lost_position;
        return page;
    }
    Statement runs(
        database_,
        "SELECT position, device, first_sequence, last_sequence, signature, tip FROM run "
        "WHERE event = ? AND position > ? ORDER BY position");
    runs.bind(view(event)).bind(number(after));
    std::size_t bytes = 0;
    while (runs.step()) {
        const auto position = static_cast<std::uint64_t>(runs.number(0));
        const bool is_full =
            page.batch.operations.size() >= usual_page_operations || bytes >= usual_page_bytes;
        // A position is never parted: what was pushed together is read together.
        if (is_full && position != page.next) {
            page.state = PageState::more;
            break;
        }
        page.next = position;
        const auto device = to_array<16>(runs.blob(1));
        const auto signature = to_array<64>(runs.blob(4));
        const auto tip = to_array<32>(runs.blob(5));
        if (!device || !signature || !tip) fail_damaged_store(database_.path());
        const DeviceId id{Uuid{*device}};
        // What somebody else wrote in its name it has not heard of.
        const LogRun run{id, runs.number(2), runs.number(3), *tip};
        if (id == without && is_recorded(event, run)) continue;
        const std::size_t count = page.batch.operations.size();
        read_run(event, run, page.batch);
        for (std::size_t i = count; i < page.batch.operations.size(); ++i) {
            const auto& body = page.batch.operations[i].body;
            bytes += body ? body->bytes.size() : 0;
        }
        page.batch.signatures.push_back(
            {id, static_cast<std::uint64_t>(runs.number(3)), *signature});
    }
    return page;
}

namespace {

Operation operation_in(const Statement& row, const std::filesystem::path& file) {
    const auto header = decode_header_core(row.blob(0));
    const auto chain_hash = to_array<32>(row.blob(1));
    if (!header || !chain_hash) fail_damaged_store(file);
    Operation operation{*header, std::nullopt};
    operation.header.chain_hash = *chain_hash;
    if (row.is_null(2)) return operation;
    const ByteView body = row.blob(2);
    if (body.size() < sizeof(Salt)) fail_damaged_store(file);
    operation.body = SaltedBody{*to_array<32>(body.first(sizeof(Salt))),
                                Bytes(body.begin() + sizeof(Salt), body.end())};
    return operation;
}

}  // namespace

void SqliteStore::read_run(const EventId& event, const LogRun& run, Batch& batch) const {
    Statement rows(database_,
                   "SELECT header, chain_hash, body FROM operation WHERE event = ? AND device = ? "
                   "AND sequence BETWEEN ? AND ? ORDER BY sequence");
    rows.bind(view(event)).bind(view(run.device)).bind(run.first).bind(run.last);
    std::vector<Operation> operations;
    while (rows.step()) operations.push_back(operation_in(rows, database_.path()));
    const bool is_record = !operations.empty() && operations.back().header.chain_hash == run.tip;
    if (!is_record) operations = read_branch(event, run);
    std::move(operations.begin(), operations.end(), std::back_inserter(batch.operations));
}

bool SqliteStore::is_recorded(const EventId& event, const LogRun& run) const {
    const auto found = record_at(event, run.device, run.last);
    return !found.empty() && found.front().header.chain_hash == run.tip;
}

// Back from its end: each operation's hash says which one it continues.
std::vector<Operation> SqliteStore::read_branch(const EventId& event, const LogRun& run) const {
    std::vector<Operation> operations;
    const auto is_tip = [&run](const Operation& operation) {
        return operation.header.chain_hash == run.tip;
    };
    for (std::int64_t sequence = run.last; sequence >= run.first; --sequence) {
        std::vector<Operation> candidates = operations_at(event, run.device, sequence);
        const auto continues = [&operations](const Operation& before) {
            const OperationHeader& next = operations.back().header;
            return chain(before.header.chain_hash, next) == next.chain_hash;
        };
        const auto found = operations.empty()
                               ? std::find_if(candidates.begin(), candidates.end(), is_tip)
                               : std::find_if(candidates.begin(), candidates.end(), continues);
        if (found == candidates.end()) fail_damaged_store(database_.path());
        operations.push_back(std::move(*found));
    }
    std::reverse(operations.begin(), operations.end());
    return operations;
}

std::vector<Operation> SqliteStore::operations_at(const EventId& event, const DeviceId& device,
                                                  std::int64_t sequence) const {
    std::vector<Operation> operations = record_at(event, device, sequence);
    Statement rows(database_,
                   "SELECT header, chain_hash, body FROM quarantine "
                   "WHERE event = ? AND device = ? AND sequence = ?");
    rows.bind(view(event)).bind(view(device)).bind(sequence);
    while (rows.step()) operations.push_back(operation_in(rows, database_.path()));
    return operations;
}

std::vector<Operation> SqliteStore::record_at(const EventId& event, const DeviceId& device,
                                              std::int64_t sequence) const {
    Statement rows(database_,
                   "SELECT header, chain_hash, body FROM operation "
                   "WHERE event = ? AND device = ? AND sequence = ?");
    rows.bind(view(event)).bind(view(device)).bind(sequence);
    std::vector<Operation> operations;
    while (rows.step()) operations.push_back(operation_in(rows, database_.path()));
    return operations;
}

std::vector<EventSummary> SqliteStore::events() {
    const std::lock_guard lock(mutex_);
    Statement rows(database_,
                   "SELECT event, count(*), sum(sequence), (SELECT count(*) FROM quarantine "
                   "WHERE quarantine.event = head.event) FROM head GROUP BY event");
    std::vector<EventSummary> summaries;
    while (rows.step()) {
        const auto event = to_array<16>(rows.blob(0));
        if (!event) fail_damaged_store(database_.path());
        summaries.push_back({EventId{Uuid{*event}}, static_cast<std::uint64_t>(rows.number(1)),
                             static_cast<std::uint64_t>(rows.number(2)),
                             static_cast<std::uint64_t>(rows.number(3))});
    }
    return summaries;
}

}  // namespace stormote
