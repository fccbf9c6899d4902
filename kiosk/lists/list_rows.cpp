#include "kiosk/lists/list_rows.h"

#include <algorithm>
#include <utility>

#include "kiosk/lists/spreadsheet/workbook.h"

namespace stormote {

namespace {

// Titles, an address, a date: more than this stands above no headings.
constexpr std::size_t most_rows_above = 20;

std::size_t count_known(const CsvRow& row, HeadingWords words) {
    return static_cast<std::size_t>(std::count_if(
        row.cells.begin(), row.cells.end(),
        [words](const CsvCell& cell) { return find_heading(words, cell.text).has_value(); }));
}

std::size_t count_known(const std::vector<CsvRow>& rows, HeadingWords words) {
    return rows.empty() ? 0 : count_known(rows[find_heading_row(rows, words)], words);
}

// The text's first lines that are not empty, cut where no line of headings is that long: a file
// without line ends must not be read thrice.
std::string_view first_lines(std::string_view text) {
    constexpr std::size_t longest = 100'000;
    text = text.substr(std::min(text.find_first_not_of(" \r\n"), text.size()));
    bool is_quoted = false;
    std::size_t lines = 0;
    std::size_t end = 0;
    for (; end < std::min(text.size(), longest); ++end) {
        if (text[end] == '"') is_quoted = !is_quoted;
        const bool is_pair = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n';
        const bool is_line_end = text[end] == '\n' || (text[end] == '\r' && !is_pair);
        if (!is_quoted && is_line_end && ++lines > most_rows_above) break;
    }
    return text.substr(0, end);
}

CsvTable table_of(Sheet& sheet) {
    CsvTable table;
    for (SheetRow& source : sheet.rows) {
        CsvRow row{source.number, {}};
        for (std::size_t i = 0; i < source.cells.size(); ++i) {
            if (auto problem = check_cell_length(source.cells[i])) {
                table.problems.push_back({source.number, i, std::move(*problem)});
                row.cells.clear();
                break;
            }
            row.cells.push_back({std::move(source.cells[i]), source.number});
        }
        if (!row.cells.empty()) table.rows.push_back(std::move(row));
    }
    return table;
}

std::string names_of(const std::vector<Sheet>& sheets) {
    std::string names;
    for (const Sheet& sheet : sheets) names += (names.empty() ? "" : ", ") + sheet.name;
    return names;
}

// Which sheets of a workbook are read: the first rows of each say enough.
Sheet *choose_sheet(std::vector<Sheet>& sheets, HeadingWords words) {
    Sheet *best = nullptr;
    std::pair<std::size_t, bool> best_score{0, false};
    for (Sheet& sheet : sheets) {
        if (sheet.rows.empty()) continue;
        Sheet beginning;
        const auto end = sheet.rows.begin() + static_cast<std::ptrdiff_t>(
                                                  std::min(sheet.rows.size(), most_rows_above + 1));
        beginning.rows.assign(sheet.rows.begin(), end);
        const std::pair score{sheet.is_hidden ? 0 : count_known(table_of(beginning).rows, words),
                              !sheet.is_hidden};
        if (best == nullptr || score > best_score) {
            best = &sheet;
            best_score = score;
        }
    }
    return best;
}

ListRows read_sheet(const ListSource& source, HeadingWords words, ListProblems& problems) {
    ListRows rows;
    auto workbook = read_workbook(source.bytes);
    if (!workbook) {
        problems.push_back({0, "", workbook.error()});
        return rows;
    }
    std::vector<Sheet>& sheets = workbook.value().sheets;
    Sheet *chosen = nullptr;
    if (source.sheet.empty()) {
        chosen = choose_sheet(sheets, words);
    } else {
        const auto named = std::find_if(sheets.begin(), sheets.end(), [&](const Sheet& sheet) {
            return sheet.name == source.sheet;
        });
        if (named == sheets.end()) {
            problems.push_back({0, "",
                                input_error({"There is no sheet \"{}\". These exist: {}."},
                                            std::string(source.sheet), names_of(sheets))});
            return rows;
        }
        chosen = &*named;
    }
    if (chosen == nullptr) return rows;
    if (sheets.size() > 1) {
        rows.notes.push_back({0, "",
                              input_error({"The sheet \"{}\" was read. The file has these: {}."},
                                          chosen->name, names_of(sheets))});
    }
    const auto hidden = std::count_if(chosen->rows.begin(), chosen->rows.end(),
                                      [](const SheetRow& row) { return row.is_hidden; });
    if (hidden > 0) {
        const auto first = std::find_if(chosen->rows.begin(), chosen->rows.end(),
                                        [](const SheetRow& row) { return row.is_hidden; });
        rows.notes.push_back({first->number, "",
                              input_error({"The spreadsheet hides this row. All hidden rows were "
                                           "read: {}. Remove those that are not meant."},
                                          hidden)});
    }
    rows.table = table_of(*chosen);
    return rows;
}

}  // namespace

std::size_t find_heading_row(const std::vector<CsvRow>& rows, HeadingWords words) {
    std::size_t best = 0;
    std::size_t best_known =
        rows.empty() ? 0 : std::max<std::size_t>(1, count_known(rows.front(), words));
    for (std::size_t i = 1; i < std::min(rows.size(), most_rows_above); ++i) {
        const std::size_t known = count_known(rows[i], words);
        if (known > best_known) {
            best = i;
            best_known = known;
        }
    }
    return best;
}

char detect_separator(std::string_view text, HeadingWords words) {
    const std::string_view lines = first_lines(text);
    char best = ';';
    std::pair<std::size_t, std::size_t> best_score{0, 1};
    for (const char separator : {';', '\t', ','}) {
        const CsvTable table = read_csv(lines, separator);
        if (table.rows.empty()) continue;
        const CsvRow& row = table.rows[find_heading_row(table.rows, words)];
        const std::pair score{count_known(row, words), row.cells.size()};
        if (score > best_score) {
            best = separator;
            best_score = score;
        }
    }
    return best;
}

ListRows read_list_rows(const ListSource& source, HeadingWords words, ListProblems& problems) {
    if (source.bytes.size() <= most_list_bytes && is_workbook(source.bytes)) {
        return read_sheet(source, words, problems);
    }
    const ListText text = decode_list(source.bytes);
    if (text.problem) {
        problems.push_back(*text.problem);
        return {};
    }
    if (!source.sheet.empty()) {
        problems.push_back(
            {0, "", input_error({"The file is no spreadsheet, and has no sheets."})});
        return {};
    }
    return {read_csv(text.text, detect_separator(text.text, words)), {}, text.encoding};
}

}  // namespace stormote
