// SqliteStore: opening, and taking batches.
#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include "sync/central/sqlite_store_rows.h"
#include "sync/central/sqlite_store_schema.h"

namespace stormote {

namespace fs = std::filesystem;

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

// Whether the file was made for a store. An empty one is a store that may be made.
bool is_store_file(const fs::path& file, MissingStore missing) {
    Database database(file, DatabaseMode::read_write);
    const std::int64_t id = database.number("PRAGMA application_id");
    return id == store_application_id ||
           (missing == MissingStore::make && id == 0 &&
            database.number("SELECT count(*) FROM sqlite_schema") == 0);
}

}  // namespace

void fail_damaged_store(const fs::path& file) {
    throw MachineFailure(machine_error(
        {"The store {} is damaged. Keep the file, and restore its last copy: the devices bring "
         "back what is missing."},
        file.string()));
}

// What the planning of a batch asks; used within the store's transaction.
class SqliteStore::Chains final : public KnownChains {
  public:
    Chains(const Database& database, const EventId& event) : database_(database), event_(event) {}

    KnownChain chain_of(const DeviceId& device) override {
        Statement select(database_,
                         "SELECT sequence, chain_hash, public_key, lamport FROM head "
                         "WHERE event = ? AND device = ?");
        select.bind(view(event_)).bind(view(device));
        if (!select.step()) return {};
        const auto chain_hash = to_array<32>(select.blob(1));
        const auto key = to_array<32>(select.blob(2));
        if (!chain_hash || !key) fail_damaged_store(database_.path());
        return {static_cast<std::uint64_t>(select.number(0)), *chain_hash,
                static_cast<std::uint64_t>(select.number(3)), *key};
    }

    Hash hash_at(const DeviceId& device, std::uint64_t sequence) override {
        const auto hashes = hashes_in(
            "SELECT chain_hash FROM operation WHERE event = ? AND device = ? AND sequence = ?",
            device, sequence);
        if (hashes.empty()) fail_damaged_store(database_.path());
        return hashes.front();
    }

    std::vector<Hash> quarantined_at(const DeviceId& device, std::uint64_t sequence) override {
        return hashes_in(
            "SELECT chain_hash FROM quarantine WHERE event = ? AND device = ? AND sequence = ?",
            device, sequence);
    }

  private:
    std::vector<Hash> hashes_in(const char *sql, const DeviceId& device, std::uint64_t sequence) {
        Statement select(database_, sql);
        select.bind(view(event_)).bind(view(device)).bind(number(sequence));
        std::vector<Hash> hashes;
        while (select.step()) {
            const auto hash = to_array<32>(select.blob(0));
            if (!hash) fail_damaged_store(database_.path());
            hashes.push_back(*hash);
        }
        return hashes;
    }

    const Database& database_;
    const EventId& event_;
};

SqliteStore::SqliteStore(const fs::path& file) : database_(file, DatabaseMode::read_write) {}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const fs::path& file, Random& random,
                                                       MissingStore missing) {
    const int creation = missing == MissingStore::make ? O_CREAT : 0;
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CLOEXEC | creation, 0600);
    if (descriptor < 0 && creation == 0 && errno == ENOENT) {
        return input_error(
            {"There is no store {}. Check the name and the folder; \"stormote-central "
             "serve\" and \"stormote-central enrol\" make a new one."},
            file.string());
    }
    if (descriptor < 0) {
        return machine_error({"{} cannot be opened for writing. Check that the file and its "
                              "folder may be written by you."},
                             file.string());
    }
    ::close(descriptor);
    if (!is_store_file(file, missing)) {
        return input_error({"{} is not a central store. Choose another file."}, file.string());
    }
    std::unique_ptr<SqliteStore> store(new SqliteStore(file));
    Database& database = store->database_;
    database.execute("PRAGMA journal_mode = WAL");
    database.execute("PRAGMA synchronous = FULL");
    database.execute("PRAGMA secure_delete = ON");
    Transaction transaction(database);
    if (database.number("SELECT count(*) FROM sqlite_schema") == 0) {
        store->is_new_ = true;
        database.execute(store_schema);
        const auto id = random.bytes<16>();
        Statement(database, "INSERT INTO about(name, value) VALUES('store', ?)")
            .bind(ByteView(id))
            .run();
    }
    if (database.number("PRAGMA user_version") > 1) {
        return input_error({"{} was made by a newer version of Stormöte. Update this machine."},
                           file.string());
    }
    Statement select(database, "SELECT value FROM about WHERE name = 'store'");
    const auto id = select.step() ? to_array<16>(select.blob(0)) : std::nullopt;
    if (!id) fail_damaged_store(file);
    store->id_.bytes = *id;
    select.reset();
    transaction.commit();
    return store;
}

Result<PushAnswer> SqliteStore::append(const EventId& event, const Batch& batch,
                                       std::int64_t now_ms) {
    const std::lock_guard lock(mutex_);
    Transaction transaction(database_);
    Chains chains(database_, event);
    auto plan = plan_batch(event, batch, chains);
    if (!plan) return plan.error();
    PushAnswer answer{plan->outcome, 0, plan->known, plan->quarantined.size()};
    if (plan->outcome == PushOutcome::gap) return PushAnswer{PushOutcome::gap, 0, 0, 0};
    const std::set<AttendeeId> erased = note_erased(event, *plan);
    const std::uint64_t position = next_position(event, now_ms);
    bool is_erasing = false;
    for (const PlannedRun& run : plan->runs) {
        insert_run(event, run, position, erased);
        answer.added += run.fresh.size();
        is_erasing |= std::any_of(run.fresh.begin(), run.fresh.end(), [](const auto *operation) {
            return operation->header.kind == OperationKind::attendee_erased;
        });
    }
    for (const Operation *operation : plan->quarantined) {
        insert_quarantined(event, *operation, erased);
    }
    if (is_erasing) remove_bodies(event, erased);
    transaction.commit();
    if (is_erasing) {
        // Pages that were split once may still hold pieces in what they count as free space, and
        // the WAL holds the old pages until it starts again.
        database_.execute("VACUUM");
        database_.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    }
    return answer;
}

void SqliteStore::insert_run(const EventId& event, const PlannedRun& run, std::uint64_t position,
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
    Statement(database_,
              "INSERT INTO run(event, position, device, first_sequence, last_sequence, signature) "
              "VALUES(?, ?, ?, ?, ?, ?)")
        .bind(view(event))
        .bind(number(position))
        .bind(view(run.device))
        .bind(number(run.fresh.front()->header.sequence))
        .bind(number(last.sequence))
        .bind(ByteView(run.signature->signature))
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

std::set<AttendeeId> SqliteStore::note_erased(const EventId& event, const BatchPlan& plan) {
    for (const PlannedRun& run : plan.runs) {
        for (const Operation *operation : run.fresh) {
            if (operation->header.kind != OperationKind::attendee_erased || !operation->body) {
                continue;
            }
            const auto body = decode_body(operation->header.kind, operation->body->bytes);
            if (!body) continue;
            for (const AttendeeId& person : body->persons) {
                Statement(database_, "INSERT OR IGNORE INTO erased(event, attendee) VALUES(?, ?)")
                    .bind(view(event))
                    .bind(ByteView(person.value.bytes))
                    .run();
            }
        }
    }
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
