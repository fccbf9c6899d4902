#include "kiosk/lists/headed_table.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "kiosk/lists/list_text.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

// The text's first line that is not empty.
std::string_view first_line(std::string_view text) {
    const std::size_t start = std::min(text.find_first_not_of(" \r\n"), text.size());
    bool is_quoted = false;
    std::size_t end = start;
    for (; end < text.size(); ++end) {
        if (text[end] == '"') is_quoted = !is_quoted;
        if (!is_quoted && (text[end] == '\r' || text[end] == '\n')) break;
    }
    return text.substr(start, end - start);
}

std::optional<std::size_t> find_key(HeadingWords words, const std::string& key) {
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&key](const HeadingWord& word) { return word.word == key; });
    if (found == words.end()) return std::nullopt;
    return found->column;
}

ListHeadings read_headings(const CsvRow& row, HeadingWords words, std::size_t column_count,
                           ListProblems& problems) {
    ListHeadings read;
    read.places.resize(column_count);
    for (const CsvCell& cell : row.cells) {
        const std::string heading = trim_text(cell.text);
        const auto column = find_heading(words, heading);
        read.headings.push_back(heading);
        read.lines.push_back(cell.line);
        read.columns.push_back(column);
        if (!column) continue;
        auto& place = read.places.at(*column);
        if (place) {
            problems.push_back(
                {cell.line, heading,
                 input_error({"The columns \"{}\" and \"{}\" mean the same. Keep one of them."},
                             read.headings[*place], heading)});
        } else {
            place = read.headings.size() - 1;
        }
    }
    return read;
}

}  // namespace

std::string heading_key(std::string_view heading) {
    std::string key;
    for (const std::string& word : fold_words(heading)) key += word;
    return key;
}

std::optional<std::size_t> find_heading(HeadingWords words, std::string_view heading) {
    const auto found = find_key(words, heading_key(heading));
    return found ? found : find_key(words, heading_key(heading.substr(0, heading.find('('))));
}

char detect_separator(std::string_view text, HeadingWords words) {
    // Longer headings than this are no headings; a file without line ends must not be read thrice.
    const std::string_view line = first_line(text).substr(0, 100'000);
    char best = ';';
    std::pair<std::ptrdiff_t, std::size_t> best_score{0, 1};
    for (const char separator : {';', '\t', ','}) {
        const CsvTable table = read_csv(line, separator);
        if (table.rows.empty()) continue;
        const auto& cells = table.rows.front().cells;
        const auto known = std::count_if(cells.begin(), cells.end(), [words](const CsvCell& cell) {
            return find_heading(words, cell.text).has_value();
        });
        const std::pair score{known, cells.size()};
        if (score > best_score) {
            best = separator;
            best_score = score;
        }
    }
    return best;
}

CsvTable read_list_rows(std::string_view bytes, HeadingWords words, ListProblems& problems) {
    const ListText text = decode_list(bytes);
    if (text.problem) {
        problems.push_back(*text.problem);
        return {};
    }
    return read_csv(text.text, detect_separator(text.text, words));
}

HeadedTable read_headed_table(std::string_view bytes, HeadingWords words, std::size_t column_count,
                              ListProblems& problems) {
    HeadedTable table;
    table.headings.places.resize(column_count);
    CsvTable read = read_list_rows(bytes, words, problems);
    if (!problems.empty()) return table;
    if (read.rows.empty() && read.problems.empty()) {
        problems.push_back({0, "", input_error({"The file is empty. Save the list again."})});
        return table;
    }
    const bool has_headings =
        !read.rows.empty() &&
        (read.problems.empty() || read.rows.front().line < read.problems.front().line);
    if (has_headings) {
        table.headings = read_headings(read.rows.front(), words, column_count, problems);
    }
    // Without sound headings the cells mean nothing.
    if (has_headings && problems.empty()) {
        table.rows.assign(std::make_move_iterator(read.rows.begin() + 1),
                          std::make_move_iterator(read.rows.end()));
    }
    for (const CsvProblem& problem : read.problems) {
        const bool is_named = problem.cell < table.headings.headings.size();
        problems.push_back(
            {problem.line, is_named ? table.headings.headings[problem.cell] : "", problem.message});
    }
    return table;
}

}  // namespace stormote
