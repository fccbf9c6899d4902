#include "sync/journal/file/sqlite.h"

#include <cerrno>

#include "sync/base/private_file.h"

namespace stormote {

namespace {

constexpr int busy_timeout_ms = 5'000;

// A URI, so that immutable can be said; what has a meaning in one is escaped.
std::string uri_of(const std::filesystem::path& path) {
    std::string uri = "file:";
    for (const char c : std::filesystem::absolute(path).string()) {
        if (c == '%' || c == '?' || c == '#') {
            uri += '%' + to_hex(view_bytes(std::string_view(&c, 1)));
        } else {
            uri += c;
        }
    }
    return uri;
}

Error disk_full(const std::filesystem::path& path) {
    return machine_error({"The disk is full: {} could not be written. What was confirmed before is "
                          "safe. Free some space and try again."},
                         path.string());
}

Error describe(int status, int system_error, const std::filesystem::path& path,
               const char *detail) {
    // SQLite takes only ENOSPC for a full disk; a quota or a limit is one to people.
    if (status == SQLITE_IOERR_WRITE && (system_error == EDQUOT || system_error == EFBIG)) {
        return disk_full(path);
    }
    switch (status & 0xFF) {
        case SQLITE_FULL:
            return disk_full(path);
        case SQLITE_READONLY:
        case SQLITE_CANTOPEN:
        case SQLITE_PERM:
            return machine_error({"{} cannot be opened for writing. Check that the file and its "
                                  "folder may be written by you."},
                                 path.string());
        case SQLITE_CORRUPT:
        case SQLITE_NOTADB:
            return machine_error({"{} is damaged ({}). Keep the file, and use the copy in the "
                                  "central store or on another device."},
                                 path.string(), detail);
        case SQLITE_BUSY:
            return machine_error({"{} is busy in another program. Try again in a moment."},
                                 path.string());
        default:
            return machine_error({"{} could not be read or written ({}). Check the disk."},
                                 path.string(), detail);
    }
}

// An error such as a full disk may have rolled back already; then there is nothing to do.
void roll_back(const Database& database) {
    if (sqlite3_get_autocommit(database.handle()) == 0) {
        sqlite3_exec(database.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
    }
}

}  // namespace

Database::Database(const std::filesystem::path& path, DatabaseMode mode) : path_(path) {
    std::string uri = uri_of(path);
    int flags = SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
    switch (mode) {
        case DatabaseMode::create:
            // SQLite gives the -wal, -shm and -journal of a file the rights of the file.
            create_private_file(path);
            flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
            break;
        case DatabaseMode::read_write:
            flags |= SQLITE_OPEN_READWRITE;
            break;
        case DatabaseMode::read_only:
            flags |= SQLITE_OPEN_READONLY;
            break;
        case DatabaseMode::immutable:
            flags |= SQLITE_OPEN_READONLY;
            uri += "?immutable=1";
            break;
    }
    sqlite3 *handle = nullptr;
    const int status = sqlite3_open_v2(uri.c_str(), &handle, flags, nullptr);
    handle_.reset(handle);
    check(status);
    sqlite3_busy_timeout(handle, busy_timeout_ms);
}

void Database::check(int status) const {
    if (status == SQLITE_OK || status == SQLITE_ROW || status == SQLITE_DONE) return;
    const char *detail =
        handle_ != nullptr ? sqlite3_errmsg(handle_.get()) : sqlite3_errstr(status);
    const int system_error = handle_ != nullptr ? sqlite3_system_errno(handle_.get()) : 0;
    throw MachineFailure(describe(status, system_error, path_, detail));
}

void Database::execute(const char *sql) {
    check(sqlite3_exec(handle_.get(), sql, nullptr, nullptr, nullptr));
}

void Database::attach_for_reading(const std::filesystem::path& file, std::string_view name) {
    Statement(*this, "ATTACH DATABASE ? AS ?").bind(uri_of(file) + "?mode=ro").bind(name).run();
}

bool Database::checkpoint(Checkpoint how) {
    const int mode =
        how == Checkpoint::passive ? SQLITE_CHECKPOINT_PASSIVE : SQLITE_CHECKPOINT_TRUNCATE;
    const int status = sqlite3_wal_checkpoint_v2(handle_.get(), nullptr, mode, nullptr, nullptr);
    if ((status & 0xFF) == SQLITE_BUSY) return false;
    check(status);
    return true;
}

void Database::keep_wal(bool is_kept) {
    sqlite3_db_config(handle_.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, is_kept ? 1 : 0, nullptr);
}

std::int64_t Database::number(const char *sql) {
    Statement statement(*this, sql);
    return statement.step() ? statement.number(0) : 0;
}

Statement::Statement(const Database& database, const char *sql) : database_(&database) {
    sqlite3_stmt *statement = nullptr;
    database.check(sqlite3_prepare_v3(database.handle(), sql, -1, SQLITE_PREPARE_PERSISTENT,
                                      &statement, nullptr));
    statement_.reset(statement);
}

Statement& Statement::bind(std::int64_t value) {
    database_->check(sqlite3_bind_int64(statement_.get(), ++bound_, value));
    return *this;
}

Statement& Statement::bind(std::string_view text) {
    database_->check(sqlite3_bind_text64(statement_.get(), ++bound_, text.data(), text.size(),
                                         SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(ByteView blob) {
    // An empty span may have a null pointer, which SQLite would take for NULL.
    const void *start = blob.empty() ? static_cast<const void *>("") : blob.data();
    database_->check(
        sqlite3_bind_blob64(statement_.get(), ++bound_, start, blob.size(), SQLITE_TRANSIENT));
    return *this;
}

Statement& Statement::bind_null() {
    database_->check(sqlite3_bind_null(statement_.get(), ++bound_));
    return *this;
}

bool Statement::step() {
    const int status = sqlite3_step(statement_.get());
    if (status != SQLITE_ROW && status != SQLITE_DONE) {
        try {
            database_->check(status);
        } catch (...) {
            reset();
            throw;
        }
    }
    return status == SQLITE_ROW;
}

void Statement::run() {
    static_cast<void>(step());
    reset();
}

void Statement::reset() {
    sqlite3_reset(statement_.get());
    sqlite3_clear_bindings(statement_.get());
    bound_ = 0;
}

std::int64_t Statement::number(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}

std::string Statement::text(int column) const {
    return to_string(blob(column));
}

ByteView Statement::blob(int column) const {
    const void *start = sqlite3_column_blob(statement_.get(), column);
    const int size = sqlite3_column_bytes(statement_.get(), column);
    return {static_cast<const std::uint8_t *>(start), static_cast<std::size_t>(size)};
}

bool Statement::is_null(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

Transaction::Transaction(Database& database) : database_(database) {
    database.execute("BEGIN IMMEDIATE");
}

Transaction::~Transaction() {
    if (is_open_) roll_back(database_);
}

void Transaction::commit() {
    database_.execute("COMMIT");
    is_open_ = false;
}

Snapshot::Snapshot(Database& database) : database_(database) {
    database.execute("BEGIN");
}

Snapshot::~Snapshot() {
    roll_back(database_);
}

}  // namespace stormote
