#include "kiosk/lists/registrations/registration_list.h"

#include "kiosk/lists/registrations/registration_row.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

// "Summa;;37" below the people.
bool is_sum(const CsvRow& row) {
    bool has_word = false;
    for (const CsvCell& cell : row.cells) {
        const std::string text = trim_text(cell.text);
        if (text.find_first_not_of("0123456789 ,.") == std::string::npos) continue;
        const std::string word = heading_key(text);
        if (word != "summa" && word != "totalt" && word != "total" && word != "antal" &&
            word != "sum" && word != "antalanmalda") {
            return false;
        }
        has_word = true;
    }
    return has_word;
}

void note_unknown_headings(RegistrationList& list) {
    for (std::size_t i = 0; i < list.columns.headings.size(); ++i) {
        const std::string& heading = list.columns.headings[i];
        if (list.columns.columns[i] || heading.empty() || is_review_heading(heading)) continue;
        list.notes.push_back({list.columns.lines[i], heading,
                              input_error({"The column is not known and is ignored."})});
    }
}

}  // namespace

std::string Registration::full_name() const {
    const std::string& given = get(AttendeeField::given_name);
    const std::string& family = get(AttendeeField::family_name);
    if (given.empty() || family.empty()) return given + family;
    return given + ' ' + family;
}

RegistrationList read_registrations(const ListSource& source, KeepRows keep) {
    ListProblems problems;
    HeadedTable table =
        read_headed_table(source, registration_headings(), list_field_count, problems);
    return check_registrations(std::move(table), std::move(problems), keep);
}

RegistrationList registrations_of(ListRows rows, KeepRows keep) {
    ListProblems problems;
    HeadedTable table =
        headed_table_of(std::move(rows), registration_headings(), list_field_count, problems);
    return check_registrations(std::move(table), std::move(problems), keep);
}

RegistrationList check_registrations(HeadedTable table, ListProblems problems, KeepRows keep) {
    RegistrationList list;
    list.problems = std::move(problems);
    list.columns = std::move(table.headings);
    list.notes = std::move(table.notes);
    list.encoding = table.encoding;
    note_unknown_headings(list);
    if (!list.columns.headings.empty() && !check_has_name(list.columns, list.problems)) return list;
    if (table.rows.empty() && list.problems.empty()) {
        list.problems.push_back(
            {list.columns.lines.front(), "",
             input_error({"There are only headings, and no people below them."})});
    }
    std::erase_if(table.rows, [&list](const CsvRow& row) {
        if (!is_sum(row)) return false;
        list.notes.push_back({row.line, "", input_error({"The row is a sum, and is ignored."})});
        return true;
    });
    list.registrations.reserve(table.rows.size());
    for (const CsvRow& row : table.rows) {
        if (list.problems.size() >= most_list_problems) {
            // What was not looked at is neither clear nor set aside.
            list.problems.push_back({row.line, "",
                                     input_error({"The list was read no further: it has more "
                                                  "problems than anybody mends one by one."}),
                                     true});
            break;
        }
        read_registration(row, list);
    }
    if (keep == KeepRows::yes) list.rows = std::move(table.rows);
    return list;
}

}  // namespace stormote
