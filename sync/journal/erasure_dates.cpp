#include "sync/journal/erasure_dates.h"

#include "sync/journal/file/sqlite.h"

namespace stormote {

namespace {

// Among the cursors, which are small numbers under names.
constexpr std::string_view prefix = "erasure ";

}  // namespace

void ErasureDates::note(const OperationId& erasure, std::int64_t heard_ms) {
    Statement(database_, "INSERT OR IGNORE INTO cursor(name, value) VALUES(?, ?)")
        .bind(std::string(prefix) + to_string(erasure))
        .bind(heard_ms)
        .run();
}

std::unordered_map<OperationId, std::int64_t> ErasureDates::all() const {
    Statement rows(database_, "SELECT name, value FROM cursor WHERE name >= ? AND name < ?");
    rows.bind(prefix).bind("erasure!");
    std::unordered_map<OperationId, std::int64_t> dates;
    while (rows.step()) {
        const auto erasure = parse_id<OperationId>(rows.text(0).substr(prefix.size()));
        if (erasure) dates.emplace(*erasure, rows.number(1));
    }
    return dates;
}

}  // namespace stormote
