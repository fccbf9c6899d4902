#include "kiosk/lists/headed_list.h"

#include <algorithm>

#include "kiosk/lists/field_limits.h"
#include "kiosk/lists/list_text.h"
#include "kiosk/lists/list_words.h"
#include "sync/base/text_folding.h"

namespace stormote {

HeadedList::HeadedList(const ListSource& source, const HeadedColumns& columns,
                       ListProblems& problems)
    : columns_(columns), problems_(problems) {
    HeadedTable table = read_headed_table(source, columns.words, columns.count, problems);
    headings_ = std::move(table.headings);
    notes_ = std::move(table.notes);
    check_headings();
    std::stable_sort(problems_.begin(), problems_.end(),
                     [](const auto& left, const auto& right) { return left.line < right.line; });
    if (!problems_.empty()) return;
    for (const CsvRow& listed : table.rows) {
        HeadedRow& row = rows_.emplace_back();
        row.line = listed.line;
        for (const auto& place : headings_.places) {
            auto& cell = row.cells.emplace_back();
            if (!place) continue;
            cell = *place < listed.cells.size() ? cell_text(listed.cells[*place].text) : "";
            if (has_unreadable(*cell)) {
                complain_at(listed.cells[*place].line, headings_.headings[*place],
                            unreadable_character());
            }
        }
    }
}

void HeadedList::check_headings() {
    for (std::size_t i = 0; i < headings_.headings.size(); ++i) {
        const std::string& heading = headings_.headings[i];
        if (headings_.columns[i] || heading.empty()) continue;
        if (columns_.unknown == UnknownHeadings::ignored) {
            notes_.push_back({headings_.lines[i], heading,
                              input_error({"The column is not known and is ignored."})});
            continue;
        }
        complain_at(headings_.lines[i], heading, unknown_heading(heading));
    }
    if (!headings_.place(columns_.needed) && problems_.empty()) {
        complain_at(headings_.lines.front(), columns_.needed_name,
                    input_error(columns_.needed_for));
    }
}

Error HeadedList::unknown_heading(const std::string& heading) const {
    const auto split = heading_in_language(heading);
    const bool is_in_language = columns_.translated != nullptr && split &&
                                !further_language(language_in_words(fold_text(split->said))) &&
                                find_heading(columns_.words, split->heading).has_value();
    if (!is_in_language) return input_error(columns_.known);
    return input_error({"\"{}\" is no further language here. Write {}, as in \"{}:en\"; Swedish "
                        "stands without one."},
                       split->said, further_language_tags(), split->heading);
}

Translations HeadedList::translations(const HeadedRow& row, std::size_t column,
                                      const std::string& text, const Translations& present,
                                      std::size_t longest) {
    Translations said = present;
    for (std::size_t language = 0; language < said.size(); ++language) {
        const std::size_t place = columns_.translated->place(column, language);
        if (!row.at(place)) continue;
        said[language] = row.text(place);
        if (said[language].empty()) continue;
        if (text.empty()) {
            complain(row, place,
                     input_error({"There is nothing that \"{}\" translates. Write it in Swedish, "
                                  "too, or leave the translation out."},
                                 said[language]));
        }
        if (auto problem = check_length(said[language], longest)) {
            complain(row, place, std::move(*problem));
        }
    }
    return said;
}

void HeadedList::complain(const HeadedRow& row, std::size_t column, Error message) {
    complain_at(row.line, headings_.heading(column), std::move(message));
}

void HeadedList::complain(const HeadedRow& row, Error message) {
    complain_at(row.line, "", std::move(message));
}

void HeadedList::remark(const HeadedRow& row, std::size_t column, Error message) {
    if (notes_.size() >= most_list_problems) return;
    notes_.push_back({row.line, headings_.heading(column), std::move(message)});
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
