#include "sync/journal/erasure_dates.h"

#include "sync/journal/file/sqlite.h"

namespace stormote {

namespace {

// Among the cursors, which are small numbers under names.
constexpr std::string_view prefix = "erasure ";

}  // namespace

void ErasureDates::note(const OperationPlace& erasure, std::int64_t heard_ms) {
    const std::string name =
        std::string(prefix) + to_string(erasure.device) + ' ' + std::to_string(erasure.sequence);
    Statement(database_, "INSERT OR IGNORE INTO cursor(name, value) VALUES(?, ?)")
        .bind(name)
        .bind(heard_ms)
        .run();
}

std::map<OperationPlace, std::int64_t> ErasureDates::all() const {
    constexpr std::size_t id_length = 36;
    Statement rows(database_, "SELECT name, value FROM cursor WHERE name >= ? AND name < ?");
    rows.bind(prefix).bind("erasure!");
    std::map<OperationPlace, std::int64_t> dates;
    while (rows.step()) {
        const std::string place = rows.text(0).substr(prefix.size());
        const auto device = parse_id<DeviceId>(place.substr(0, id_length));
        if (!device || place.size() < id_length + 2) continue;
        dates.emplace(OperationPlace{*device, std::stoull("0" + place.substr(id_length + 1))},
                      rows.number(1));
    }
    return dates;
}

}  // namespace stormote
