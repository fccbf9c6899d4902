#include "kiosk/documents/personal/remaining_data.h"

#include <nlohmann/json.hpp>

#include "kiosk/documents/spreadsheet/table_writers.h"

namespace stormote {

Table remaining_table(const std::vector<RetentionRow>& rows, const LatestFields& settings) {
    Table table;
    table.columns = {{"kind", {"Kind of document"}},
                     {"count", {"Count"}},
                     {"rule", {"What the decision says"}},
                     {"last_day", {"Last day"}, {""}, ColumnTexts::dates},
                     {"days_left", {"Days left"}}};
    const bool is_decided = !settings.get(SettingField::keep_decision).empty();
    for (const RetentionRow& row : rows) {
        const DocumentKindWords& kind = document_kinds()[static_cast<std::size_t>(row.kind)];
        Word rule{"undecided", {"Nothing is decided yet"}};
        if (is_decided) {
            rule = row.is_kept ? Word{"kept", {"Is kept"}} : Word{"destroyed", {"Is destroyed"}};
        }
        const bool has_day = is_decided && !row.last_day.empty();
        table.rows.push_back({Word{kind.stored.data(), kind.words}, row.count, rule,
                              has_day ? Cell(row.last_day) : Cell(),
                              has_day ? Cell(row.days_left) : Cell()});
    }
    return table;
}

std::string write_remaining_json(const RemainingData& data, const LatestFields& settings) {
    using Json = nlohmann::ordered_json;
    const auto rows_of = [](const Table& table) { return Json::parse(write_json(table)); };
    const std::string& decision = settings.get(SettingField::keep_decision);
    Json json;
    json["decision"] = nullptr;
    if (!decision.empty()) json["decision"] = decision;
    json["documents"] = rows_of(remaining_table(data.rows, settings));
    json["in_the_way"] = Json::array();
    for (const UnmetCondition& unmet : data.unmet) {
        json["in_the_way"].push_back(stored_condition(unmet.condition));
    }
    json["places"] = rows_of(data_places_table(data.places));
    json["files"] = data.files;
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace stormote
