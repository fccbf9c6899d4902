#include "sync/journal/exchange_cursors.h"

#include "sync/journal/file/sqlite.h"

namespace stormote {

std::uint64_t ExchangeCursors::get(const std::string& name) const {
    Statement select(database_, "SELECT value FROM cursor WHERE name = ?");
    select.bind(name);
    return select.step() ? static_cast<std::uint64_t>(select.number(0)) : 0;
}

void ExchangeCursors::set(const std::string& name, std::uint64_t value) {
    Statement(database_, "INSERT OR REPLACE INTO cursor(name, value) VALUES(?, ?)")
        .bind(name)
        .bind(static_cast<std::int64_t>(value))
        .run();
}

void ExchangeCursors::forget_positions() {
    database_.execute("DELETE FROM cursor WHERE name LIKE 'position at %'");
}

}  // namespace stormote
