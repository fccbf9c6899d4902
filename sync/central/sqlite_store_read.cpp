// SqliteStore: what it tells of its record.
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
    Statement runs(database_,
                   "SELECT position, device, first_sequence, last_sequence, signature FROM run "
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
        if (!device || !signature) fail_damaged_store(database_.path());
        const DeviceId id{Uuid{*device}};
        if (id == without) continue;
        const std::size_t count = page.batch.operations.size();
        read_run(event, id, runs.number(2), runs.number(3), page.batch);
        for (std::size_t i = count; i < page.batch.operations.size(); ++i) {
            const auto& body = page.batch.operations[i].body;
            bytes += body ? body->bytes.size() : 0;
        }
        page.batch.signatures.push_back(
            {id, static_cast<std::uint64_t>(runs.number(3)), *signature});
    }
    return page;
}

void SqliteStore::read_run(const EventId& event, const DeviceId& device, std::int64_t first,
                           std::int64_t last, Batch& batch) const {
    Statement rows(database_,
                   "SELECT header, chain_hash, body FROM operation WHERE event = ? AND device = ? "
                   "AND sequence BETWEEN ? AND ? ORDER BY sequence");
    rows.bind(view(event)).bind(view(device)).bind(first).bind(last);
    while (rows.step()) {
        const auto header = decode_header_core(rows.blob(0));
        const auto chain_hash = to_array<32>(rows.blob(1));
        if (!header || !chain_hash) fail_damaged_store(database_.path());
        Operation& operation = batch.operations.emplace_back();
        operation.header = *header;
        operation.header.chain_hash = *chain_hash;
        if (rows.is_null(2)) continue;
        const ByteView body = rows.blob(2);
        if (body.size() < sizeof(Salt)) fail_damaged_store(database_.path());
        operation.body = SaltedBody{*to_array<32>(body.first(sizeof(Salt))),
                                    Bytes(body.begin() + sizeof(Salt), body.end())};
    }
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
