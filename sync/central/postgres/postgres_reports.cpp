// PostgresStore and PostgresRows: reports.
#include "sync/central/postgres/postgres_rows.h"
#include "sync/central/postgres/postgres_store.h"

namespace stormote {

namespace {

std::optional<std::string> text_of(const ReportCell& cell) {
    const auto *text = std::get_if<std::string>(&cell);
    return text == nullptr ? std::nullopt : std::optional(*text);
}

std::optional<std::int64_t> number_of(const ReportCell& cell) {
    const auto *number = std::get_if<std::int64_t>(&cell);
    return number == nullptr ? std::nullopt : std::optional(*number);
}

// A column of rows as an array.
void add_column(PgValues& values, const ReportRows& rows, std::size_t column, ReportValue type) {
    std::vector<std::optional<std::string>> texts;
    std::vector<std::optional<std::int64_t>> numbers;
    for (const auto& row : rows) {
        if (type == ReportValue::text) texts.push_back(text_of(row[column]));
        if (type == ReportValue::number) numbers.push_back(number_of(row[column]));
    }
    if (type == ReportValue::text) {
        values.add_all(texts);
    } else {
        values.add_all(numbers);
    }
}

// From arrays, in the order of the rows.
std::string insertion_into(const ReportTable& table) {
    std::string columns;
    std::string arrays;
    int number = 1;
    for (const auto& [name, type] : table.columns) {
        columns += std::string(", ") + name;
        arrays += (arrays.empty() ? "$" : ", $") + std::to_string(++number) +
                  (type == ReportValue::text ? "::text[]" : "::bigint[]");
    }
    return std::string("INSERT INTO ") + table.name + "(event, municipality, row" + columns +
           ") SELECT $1, (SELECT municipality FROM event WHERE event = $1), row" + columns +
           " FROM unnest(" + arrays + ") WITH ORDINALITY AS given(" + columns.substr(2) + ", row)";
}

// Of the session, so that it lasts over the transactions of a run.
class SessionTurn final : public ReportTurn {
  public:
    // "STOR".
    static constexpr const char *take = "SELECT pg_try_advisory_lock(1398034258)";

    explicit SessionTurn(PgPool& pool) : connection_(pool.lease()) {}
    // A connection on which it fails is not used again, and the server ends its turn.
    ~SessionTurn() override {
        if (has_turn_) {
            PQclear(PQexec(connection_->handle(), "SELECT pg_advisory_unlock(1398034258)"));
        }
    }
    bool try_take() { return has_turn_ = connection_->query(take).number(0, 0) != 0; }

  private:
    PgPool::Lease connection_;
    bool has_turn_ = false;
};

}  // namespace

bool PostgresRows::replace_report(const EventReport& report) {
    const std::int64_t position = signed_number(report.position);
    // The rows of the tables go with it.
    connection_.query("DELETE FROM reported WHERE event = $1 AND position <= $2",
                      with_event().add(position));
    const PgRows made = connection_.query(
        "INSERT INTO reported(event, municipality, position, series) "
        "SELECT $1, municipality, $2, $3 FROM event WHERE event = $1 ON CONFLICT DO NOTHING",
        with_event().add(position).add(std::string_view(report.series)));
    if (made.changes() == 0) return false;
    for (std::size_t i = 0; i < report_tables().size(); ++i) {
        const ReportTable& table = report_tables()[i];
        if (report.tables[i].empty()) continue;
        PgValues values = with_event();
        for (std::size_t column = 0; column < table.columns.size(); ++column) {
            add_column(values, report.tables[i], column, table.columns[column].type);
        }
        connection_.query(insertion_into(table).c_str(), values);
    }
    return true;
}

void PostgresRows::forget_older_report() {
    connection_.query(
        "DELETE FROM reported WHERE event = $1 AND position < "
        "(SELECT max(run.position) FROM run WHERE run.event = $1)",
        with_event());
}

std::vector<ReportStanding> PostgresStore::report_standings() {
    const PgPool::Lease connection = pool_.lease();
    PgTransaction transaction(*connection, PgTransaction::Kind::snapshot, PgScope::every());
    const PgRows rows = connection->query(
        "SELECT known.event, known.municipality, log.last, reported.position, reported.series "
        "FROM event AS known JOIN (SELECT event, max(position) AS last FROM run GROUP BY event) "
        "AS log USING (event) LEFT JOIN reported USING (event) ORDER BY event");
    transaction.commit();
    std::vector<ReportStanding> standings;
    for (int row = 0; row < rows.count(); ++row) {
        ReportStanding& standing = standings.emplace_back(
            ReportStanding{EventId{Uuid{array_in<16>(rows, row, 0)}}, rows.text(row, 1),
                           static_cast<std::uint64_t>(rows.number(row, 2)), std::nullopt, ""});
        if (rows.is_null(row, 3)) continue;
        standing.reported = static_cast<std::uint64_t>(rows.number(row, 3));
        standing.series = rows.text(row, 4);
    }
    return standings;
}

void PostgresStore::read_rows(const EventId& event, const RowsReader& read) {
    const PgPool::Lease connection = pool_.lease();
    PgTransaction transaction(*connection, PgTransaction::Kind::snapshot, PgScope::of(event.value));
    PostgresRows rows(*connection, event);
    read(rows);
    transaction.commit();
}

bool PostgresStore::write_reports(const std::vector<EventReport>& reports) {
    const PgPool::Lease connection = pool_.lease();
    PgTransaction transaction(*connection, PgTransaction::Kind::write);
    for (const EventReport& report : reports) {
        transaction.turn_to(PgScope::of(report.event.value));
        if (!PostgresRows(*connection, report.event).replace_report(report)) return false;
    }
    transaction.commit();
    return true;
}

std::unique_ptr<ReportTurn> PostgresStore::take_report_turn() {
    auto turn = std::make_unique<SessionTurn>(pool_);
    if (!turn->try_take()) return nullptr;
    return turn;
}

}  // namespace stormote
