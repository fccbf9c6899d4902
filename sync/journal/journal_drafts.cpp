// Journal: what is not in the record yet: drafts, and what waits without an order.
#include <algorithm>
#include <cassert>

#include "sync/journal/journal.h"

namespace stormote {

namespace {

constexpr std::size_t kind_size = 2;
// For some twenty check-ins until the next answer. The whole reserve, anew with each answer, would
// keep a slow disk from its check-ins.
constexpr std::size_t wal_reserve_between_answers = 512U << 10;

Bytes draft_label(const std::string& name) {
    const std::string label = "draft " + name;
    const ByteView bytes = view_bytes(label);
    return {bytes.begin(), bytes.end()};
}

Bytes with_kind(const Body& body) {
    Bytes plain;
    append_big_endian(plain, static_cast<std::uint64_t>(kind_of(body.content)), kind_size);
    const Bytes encoded = encode_body(body);
    plain.insert(plain.end(), encoded.begin(), encoded.end());
    return plain;
}

// Nothing where it is not a body, or of a kind that only a newer version knows.
std::optional<Body> read_with_kind(ByteView plain) {
    if (plain.size() < kind_size) return std::nullopt;
    const auto kind = static_cast<OperationKind>(read_big_endian(plain.first(kind_size)));
    auto body = decode_body(kind, plain.subspan(kind_size));
    if (!body || std::holds_alternative<UnknownContent>(body->content)) return std::nullopt;
    return body;
}

template <typename Type>
void shuffle(std::vector<Type>& things, Random& random) {
    for (std::size_t left = things.size(); left > 1; --left) {
        std::swap(things[left - 1], things[random.below(left)]);
    }
}

}  // namespace

std::optional<std::string> Journal::draft(const std::string& name) const {
    Statement select(*database_, "SELECT sealed FROM draft WHERE name = ?");
    select.bind(name);
    if (!select.step()) return std::nullopt;
    const auto plain = unseal(key_, select.blob(0), draft_label(name));
    return plain ? std::optional(to_string(*plain)) : std::nullopt;
}

void Journal::save_draft(const std::string& name, std::string_view text) {
    const Bytes sealed = seal(key_, view_bytes(text), draft_label(name), environment_.random);
    Statement(*database_, "INSERT OR REPLACE INTO draft(name, sealed) VALUES(?, ?)")
        .bind(name)
        .bind(ByteView(sealed))
        .run();
}

void Journal::remove_draft(const std::string& name) {
    Statement(*database_, "DELETE FROM draft WHERE name = ?").bind(name).run();
}

std::vector<Journal::WaitingRow> Journal::waiting_rows() const {
    std::vector<WaitingRow> rows;
    Statement select(
        *database_,
        "SELECT name, sealed FROM draft WHERE name >= 'waiting ' AND name < 'waiting!'");
    while (select.step()) {
        const std::string name = select.text(0);
        // What cannot be read stays where it is.
        auto plain = unseal(key_, select.blob(1), draft_label(name));
        if (plain) rows.push_back({name, std::move(*plain)});
    }
    return rows;
}

// A page keeps its rows in the order in which they came, whatever they are called: so all come
// again, and nothing but the contents is as it was.
void Journal::shuffle_waiting(std::vector<WaitingRow>& rows) const {
    for (const WaitingRow& row : rows) {
        if (row.name.empty()) continue;
        Statement(*database_, "DELETE FROM draft WHERE name = ?").bind(row.name).run();
    }
    shuffle(rows, environment_.random);
    for (WaitingRow& row : rows) {
        row.name = "waiting " + to_hex(environment_.random.bytes<16>());
        const Bytes sealed = seal(key_, row.plain, draft_label(row.name), environment_.random);
        Statement(*database_, "INSERT INTO draft(name, sealed) VALUES(?, ?)")
            .bind(row.name)
            .bind(ByteView(sealed))
            .run();
    }
}

void Journal::let_wait(const Body& body) {
    assert(is_marked_open_ && "opened for reading only");
    assert(body.persons.empty() &&
           "who is named needs no disguise, and must be found to be erased");
    Transaction transaction(*database_);
    std::vector<WaitingRow> rows = waiting_rows();
    rows.push_back({"", with_kind(body)});
    shuffle_waiting(rows);
    transaction.commit();
    // One commit after the other stands in the WAL. Where a reader in another program keeps it,
    // it goes when the file is closed.
    try {
        static_cast<void>(
            empty_wal(std::min(environment_.wal_reserve_bytes, wal_reserve_between_answers)));
    } catch (const MachineFailure&) {
        // It is kept: whoever wrote it must not be asked to write it again. What else is recorded
        // meets the same disk, and says so; the WAL goes with the next answer, or at the closing.
    }
}

std::size_t Journal::waiting_count() const {
    return waiting_rows().size();
}

std::vector<Operation> Journal::release_waiting() {
    std::vector<WaitingRow> rows = waiting_rows();
    shuffle(rows, environment_.random);
    std::vector<Body> bodies;
    std::vector<std::string> names;
    for (const WaitingRow& row : rows) {
        auto body = read_with_kind(row.plain);
        if (!body) continue;
        bodies.push_back(std::move(*body));
        names.push_back(row.name);
    }
    return append(bodies, [this, &names] {
        for (const std::string& name : names) remove_draft(name);
    });
}

}  // namespace stormote
