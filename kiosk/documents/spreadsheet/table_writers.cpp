#include "kiosk/documents/spreadsheet/table_writers.h"

#include <cassert>

#include <nlohmann/json.hpp>

#include "sync/base/local_time.h"
#include "sync/base/match.h"

namespace stormote {

namespace {

// What spreadsheets take for the start of a formula (OWASP, "CSV Injection").
bool is_run_as_formula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
}

void append_quoted(std::string& csv, std::string_view text) {
    const std::string guarded = (is_run_as_formula(text) ? "'" : "") + std::string(text);
    if (guarded.find_first_of(";\"\r\n\t") == std::string::npos) {
        csv += guarded;
        return;
    }
    csv += '"';
    for (const char c : guarded) {
        if (c == '"') csv += '"';
        csv += c;
    }
    csv += '"';
}

// "2022-10-12 18:03": Excel and LibreOffice take it for a date and time.
std::string local_text(Instant instant) {
    std::string text = local_time_of(instant.wall_ms);
    text[10] = ' ';
    return text;
}

void append_cell(std::string& csv, const Cell& cell, const Texts& texts) {
    std::visit(
        Match{[](std::monostate) {}, [&](const std::string& text) { append_quoted(csv, text); },
              [&](std::int64_t number) { csv += std::to_string(number); },
              [&](Instant instant) { csv += local_text(instant); },
              [&](const Word& word) { append_quoted(csv, texts.get(word.shown)); }},
        cell);
}

nlohmann::ordered_json to_json(const Cell& cell) {
    using Json = nlohmann::ordered_json;
    return std::visit(Match{[](std::monostate) { return Json(nullptr); },
                            [](const std::string& text) { return Json(text); },
                            [](std::int64_t number) { return Json(number); },
                            [](Instant instant) { return Json(utc_text(instant.wall_ms)); },
                            [](const Word& word) { return Json(word.code); }},
                      cell);
}

}  // namespace

std::string write_csv(const std::vector<std::vector<std::string>>& rows) {
    std::string csv = "\xEF\xBB\xBF";
    for (const auto& row : rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) csv += ';';
            append_quoted(csv, row[i]);
        }
        csv += "\r\n";
    }
    return csv;
}

std::string write_csv(const Table& table, const Texts& texts) {
    std::string csv = "\xEF\xBB\xBF";
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (i > 0) csv += ';';
        append_quoted(csv, texts.get(table.columns[i].heading));
    }
    csv += "\r\n";
    for (const auto& row : table.rows) {
        assert(row.size() == table.columns.size());
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) csv += ';';
            append_cell(csv, row[i], texts);
        }
        csv += "\r\n";
    }
    return csv;
}

std::string write_json(const Table& table) {
    std::string text = "[";
    for (const auto& row : table.rows) {
        assert(row.size() == table.columns.size());
        nlohmann::ordered_json object;
        for (std::size_t i = 0; i < row.size(); ++i) {
            object[table.columns[i].key] = to_json(row[i]);
        }
        text += text.size() == 1 ? "\n" : ",\n";
        // Texts come from lists that others made: what is not UTF-8 is replaced, never thrown at.
        text += object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
    }
    return text + (table.rows.empty() ? "]\n" : "\n]\n");
}

namespace {

void add_counts(const Statistics& statistics, nlohmann::ordered_json& json) {
    for (const Measure& measure : measures()) json[measure.word.code] = statistics.*measure.value;
    json["sectors"] = nlohmann::ordered_json::array();
    for (const SectorCount& sector : statistics.sectors) {
        nlohmann::ordered_json& entry = json["sectors"].emplace_back();
        entry["sector"] = nullptr;
        if (!sector.sector.empty()) entry["sector"] = sector.sector;
        entry["organisations"] = sector.organisations;
        entry["people"] = sector.people;
    }
    json["registered_late"] = statistics.registered_late;
    json["no_show_percent"] = statistics.no_show_percent();
    json["absent_sectors"] = statistics.absent_sectors;
    if (statistics.meetings > 1) {
        json["returning_people"] = statistics.returning_people;
        json["returning_organisations"] = statistics.returning_organisations;
    }
    if (statistics.meetings != 1) return;
    json["arrivals"] = nlohmann::ordered_json::array();
    for (const Arrivals& quarter : statistics.arrivals) {
        nlohmann::ordered_json& entry = json["arrivals"].emplace_back();
        entry["from"] = utc_text(quarter.from_ms);
        entry["people"] = quarter.people;
    }
}

// How many of those who came to a meeting had come to an earlier one of its series.
void add_newcomers(const Newcomers& newcomers, nlohmann::ordered_json& json) {
    json["new_people"] = newcomers.new_people;
    json["returning_people"] = newcomers.returning_people;
    json["new_organisations"] = newcomers.new_organisations;
    json["returning_organisations"] = newcomers.returning_organisations;
}

nlohmann::ordered_json text_or_null(const std::string& text) {
    return text.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(text);
}

std::string dump(const nlohmann::ordered_json& json) {
    return json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

}  // namespace

std::string write_json(const Statistics& statistics) {
    nlohmann::ordered_json json;
    add_counts(statistics, json);
    return dump(json);
}

std::string write_json(const Statistics& statistics, const std::vector<SeriesStatistics>& series) {
    nlohmann::ordered_json json;
    add_counts(statistics, json);
    json["by_series"] = nlohmann::ordered_json::array();
    auto meetings = nlohmann::ordered_json::array();
    for (const SeriesStatistics& one : series) {
        nlohmann::ordered_json& entry = json["by_series"].emplace_back();
        entry["series"] = text_or_null(one.series);
        add_counts(one.counted, entry);
        assert(one.counted.newcomers.size() == one.meetings.size());
        auto newcomers = one.counted.newcomers.begin();
        for (const MeetingStatistics& meeting : one.meetings) {
            nlohmann::ordered_json& row = meetings.emplace_back();
            row["name"] = meeting.name;
            row["starts"] = text_or_null(meeting.starts);
            row["series"] = text_or_null(one.series);
            add_counts(meeting.counted, row);
            add_newcomers(*newcomers++, row);
        }
    }
    json["by_meeting"] = std::move(meetings);
    return dump(json);
}

}  // namespace stormote
