#include "kiosk/organiser/people_list.h"

#include <algorithm>
#include <unordered_map>

#include "kiosk/organiser/list_columns.h"
#include "kiosk/organiser/list_text.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

// The column of each heading; nothing for one that is missing.
struct PeopleColumns {
    std::optional<std::size_t> id;
    std::optional<std::size_t> organisation;
    std::optional<std::size_t> sector;
    std::optional<std::size_t> role;
    std::optional<std::size_t> gender;
};

PeopleColumns read_people_headings(const CsvRow& row, ListProblems& problems) {
    ListProblems notes;
    const ListColumns columns = read_headings(row, problems, notes);
    PeopleColumns people;
    for (std::size_t i = 0; i < columns.headings.size(); ++i) {
        if (fold_text(columns.headings[i]) != "id") continue;
        if (people.id) {
            problems.push_back({row.line, columns.headings[i],
                                input_error({"The columns \"{}\" and \"{}\" mean the same. Keep "
                                             "one of them."},
                                            columns.headings[*people.id], columns.headings[i])});
        }
        people.id = i;
    }
    people.organisation = columns.place(ListField::organisation);
    people.sector = columns.place(ListField::sector);
    people.role = columns.place(ListField::role);
    people.gender = columns.place(ListField::gender);
    for (const auto& [heading, place] : {std::pair{"id", people.id},
                                         {"organisation", people.organisation},
                                         {"sector", people.sector},
                                         {"role", people.role}}) {
        if (place) continue;
        problems.push_back(
            {row.line, heading,
             input_error({"The column is missing. The headings must be "
                          "id,name,organisation,sector,role and may have gender."})});
    }
    return people;
}

std::string text_at(const CsvRow& row, const std::optional<std::size_t>& place) {
    return place && *place < row.cells.size() ? trim_text(row.cells[*place].text) : "";
}

}  // namespace

PeopleList read_people(std::string_view bytes) {
    PeopleList list;
    const ListText text = decode_list(bytes);
    if (text.problem) {
        list.problems.push_back(*text.problem);
        return list;
    }
    const CsvTable table = read_csv(text.text, detect_separator(text.text));
    for (const CsvProblem& problem : table.problems) {
        list.problems.push_back({problem.line, "", problem.message});
    }
    if (!list.problems.empty()) return list;
    if (table.rows.empty()) {
        list.problems.push_back({0, "", input_error({"The file is empty. Save the list again."})});
        return list;
    }
    const PeopleColumns columns = read_people_headings(table.rows.front(), list.problems);
    if (!list.problems.empty()) return list;
    std::unordered_map<std::string, std::size_t> lines;
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        const CsvRow& row = table.rows[i];
        std::string id = text_at(row, columns.id);
        const auto [known, is_new] = lines.emplace(id, row.line);
        if (id.empty()) {
            list.problems.push_back({row.line, "id", input_error({"The id is missing."})});
        } else if (!is_new) {
            list.problems.push_back({row.line, "id",
                                     input_error({"The id {} is on line {} already. Every person "
                                                  "needs an id of their own."},
                                                 id, known->second)});
        }
        list.ids.push_back(std::move(id));
        list.people.push_back({text_at(row, columns.organisation), text_at(row, columns.sector),
                               text_at(row, columns.role), text_at(row, columns.gender),
                               std::nullopt});
    }
    return list;
}

}  // namespace stormote
