#include "kiosk/lists/headed_list.h"

#include <algorithm>

#include "kiosk/lists/csv_reader.h"
#include "kiosk/lists/list_text.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

char most_frequent_separator(std::string_view text) {
    const std::string_view line = text.substr(0, std::min(text.find('\n'), text.size()));
    char best = ';';
    for (const char separator : {',', '\t'}) {
        if (std::count(line.begin(), line.end(), separator) >
            std::count(line.begin(), line.end(), best)) {
            best = separator;
        }
    }
    return best;
}

std::vector<std::string> trimmed(const CsvRow& row) {
    std::vector<std::string> texts;
    texts.reserve(row.cells.size());
    for (const CsvCell& cell : row.cells) texts.push_back(trim_text(cell.text));
    return texts;
}

}  // namespace

HeadedList::HeadedList(std::string_view bytes, const HeadedColumns& columns, ListProblems& problems)
    : columns_(columns), problems_(problems), places_(columns.count), spelled_(columns.count) {
    const ListText text = decode_list(bytes);
    if (text.problem) {
        problems_.push_back(*text.problem);
    } else {
        read(text.text);
    }
}

void HeadedList::read(std::string_view text) {
    const CsvTable table = read_csv(text, most_frequent_separator(text));
    for (const CsvProblem& problem : table.problems) {
        complain_at(problem.line, "", problem.message);
    }
    if (!problems_.empty()) return;
    if (table.rows.empty()) {
        return complain_at(0, "", input_error({"The file is empty. Save the list again."}));
    }
    read_headings(table.rows.front().line, trimmed(table.rows.front()));
    if (!problems_.empty()) return;
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        const std::vector<std::string> texts = trimmed(table.rows[i]);
        HeadedRow& row = rows_.emplace_back();
        row.line = table.rows[i].line;
        for (const auto& place : places_) {
            auto& cell = row.cells.emplace_back();
            if (place) cell = *place < texts.size() ? texts[*place] : "";
        }
    }
}

void HeadedList::read_headings(std::size_t line, const std::vector<std::string>& headings) {
    for (std::size_t i = 0; i < headings.size(); ++i) {
        const std::string& text = headings[i];
        if (text.empty()) continue;
        const auto found = std::find_if(
            columns_.words.begin(), columns_.words.end(),
            [folded = fold_text(text)](const auto& heading) { return heading.word == folded; });
        if (found == columns_.words.end()) {
            complain_at(line, text, input_error(columns_.known));
            continue;
        }
        const std::size_t column = found->column;
        if (places_.at(column)) {
            complain_at(line, text,
                        input_error({"The columns \"{}\" and \"{}\" mean the same. Keep one of "
                                     "them."},
                                    spelled_.at(column), text));
        }
        places_.at(column) = i;
        spelled_.at(column) = text;
    }
    if (!places_.at(columns_.needed) && problems_.empty()) {
        complain_at(line, columns_.needed_name, input_error(columns_.needed_for));
    }
}

void HeadedList::complain(const HeadedRow& row, std::size_t column, Error message) {
    complain_at(row.line, spelled_.at(column), std::move(message));
}

void HeadedList::complain(const HeadedRow& row, Error message) {
    complain_at(row.line, "", std::move(message));
}

void HeadedList::complain_at(std::size_t line, std::string column, Error message) {
    if (problems_.size() >= most_list_problems) return;
    problems_.push_back({line, std::move(column), std::move(message)});
}

bool HeadedList::is_first(const HeadedRow& row, const std::string& what) {
    const auto [known, is_new] = lines_.emplace(what, row.line);
    if (!is_new) {
        complain(row, columns_.needed,
                 input_error({"It is on line {} already. Keep one of them."}, known->second));
    }
    return is_new;
}

}  // namespace stormote
