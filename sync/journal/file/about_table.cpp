#include "sync/journal/file/about_table.h"

namespace stormote {

std::optional<Bytes> AboutTable::find(std::string_view name) const {
    Statement statement(database_, "SELECT value FROM about WHERE name = ?");
    statement.bind(name);
    if (!statement.step()) return std::nullopt;
    const ByteView value = statement.blob(0);
    return Bytes(value.begin(), value.end());
}

void AboutTable::set(std::string_view name, ByteView value) {
    Statement(database_, "INSERT OR REPLACE INTO about(name, value) VALUES(?, ?)")
        .bind(name)
        .bind(value)
        .run();
}

}  // namespace stormote
