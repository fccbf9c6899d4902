#include "kiosk/documents/public_table.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "sync/report/message_tables.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

constexpr std::array<std::string_view, 9> naming{"name",    "names",       "attendee",
                                                 "email",   "phone",       "reach",
                                                 "contact", "declared_by", "facilitator"};
constexpr std::array<std::string_view, 3> describing{"organisation", "sector", "language"};

bool is_among(const auto& keys, std::string_view key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

std::size_t column_of(const Table& table, std::string_view key) {
    const auto found =
        std::find_if(table.columns.begin(), table.columns.end(),
                     [key](const ReportColumn& column) { return column.key == key; });
    return static_cast<std::size_t>(found - table.columns.begin());
}

}  // namespace

Table without_names(Table table) {
    const bool is_of_people = std::any_of(
        table.columns.begin(), table.columns.end(),
        [](const ReportColumn& column) { return std::string_view(column.key) == "name"; });
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const std::string_view key = table.columns[i].key;
        if (!is_among(naming, key) && !(is_of_people && is_among(describing, key))) continue;
        for (auto& row : table.rows) row[i] = Cell();
    }
    return table;
}

Table public_messages(const EventState& state) {
    Table table = without_names(messages_table(state));
    const std::size_t kind = column_of(table, "kind");
    const std::size_t text = column_of(table, "text");
    for (auto& row : table.rows) {
        if (row[kind] == Cell(message_kind_word(MessageKind::contact))) row[text] = Cell();
    }
    return table;
}

}  // namespace stormote
