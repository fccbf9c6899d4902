// EventReport: what the reporting tables say of one event, and which tables there are. The tables
// are documented in assets/central/reporting.md. Pure values.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "sync/model/ids.h"

namespace stormote {

enum class ReportValue : std::uint8_t { text, number };
struct ReportTableColumn {
    const char *name = "";
    ReportValue type = ReportValue::text;
};
// Every table has the event, its municipality and the number of the row besides.
struct ReportTable {
    const char *name = "";
    std::vector<ReportTableColumn> columns;
};
[[nodiscard]] const std::vector<ReportTable>& report_tables();

// std::monostate: nothing is known, or the question does not arise.
using ReportCell = std::variant<std::monostate, std::string, std::int64_t>;
using ReportRows = std::vector<std::vector<ReportCell>>;

struct EventReport {
    EventId event;
    // Of the log: all up to there is in it.
    std::uint64_t position = 0;
    // The folded name of the series that it is counted in; empty: none.
    std::string series;
    // One for each of report_tables(), in their order.
    std::vector<ReportRows> tables;
};

// How far the report of an event has come.
struct ReportStanding {
    EventId event;
    std::string municipality;
    std::uint64_t position = 0;             // of the log, its last
    std::optional<std::uint64_t> reported;  // up to where it was reported; nothing: never
    std::string series;                     // as it was reported
};

// Whoever holds it reports, and no other process of the store does meanwhile.
class ReportTurn {
  public:
    ReportTurn() = default;
    virtual ~ReportTurn() = default;
    ReportTurn(const ReportTurn&) = delete;
    ReportTurn& operator=(const ReportTurn&) = delete;
};

}  // namespace stormote
