// SqliteStore: opening.
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include "sync/central/sqlite_store_rows.h"
#include "sync/central/sqlite_store_schema.h"

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
    }
    Statement select(database, "SELECT value FROM about WHERE name = 'store'");
    const auto id = select.step() ? to_array<16>(select.blob(0)) : std::nullopt;
    if (!id) fail_damaged_store(file);
    store->id_.bytes = *id;
    select.reset();
    transaction.commit();
    return store;
}

}  // namespace stormote
