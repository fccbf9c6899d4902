#include "kiosk/documents/public_table.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace stormote {

namespace {

constexpr std::array<std::string_view, 9> naming{"name",    "names",       "attendee",
                                                 "email",   "phone",       "reach",
                                                 "contact", "declared_by", "facilitator"};
constexpr std::array<std::string_view, 3> describing{"organisation", "sector", "language"};

bool is_among(const auto& keys, std::string_view key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

}  // namespace

Table without_names(Table table) {
    const bool is_of_people =
        std::any_of(table.columns.begin(), table.columns.end(),
                    [](const Column& column) { return std::string_view(column.key) == "name"; });
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const std::string_view key = table.columns[i].key;
        if (!is_among(naming, key) && !(is_of_people && is_among(describing, key))) continue;
        for (auto& row : table.rows) row[i] = Cell();
    }
    return table;
}

}  // namespace stormote
