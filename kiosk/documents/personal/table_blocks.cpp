#include "kiosk/documents/personal/table_blocks.h"

#include <algorithm>
#include <array>

#include "kiosk/lists/corrections.h"
#include "sync/base/date_text.h"
#include "sync/base/local_time.h"
#include "sync/base/match.h"
#include "sync/base/text_folding.h"
#include "sync/model/sector.h"

namespace stormote {

namespace {

// Ids are for programs.
constexpr std::array<std::string_view, 7> id_columns{"record", "note",      "message",  "mail",
                                                     "id",     "device_id", "operation"};

bool is_id_column(const ReportColumn& column) {
    return std::find(id_columns.begin(), id_columns.end(), column.key) != id_columns.end();
}

std::string text_in_words(const std::string& text, ColumnTexts kind, const Texts& texts) {
    if (kind == ColumnTexts::sectors) return sector_text(text, texts);
    if (kind == ColumnTexts::languages) {
        if (const auto name = language_name(text)) return texts.get(*name);
    }
    return text;
}

// "2022-10-12 17.36".
std::string instant_in_words(Instant instant, const Texts& texts) {
    const std::string local = local_time_of(instant.wall_ms);
    return local.substr(0, 10) + " " + time_in_words(local, texts.language());
}

// Wide where there is much to read, and never too narrow for a word.
double share_of(const std::vector<std::vector<std::string>>& rows, std::size_t column,
                std::string_view heading) {
    constexpr std::size_t narrowest = 8;
    constexpr std::size_t widest = 40;
    std::size_t longest = count_code_points(heading);
    for (const auto& row : rows) longest = std::max(longest, count_code_points(row[column]));
    return static_cast<double>(std::clamp(longest, narrowest, widest));
}

// Those that say something in a row, and are not for programs.
std::vector<std::size_t> shown_columns(const Table& table) {
    std::vector<std::size_t> shown;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const bool says_something = std::any_of(
            table.rows.begin(), table.rows.end(),
            [i](const auto& row) { return !std::holds_alternative<std::monostate>(row[i]); });
        if (says_something && !is_id_column(table.columns[i])) shown.push_back(i);
    }
    return shown;
}

}  // namespace

std::string cell_in_words(const Cell& cell, ColumnTexts texts_of_column, const Texts& texts) {
    return std::visit(
        Match{[](std::monostate) { return std::string(); },
              [&](const std::string& text) { return text_in_words(text, texts_of_column, texts); },
              [](std::int64_t number) { return std::to_string(number); },
              [&](Instant instant) { return instant_in_words(instant, texts); },
              [&](const Word& word) { return texts.get(word.shown); }},
        cell);
}

void add_table(std::vector<Block>& blocks, const Table& table, const Texts& texts) {
    if (table.rows.empty()) return;
    const std::vector<std::size_t> shown = shown_columns(table);
    TextTable block;
    for (const auto& row : table.rows) {
        auto& cells = block.rows.emplace_back();
        for (const std::size_t i : shown) {
            cells.push_back(cell_in_words(row[i], table.columns[i].texts, texts));
        }
    }
    for (std::size_t i = 0; i < shown.size(); ++i) {
        const std::string heading = texts.get(table.columns[shown[i]].heading);
        block.columns.push_back({heading, share_of(block.rows, i, heading)});
    }
    block.has_row_headers = true;
    blocks.emplace_back(std::move(block));
}

std::vector<std::string> rows_in_words(const Table& table, const Texts& texts) {
    const std::vector<std::size_t> shown = shown_columns(table);
    std::vector<std::string> lines;
    for (const auto& row : table.rows) {
        std::string line;
        for (const std::size_t i : shown) {
            const std::string words = cell_in_words(row[i], table.columns[i].texts, texts);
            if (!words.empty()) line += (line.empty() ? "" : " · ") + words;
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

}  // namespace stormote
