// EventReportTables: what is reported of an event: counts, organisations, and what was said, as it
// stands in what is exported for everybody. Nobody's name, and no row of one person. U+0000, which
// PostgreSQL keeps in no text, is U+FFFD. Pure.
#pragma once

#include "sync/central/store/event_report.h"
#include "sync/model/event_state.h"
#include "sync/report/statistics/statistics.h"

namespace stormote {

// The folded name of the event's series; empty where it belongs to none.
[[nodiscard]] std::string report_series(const EventState& state);
// One for each of report_tables(). The series is counted up to this meeting; nothing where it
// belongs to none.
[[nodiscard]] std::vector<ReportRows> event_report_tables(const EventState& state,
                                                          const std::optional<Statistics>& series);

}  // namespace stormote
