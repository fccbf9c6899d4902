// Table writers: a table as a file, CSV for people and JSON for programs; the statistics, which are
// no table for programs, too. Pure.
#pragma once

#include <string>
#include <vector>

#include "sync/base/texts.h"
#include "sync/report/statistics/series_statistics.h"
#include "sync/report/statistics/statistics.h"
#include "sync/report/table.h"

namespace stormote {

// UTF-8 with byte order mark, `;` and CRLF, so that a Swedish Excel opens it by double-click.
// A text that a spreadsheet would run as a formula gets a leading apostrophe. Instants are local
// time.
[[nodiscard]] std::string write_csv(const Table& table, const Texts& texts);
// The same of rows of texts as they are, the headings first.
[[nodiscard]] std::string write_csv(const std::vector<std::vector<std::string>>& rows);

// An array with an object a row, keyed by the columns; null where a cell is empty, instants as
// RFC 3339 in UTC. The same table is the same bytes in every language and on every machine.
[[nodiscard]] std::string write_json(const Table& table);

// One object: each measure by its code, the sectors as an array, and what came later behind them.
[[nodiscard]] std::string write_json(const Statistics& statistics);
// The same object, and behind what is in it `by_series` and `by_meeting`: arrays of such objects,
// each with what it is of.
[[nodiscard]] std::string write_json(const Statistics& statistics,
                                     const std::vector<SeriesStatistics>& series);

}  // namespace stormote
