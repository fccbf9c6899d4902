// SqliteStore: opening it, and its record.
#include "sync/central/sqlite/sqlite_store.h"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include "sync/central/sqlite/sqlite_rows.h"
#include "sync/central/sqlite/sqlite_store_schema.h"
#include "sync/central/store/batch_intake.h"
#include "sync/central/store/due_erasures.h"
#include "sync/central/store/event_removal.h"
#include "sync/central/store/log_pages.h"

namespace stormote {

namespace fs = std::filesystem;

namespace {

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
    database.execute("PRAGMA foreign_keys = ON");
    Transaction transaction(database);
    if (database.number("SELECT count(*) FROM sqlite_schema") == 0) {
        store->is_new_ = true;
        database.execute(store_schema);
        const auto id = random.bytes<16>();
        Statement(database, "INSERT INTO about(name, value) VALUES('store', ?)")
            .bind(ByteView(id))
            .run();
    }
    const std::int64_t version = database.number("PRAGMA user_version");
    if (version > store_version) {
        return input_error({"{} was made by a newer version of Stormöte. Update this machine."},
                           file.string());
    }
    for (auto next = static_cast<std::size_t>(version); next < store_migrations.size() + 1;
         ++next) {
        database.execute(store_migrations[next - 1]);
        store->was_migrated_ = true;
    }
    Statement select(database, "SELECT value FROM about WHERE name = 'store'");
    const auto id = select.step() ? to_array<16>(select.blob(0)) : std::nullopt;
    if (!id) fail_damaged_store(file);
    store->id_.bytes = *id;
    select.reset();
    transaction.commit();
    return store;
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open_for_access(const fs::path& file,
                                                                  Random& random) {
    auto store = open(file, random, MissingStore::make);
    if (!store) return store;
    store.value()->keep_record_in_memory();
    store.value()->id_.bytes = random.bytes<16>();
    return store;
}

// A temporary table goes before one of the same name in the file: whatever reads or writes the
// record has to do with memory from here on, and the file's own tables of it stay empty.
void SqliteStore::keep_record_in_memory() {
    database_.execute("PRAGMA temp_store = MEMORY");
    std::vector<std::string> tables;
    Statement select(
        database_,
        "SELECT sql FROM sqlite_schema WHERE type = 'table' AND name NOT IN "
        "('about', 'enrolment', 'municipality', 'event', 'removed') AND name NOT LIKE 'sqlite_%'");
    while (select.step()) tables.push_back(select.text(0));
    select.reset();
    constexpr std::string_view beginning = "CREATE TABLE ";
    for (const std::string& table : tables) {
        database_.execute(("CREATE TEMP TABLE " + table.substr(beginning.size())).c_str());
    }
}

void SqliteStore::check() {
    const std::lock_guard lock(mutex_);
    static_cast<void>(database_.number("SELECT count(*) FROM about"));
}

StoreStatus SqliteStore::status(const EventId& event) {
    const std::lock_guard lock(mutex_);
    SqliteRows rows(database_, event);
    return {id_, 0, rows.count_quarantined(), rows.heads()};
}

PushAnswer SqliteStore::append(const EventId& event, const Batch& batch, const Hash& token_hash,
                               std::int64_t now_ms) {
    PushAnswer answer = append_quietly(event, batch, token_hash, now_ms);
    if (has_appended(answer)) notice_.tell(event);
    return answer;
}

PushAnswer SqliteStore::append_quietly(const EventId& event, const Batch& batch,
                                       const Hash& token_hash, std::int64_t now_ms) {
    const std::lock_guard lock(mutex_);
    Transaction transaction(database_);
    if (is_removed(event)) return refuse_removed(batch);
    Statement(database_, "INSERT OR IGNORE INTO event(event, municipality) VALUES(?, '')")
        .bind(view(event))
        .run();
    SqliteRows rows(database_, event);
    PushAnswer answer = BatchIntake(rows, token_hash, now_ms).take(batch);
    if (answer.outcome == PushOutcome::taken) transaction.commit();
    return answer;
}

PullPage SqliteStore::read(const EventId& event, std::uint64_t after, const DeviceId& without) {
    const std::lock_guard lock(mutex_);
    SqliteRows rows(database_, event);
    return read_page(rows, after, without);
}

void SqliteStore::destroy_erased(std::int64_t now_ms) {
    bool has_destroyed = false;
    {
        const std::lock_guard lock(mutex_);
        for (const EventId& event : events_with_due_erasures(now_ms)) {
            Transaction transaction(database_);
            has_destroyed |= destroy_erased_of(event, now_ms);
            transaction.commit();
        }
        has_destroyed |= database_.number("SELECT count(*) FROM about WHERE name = 'compact'") != 0;
    }
    if (has_destroyed) compact();
}

std::vector<EventId> SqliteStore::events_with_due_erasures(std::int64_t now_ms) const {
    Statement rows(database_, "SELECT DISTINCT event FROM erasure WHERE heard_ms <= ?");
    rows.bind(due_until_ms(now_ms));
    std::vector<EventId> events;
    while (rows.step()) {
        const auto event = to_array<16>(rows.blob(0));
        if (!event) fail_damaged_store(database_.path());
        events.push_back(EventId{Uuid{*event}});
    }
    return events;
}

bool SqliteStore::destroy_erased_of(const EventId& event, std::int64_t now_ms) {
    SqliteRows rows(database_, event);
    if (!destroy_due(rows, now_ms)) return false;
    // Until compact() has come to its end, whatever happens to the machine before.
    database_.execute("INSERT OR IGNORE INTO about(name, value) VALUES('compact', x'01')");
    return true;
}

void SqliteStore::compact() {
    // Pages that were split once may still hold pieces in what they count as free space, and the
    // WAL holds the old pages until it starts again. By a connection of its own, so that others
    // read meanwhile.
    Database database(database_.path(), DatabaseMode::read_write);
    database.execute("PRAGMA synchronous = FULL");
    database.execute("PRAGMA secure_delete = ON");
    database.execute("VACUUM");
    const std::lock_guard lock(mutex_);
    if (!database.checkpoint(Checkpoint::truncate)) return;
    database_.execute("DELETE FROM about WHERE name = 'compact'");
}

}  // namespace stormote
