#include "kiosk/lists/headed_table.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "kiosk/lists/list_text.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

// Of two columns that mean the same one is read, where their ranks say which.
ListHeadings read_headings(const CsvRow& row, HeadingWords words, std::size_t column_count,
                           ListProblems& problems, ListProblems& notes) {
    ListHeadings read;
    read.places.resize(column_count);
    std::vector<std::uint8_t> ranks(column_count);
    for (const CsvCell& cell : row.cells) {
        const std::string heading = trim_text(cell.text);
        const HeadingWord *word = find_heading_word(words, heading);
        read.headings.push_back(heading);
        read.lines.push_back(cell.line);
        read.columns.push_back(word == nullptr ? std::nullopt : std::optional(word->column));
        if (has_unreadable(heading)) {
            problems.push_back({cell.line, heading, unreadable_character()});
        }
        if (word == nullptr) continue;
        auto& place = read.places.at(word->column);
        auto& rank = ranks.at(word->column);
        const std::size_t here = read.headings.size() - 1;
        if (!place) {
            place = here;
            rank = word->rank;
        } else if (word->rank == rank) {
            problems.push_back(
                {cell.line, heading,
                 input_error({"The columns \"{}\" and \"{}\" mean the same. Keep one of them."},
                             read.headings[*place], heading)});
        } else {
            const std::size_t spare = word->rank < rank ? *place : here;
            if (word->rank < rank) {
                place = here;
                rank = word->rank;
            }
            notes.push_back({read.lines[spare], read.headings[spare],
                             input_error({"The column is ignored: \"{}\" says it, too."},
                                         read.headings[*place])});
        }
    }
    return read;
}

}  // namespace

HeadedTable read_headed_table(const ListSource& source, HeadingWords words,
                              std::size_t column_count, ListProblems& problems) {
    ListRows rows = read_list_rows(source, words, problems);
    return headed_table_of(std::move(rows), words, column_count, problems);
}

HeadedTable headed_table_of(ListRows rows, HeadingWords words, std::size_t column_count,
                            ListProblems& problems) {
    HeadedTable table;
    table.headings.places.resize(column_count);
    CsvTable& read = rows.table;
    table.notes = std::move(rows.notes);
    table.encoding = rows.encoding;
    if (!problems.empty()) return table;
    if (read.rows.empty() && read.problems.empty()) {
        problems.push_back({0, "", input_error({"The file is empty. Save the list again."})});
        return table;
    }
    const std::size_t heading = find_heading_row(read.rows, words);
    const bool has_headings =
        !read.rows.empty() &&
        (read.problems.empty() || read.rows[heading].line < read.problems.front().line);
    if (has_headings) {
        table.headings =
            read_headings(read.rows[heading], words, column_count, problems, table.notes);
    }
    if (has_headings && heading > 0) {
        table.notes.push_back(
            {read.rows[heading].line, "",
             input_error({"The headings were found here; what stands above them is ignored."})});
    }
    // Without sound headings the cells mean nothing.
    if (has_headings && problems.empty()) {
        table.rows.assign(
            std::make_move_iterator(read.rows.begin() + static_cast<std::ptrdiff_t>(heading) + 1),
            std::make_move_iterator(read.rows.end()));
    }
    for (const CsvProblem& problem : read.problems) {
        const bool is_named = problem.cell < table.headings.headings.size();
        problems.push_back({problem.line, is_named ? table.headings.headings[problem.cell] : "",
                            problem.message, true});
    }
    return table;
}

}  // namespace stormote
