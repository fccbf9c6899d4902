// PgConnection, PgRows, PgValues, PgTransaction: PostgreSQL by libpq with owners for its resources
// and exceptions for what fails: StoreUnavailable where it helps to come again, MachineFailure
// where somebody has to see to it, in words that say what to do (pg_failure.h). Values are always
// bound, in binary, and never part of a statement. One thread at a time.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <libpq-fe.h>

#include "sync/base/bytes.h"
#include "sync/base/ids.h"
#include "sync/central/postgres/pg_address.h"

namespace stormote {

// What is bound to a statement, in its order. Copies everything.
class PgValues {
  public:
    PgValues& add(ByteView bytes);
    PgValues& add(std::int64_t number);
    PgValues& add(std::string_view text);
    // Arrays, for statements about many rows at once (unnest).
    PgValues& add_all(const std::vector<Bytes>& elements);
    // Nothing stands for null.
    PgValues& add_all(const std::vector<std::optional<Bytes>>& elements);
    PgValues& add_all(const std::vector<std::int64_t>& elements);
    PgValues& add_all(const std::vector<std::optional<std::int64_t>>& elements);
    PgValues& add_all(const std::vector<std::optional<std::string>>& elements);

    [[nodiscard]] const std::vector<Oid>& types() const { return types_; }
    [[nodiscard]] const std::vector<Bytes>& contents() const { return contents_; }

  private:
    std::vector<Oid> types_;
    std::vector<Bytes> contents_;
};

// What a statement gave. Rows and columns from 0; views are valid as long as this lives.
class PgRows {
  public:
    explicit PgRows(PGresult *result) : result_(result) {}

    [[nodiscard]] int count() const { return PQntuples(result_.get()); }
    [[nodiscard]] bool empty() const { return count() == 0; }
    // How many rows the statement changed.
    [[nodiscard]] std::int64_t changes() const;
    // Of a whole number or a truth value of any width.
    [[nodiscard]] std::int64_t number(int row, int column) const;
    [[nodiscard]] ByteView blob(int row, int column) const;
    [[nodiscard]] std::string text(int row, int column) const;
    [[nodiscard]] bool is_null(int row, int column) const;
    [[nodiscard]] const PGresult *handle() const { return result_.get(); }

  private:
    struct Clearer {
        void operator()(PGresult *result) const { PQclear(result); }
    };
    std::unique_ptr<PGresult, Clearer> result_;
};

class PgConnection {
  public:
    // Connects, and sets what every session of a store has.
    explicit PgConnection(const PgAddress& address);

    // One or more statements without values and rows.
    void execute(const char *sql);
    // Prepared once for each text and the types of its values.
    PgRows query(const char *sql, const PgValues& values = {});
    // The data is in the binary format of COPY.
    void copy_in(const char *sql, ByteView data);
    // Ends the transaction. Throws unless the server says that it is committed.
    void commit(bool has_written = true);

    // Whether the server has hung up, or left it in the middle of something. Asks nobody.
    [[nodiscard]] bool is_usable();
    [[nodiscard]] int server_version() const { return PQserverVersion(handle_.get()); }
    [[nodiscard]] PGconn *handle() const { return handle_.get(); }

  private:
    struct Closer {
        void operator()(PGconn *handle) const { PQfinish(handle); }
    };
    // Throws unless the statement was carried out.
    PgRows check(PGresult *result);
    const std::string& prepare(const char *sql, const PgValues& values);

    std::unique_ptr<PGconn, Closer> handle_;
    std::map<std::pair<std::string, std::vector<Oid>>, std::string> prepared_;
};

// Which events' rows a transaction sees and writes, where its role is under row-level security:
// none unless it says so.
class PgScope {
  public:
    PgScope() = default;
    static PgScope of(const Uuid& event) { return PgScope(to_hex(event.bytes)); }
    // How all events stand, to read alone.
    static PgScope every() { return PgScope("every"); }
    [[nodiscard]] const std::string& setting() const { return setting_; }

  private:
    explicit PgScope(std::string setting) : setting_(std::move(setting)) {}
    std::string setting_;
};

// Rolls back unless committed.
class PgTransaction {
  public:
    enum class Kind : std::uint8_t {
        write,     // each statement sees what others have committed before it
        snapshot,  // all statements see one moment, and write nothing
    };
    PgTransaction(PgConnection& connection, Kind kind, const PgScope& scope = {});
    ~PgTransaction();
    PgTransaction(const PgTransaction&) = delete;
    PgTransaction& operator=(const PgTransaction&) = delete;
    // To other events' rows, from the next statement on.
    void turn_to(const PgScope& scope);
    void commit();

  private:
    PgConnection& connection_;
    const Kind kind_;
    bool is_open_ = true;
};

}  // namespace stormote
