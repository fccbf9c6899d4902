#include "sync/central/postgres/pg_connection.h"

#include <algorithm>
#include <bit>
#include <charconv>

#include "sync/central/postgres/pg_failure.h"

namespace stormote {

namespace {

// Of pg_type, which never change.
constexpr Oid bytea_type = 17;
constexpr Oid bigint_type = 20;
constexpr Oid text_type = 25;
constexpr Oid text_array_type = 1009;
constexpr Oid bytea_array_type = 1001;
constexpr Oid bigint_array_type = 1016;

// A session that hangs with the lock of an event, or waits for one, holds others up for so long. A
// server that acknowledges before the disk has it would lose what a device then forgets.
constexpr const char *session_settings =
    "SET search_path = stormote, pg_temp;"
    "SET client_min_messages = error;"
    "SET lock_timeout = '10s';"
    "SET statement_timeout = '30s';"
    "SET idle_in_transaction_session_timeout = '60s';"
    // A plan for the values of each call finds the one partition sooner, and so looks cheaper to
    // the planner than one for all calls, but takes longer to make than to carry out.
    "SET plan_cache_mode = force_generic_plan;"
    "SELECT set_config('synchronous_commit', 'on', false) "
    "WHERE current_setting('synchronous_commit') = 'off'";

Bytes big_endian(std::int64_t value) {
    Bytes bytes;
    append_big_endian(bytes, static_cast<std::uint64_t>(value), 8);
    return bytes;
}

// The binary format of an array of one dimension.
Bytes encode_array(Oid element_type, const std::vector<std::optional<Bytes>>& elements) {
    const bool has_nulls =
        std::any_of(elements.begin(), elements.end(), [](const auto& element) { return !element; });
    Bytes bytes;
    append_big_endian(bytes, elements.empty() ? 0 : 1, 4);
    append_big_endian(bytes, has_nulls ? 1 : 0, 4);
    append_big_endian(bytes, element_type, 4);
    if (elements.empty()) return bytes;
    append_big_endian(bytes, elements.size(), 4);
    append_big_endian(bytes, 1, 4);
    for (const auto& element : elements) {
        append_big_endian(bytes, element ? element->size() : 0xFFFF'FFFF, 4);
        if (element) bytes.insert(bytes.end(), element->begin(), element->end());
    }
    return bytes;
}

}  // namespace

PgValues& PgValues::add(ByteView bytes) {
    types_.push_back(bytea_type);
    contents_.emplace_back(bytes.begin(), bytes.end());
    return *this;
}

PgValues& PgValues::add(std::int64_t number) {
    types_.push_back(bigint_type);
    contents_.push_back(big_endian(number));
    return *this;
}

PgValues& PgValues::add(std::string_view text) {
    types_.push_back(text_type);
    contents_.emplace_back(text.begin(), text.end());
    return *this;
}

PgValues& PgValues::add_all(const std::vector<Bytes>& elements) {
    return add_all(std::vector<std::optional<Bytes>>(elements.begin(), elements.end()));
}

PgValues& PgValues::add_all(const std::vector<std::optional<Bytes>>& elements) {
    types_.push_back(bytea_array_type);
    contents_.push_back(encode_array(bytea_type, elements));
    return *this;
}

PgValues& PgValues::add_all(const std::vector<std::int64_t>& elements) {
    return add_all(std::vector<std::optional<std::int64_t>>(elements.begin(), elements.end()));
}

PgValues& PgValues::add_all(const std::vector<std::optional<std::int64_t>>& elements) {
    std::vector<std::optional<Bytes>> encoded;
    encoded.reserve(elements.size());
    for (const auto& element : elements) {
        encoded.push_back(element ? std::optional(big_endian(*element)) : std::nullopt);
    }
    types_.push_back(bigint_array_type);
    contents_.push_back(encode_array(bigint_type, encoded));
    return *this;
}

PgValues& PgValues::add_all(const std::vector<std::optional<std::string>>& elements) {
    std::vector<std::optional<Bytes>> encoded;
    encoded.reserve(elements.size());
    for (const auto& element : elements) {
        encoded.push_back(element ? std::optional(Bytes(element->begin(), element->end()))
                                  : std::nullopt);
    }
    types_.push_back(text_array_type);
    contents_.push_back(encode_array(text_type, encoded));
    return *this;
}

std::int64_t PgRows::changes() const {
    const std::string_view text = PQcmdTuples(result_.get());
    std::int64_t changes = 0;
    std::from_chars(text.data(), text.data() + text.size(), changes);
    return changes;
}

ByteView PgRows::blob(int row, int column) const {
    return {reinterpret_cast<const std::uint8_t *>(PQgetvalue(result_.get(), row, column)),
            static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}

std::int64_t PgRows::number(int row, int column) const {
    const ByteView bytes = blob(row, column);
    if (bytes.empty()) return 0;
    const bool is_negative = (bytes.front() & 0x80) != 0;
    const std::uint64_t above = is_negative && bytes.size() < 8 ? ~0ULL << (8 * bytes.size()) : 0;
    return std::bit_cast<std::int64_t>(above | read_big_endian(bytes));
}

std::string PgRows::text(int row, int column) const {
    return to_string(blob(row, column));
}

bool PgRows::is_null(int row, int column) const {
    return PQgetisnull(result_.get(), row, column) != 0;
}

PgConnection::PgConnection(const PgAddress& address) {
    std::vector<const char *> names;
    std::vector<const char *> values;
    for (const auto& [name, value] : address.settings()) {
        names.push_back(name.c_str());
        values.push_back(value.c_str());
    }
    names.push_back(nullptr);
    values.push_back(nullptr);
    handle_.reset(PQconnectdbParams(names.data(), values.data(), 0));
    if (PQstatus(handle_.get()) != CONNECTION_OK) fail_to_connect(handle_.get());
    // What the server tells besides goes nowhere: it may quote what was sent.
    PQsetNoticeProcessor(
        handle_.get(), [](void *, const char *) {}, nullptr);
    execute(session_settings);
}

PgRows PgConnection::check(PGresult *result) {
    PgRows rows(result);
    switch (PQresultStatus(result)) {
        case PGRES_COMMAND_OK:
        case PGRES_TUPLES_OK:
        case PGRES_COPY_IN:
            return rows;
        default:
            fail_statement(handle_.get(), result);
    }
}

void PgConnection::execute(const char *sql) {
    check(PQexec(handle_.get(), sql));
}

const std::string& PgConnection::prepare(const char *sql, const PgValues& values) {
    std::pair<std::string, std::vector<Oid>> key(sql, values.types());
    const auto found = prepared_.find(key);
    if (found != prepared_.end()) return found->second;
    const std::string name = "stormote_" + std::to_string(prepared_.size());
    check(PQprepare(handle_.get(), name.c_str(), sql, static_cast<int>(values.types().size()),
                    values.types().data()));
    return prepared_.emplace(std::move(key), name).first->second;
}

PgRows PgConnection::query(const char *sql, const PgValues& values) {
    constexpr int binary = 1;
    const std::string& name = prepare(sql, values);
    std::vector<const char *> contents;
    std::vector<int> lengths;
    for (const Bytes& content : values.contents()) {
        // Null would stand for no value at all.
        contents.push_back(content.empty() ? "" : reinterpret_cast<const char *>(content.data()));
        lengths.push_back(static_cast<int>(content.size()));
    }
    const std::vector<int> formats(contents.size(), binary);
    return check(PQexecPrepared(handle_.get(), name.c_str(), static_cast<int>(contents.size()),
                                contents.data(), lengths.data(), formats.data(), binary));
}

void PgConnection::copy_in(const char *sql, ByteView data) {
    check(PQexec(handle_.get(), sql));
    const auto *bytes = reinterpret_cast<const char *>(data.data());
    const bool is_sent = PQputCopyData(handle_.get(), bytes, static_cast<int>(data.size())) == 1 &&
                         PQputCopyEnd(handle_.get(), nullptr) == 1;
    if (!is_sent) fail_statement(handle_.get(), nullptr);
    PGresult *copied = PQgetResult(handle_.get());
    // Only after its last result a statement is over, also one that failed.
    while (PGresult *more = PQgetResult(handle_.get())) PQclear(more);
    check(copied);
}

void PgConnection::commit(bool has_written) {
    // Broken off while it waits for a standby, a commit would be acknowledged without it: it alone
    // may take as long as it takes. Where a statement has failed before, COMMIT says so.
    if (has_written) PQclear(PQexec(handle_.get(), "SET LOCAL statement_timeout = 0"));
    const PgRows ended = check(PQexec(handle_.get(), "COMMIT"));
    // Of a transaction in which a statement has failed, COMMIT rolls back and succeeds.
    const std::string_view tag = PQcmdStatus(const_cast<PGresult *>(ended.handle()));
    if (tag != "COMMIT") fail_rolled_back();
}

bool PgConnection::is_usable() {
    return PQconsumeInput(handle_.get()) == 1 && PQstatus(handle_.get()) == CONNECTION_OK &&
           PQtransactionStatus(handle_.get()) == PQTRANS_IDLE;
}

PgTransaction::PgTransaction(PgConnection& connection, Kind kind, const PgScope& scope)
    : connection_(connection), kind_(kind) {
    std::string begin = kind == Kind::write ? "BEGIN ISOLATION LEVEL READ COMMITTED"
                                            : "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";
    // Sent together: it takes no time of its own, and ends with the transaction.
    if (!scope.setting().empty()) begin += "; SET LOCAL stormote.event = '" + scope.setting() + "'";
    connection_.execute(begin.c_str());
}

PgTransaction::~PgTransaction() {
    // A connection on which it fails is not used again.
    if (is_open_) PQclear(PQexec(connection_.handle(), "ROLLBACK"));
}

void PgTransaction::turn_to(const PgScope& scope) {
    connection_.query("SELECT set_config('stormote.event', $1, true)",
                      PgValues().add(std::string_view(scope.setting())));
}

void PgTransaction::commit() {
    is_open_ = false;
    connection_.commit(kind_ == Kind::write);
}

}  // namespace stormote
