// SqliteStore and SqliteRows: reports.
#include "sync/central/sqlite/sqlite_rows.h"
#include "sync/central/sqlite/sqlite_store.h"

namespace stormote {

namespace {

void bind_cell(Statement& statement, const ReportCell& cell) {
    if (const auto *text = std::get_if<std::string>(&cell)) {
        statement.bind(*text);
    } else if (const auto *value = std::get_if<std::int64_t>(&cell)) {
        statement.bind(*value);
    } else {
        statement.bind_null();
    }
}

std::string insertion_into(const ReportTable& table) {
    std::string columns;
    std::string marks;
    for (const ReportTableColumn& column : table.columns) {
        columns += std::string(", ") + column.name;
        marks += ", ?";
    }
    return std::string("INSERT INTO ") + table.name + "(event, municipality, row" + columns +
           ") VALUES(?1, (SELECT municipality FROM event WHERE event = ?1), ?2" + marks + ")";
}

void insert_rows(const Database& database, const EventId& event, const ReportTable& table,
                 const ReportRows& rows) {
    Statement insert(database, insertion_into(table).c_str());
    std::int64_t row = 0;
    for (const auto& cells : rows) {
        insert.bind(view(event)).bind(++row);
        for (const ReportCell& cell : cells) bind_cell(insert, cell);
        insert.run();
    }
}

}  // namespace

bool SqliteRows::replace_report(const EventReport& report) {
    // The rows of the tables go with it.
    Statement(database_, "DELETE FROM reported WHERE event = ? AND position <= ?")
        .bind(view(event()))
        .bind(number(report.position))
        .run();
    Statement(database_,
              "INSERT OR IGNORE INTO reported(event, municipality, position, series) "
              "SELECT event, municipality, ?2, ?3 FROM event WHERE event = ?1")
        .bind(view(event()))
        .bind(number(report.position))
        .bind(report.series)
        .run();
    if (database_.changes() == 0) return false;
    for (std::size_t i = 0; i < report_tables().size(); ++i) {
        insert_rows(database_, event(), report_tables()[i], report.tables[i]);
    }
    return true;
}

void SqliteRows::forget_older_report() {
    Statement(database_,
              "DELETE FROM reported WHERE event = ?1 AND position < "
              "(SELECT max(position) FROM run WHERE event = ?1)")
        .bind(view(event()))
        .run();
}

std::vector<ReportStanding> SqliteStore::report_standings() {
    const std::lock_guard lock(mutex_);
    Statement rows(database_,
                   "SELECT log.event, coalesce(event.municipality, ''), log.last, "
                   "reported.position, reported.series FROM (SELECT event, max(position) AS last "
                   "FROM run GROUP BY event) AS log LEFT JOIN event USING(event) "
                   "LEFT JOIN reported USING(event) ORDER BY log.event");
    std::vector<ReportStanding> standings;
    while (rows.step()) {
        const auto event = to_array<16>(rows.blob(0));
        if (!event) fail_damaged_store(database_.path());
        ReportStanding& standing = standings.emplace_back(
            ReportStanding{EventId{Uuid{*event}}, rows.text(1),
                           static_cast<std::uint64_t>(rows.number(2)), std::nullopt, ""});
        if (rows.is_null(3)) continue;
        standing.reported = static_cast<std::uint64_t>(rows.number(3));
        standing.series = rows.text(4);
    }
    return standings;
}

void SqliteStore::read_rows(const EventId& event, const RowsReader& read) {
    // By a connection of its own, so that others write meanwhile.
    Database database(database_.path(), DatabaseMode::read_only);
    const Snapshot snapshot(database);
    SqliteRows rows(database, event);
    read(rows);
}

bool SqliteStore::write_reports(const std::vector<EventReport>& reports) {
    const std::lock_guard lock(mutex_);
    Transaction transaction(database_);
    for (const EventReport& report : reports) {
        if (!SqliteRows(database_, report.event).replace_report(report)) return false;
    }
    transaction.commit();
    return true;
}

// A file is one program's: two that report at once do the work twice, and the same.
std::unique_ptr<ReportTurn> SqliteStore::take_report_turn() {
    return std::make_unique<ReportTurn>();
}

}  // namespace stormote
