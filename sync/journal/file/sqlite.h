// Database, Statement, Transaction, Snapshot: SQLite with owners for its resources and exceptions
// for broken machines. A call that fails throws MachineFailure in words that say what to do (disk
// full, file damaged, read-only). One thread at a time.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include <sqlite3.h>

#include "sync/base/bytes.h"
#include "sync/base/error.h"

namespace stormote {

enum class DatabaseMode : std::uint8_t {
    create,  // readable by its owner only
    read_write,
    read_only,
    immutable,  // the file and its folder are never written to; there must be no WAL
};

enum class Checkpoint : std::uint8_t {
    passive,   // of the WAL into the main file what no reader needs there, without waiting
    truncate,  // all of it, and leaves the WAL empty; waits for readers
};

class Database {
  public:
    Database(const std::filesystem::path& path, DatabaseMode mode);

    void execute(const char *sql);
    // Another file beside this one, under a name, for reading alone: not even its WAL is tidied up.
    void attach_for_reading(const std::filesystem::path& file, std::string_view name);
    // The first column of the first row as a number; 0 without a row.
    [[nodiscard]] std::int64_t number(const char *sql);
    // False when another connection stood in the way.
    [[nodiscard]] bool checkpoint(Checkpoint how);
    // Whether closing leaves the WAL as it is, instead of taking it into the main file.
    void keep_wal(bool is_kept);
    [[nodiscard]] std::int64_t changes() const { return sqlite3_changes64(handle_.get()); }
    [[nodiscard]] sqlite3 *handle() const { return handle_.get(); }
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

    // Throws MachineFailure unless the status is SQLITE_OK, SQLITE_ROW or SQLITE_DONE.
    void check(int status) const;

  private:
    struct Closer {
        void operator()(sqlite3 *handle) const { sqlite3_close_v2(handle); }
    };
    std::filesystem::path path_;
    std::unique_ptr<sqlite3, Closer> handle_;
};

// A prepared statement. Bind in order, step, read columns from 0. Blobs and texts are copied in.
class Statement {
  public:
    Statement(const Database& database, const char *sql);

    Statement& bind(std::int64_t value);
    Statement& bind(std::string_view text);
    Statement& bind(ByteView blob);
    Statement& bind_null();

    // True while there is a row.
    [[nodiscard]] bool step();
    // For statements that give no rows: steps once, resets and unbinds, also when it throws.
    void run();
    void reset();

    [[nodiscard]] std::int64_t number(int column) const;
    [[nodiscard]] std::string text(int column) const;
    // Valid until the next step or reset.
    [[nodiscard]] ByteView blob(int column) const;
    [[nodiscard]] bool is_null(int column) const;

  private:
    struct Finaliser {
        void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
    };
    const Database *database_;
    std::unique_ptr<sqlite3_stmt, Finaliser> statement_;
    int bound_ = 0;
};

// Rolls back unless committed.
class Transaction {
  public:
    explicit Transaction(Database& database);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

  private:
    Database& database_;
    bool is_open_ = true;
};

// What is read while it lives is of one moment, whatever other programs write meanwhile.
class Snapshot {
  public:
    explicit Snapshot(Database& database);
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

  private:
    Database& database_;
};

}  // namespace stormote
