#include "kiosk/lists/people_list.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <unordered_map>

#include "kiosk/groups/group_plan.h"
#include "kiosk/lists/field_limits.h"
#include "kiosk/lists/list_columns.h"
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
    std::optional<std::size_t> rounds;
    // What else can be a criterion, as the list spells it.
    std::vector<std::pair<std::string, std::size_t>> others;
};

bool is_other(const std::optional<std::size_t>& column, const std::string& heading) {
    constexpr std::array taken{ListField::full_name,   ListField::given_name,
                               ListField::family_name, ListField::organisation,
                               ListField::sector,      ListField::role,
                               ListField::gender};
    return !heading.empty() &&
           (!column ||
            std::find(taken.begin(), taken.end(), static_cast<ListField>(*column)) == taken.end());
}

PeopleColumns read_people_headings(const ListHeadings& columns, ListProblems& problems) {
    check_has_name(columns, problems);
    const std::size_t line = columns.lines.front();
    PeopleColumns people;
    for (std::size_t i = 0; i < columns.headings.size(); ++i) {
        const std::string heading = fold_text(columns.headings[i]);
        if (heading == "rounds") {
            people.rounds = i;
            continue;
        }
        if (heading != "id") {
            if (is_other(columns.columns[i], heading)) {
                people.others.emplace_back(columns.headings[i], i);
            }
            continue;
        }
        if (people.id) {
            problems.push_back({line, columns.headings[i],
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
            {line, heading,
             input_error({"The column is missing. The headings must be "
                          "id,name,organisation,sector,role and may have gender."})});
    }
    return people;
}

std::string text_at(const CsvRow& row, const std::optional<std::size_t>& place) {
    return place && *place < row.cells.size() ? trim_text(row.cells[*place].text) : "";
}

// The columns without values yet, and where in a row they stand.
std::vector<std::optional<std::size_t>> add_columns(const PeopleColumns& places, PeopleList& list) {
    list.columns = standard_criteria();
    std::vector<std::optional<std::size_t>> cells{places.organisation, places.sector, places.role};
    if (places.gender) {
        cells.push_back(places.gender);
    } else {
        list.columns.pop_back();
    }
    list.standard_count = static_cast<int>(cells.size());
    for (const auto& [heading, place] : places.others) {
        list.columns.push_back({heading, CriterionKind::spread, {}, 1});
        cells.push_back(place);
    }
    return cells;
}

void read_rounds(const CsvRow& row, const PeopleColumns& places, PeopleList& list) {
    if (!places.rounds) return;
    const std::string text = text_at(row, places.rounds);
    int rounds = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), rounds);
    const bool is_number = read.ec == std::errc() && read.ptr == text.data() + text.size();
    constexpr int all_rounds = 1'000'000;
    if (text.empty()) rounds = all_rounds;
    if (!text.empty() && (!is_number || rounds < 1)) {
        list.problems.push_back({row.line, "rounds",
                                 input_error({"\"{}\" is not a number of rounds. Write how many "
                                              "rounds the person stays, or leave it empty."},
                                             text)});
    }
    list.rounds_stayed.push_back(rounds);
}

void check_lengths(const CsvRow& row, const ListHeadings& headings, ListProblems& problems) {
    for (std::size_t i = 0; i < std::min(row.cells.size(), headings.headings.size()); ++i) {
        const CsvCell& cell = row.cells[i];
        auto problem = check_length(trim_text(cell.text), FieldLimits::word);
        if (problem) problems.push_back({cell.line, headings.headings[i], std::move(*problem)});
        if (has_unreadable(cell.text)) {
            problems.push_back({cell.line, headings.headings[i], unreadable_character()});
        }
    }
}

}  // namespace

PeopleList read_people(const ListSource& source) {
    PeopleList list;
    const HeadedTable table =
        read_headed_table(source, registration_headings(), list_field_count, list.problems);
    if (table.headings.headings.empty()) return list;
    const PeopleColumns columns = read_people_headings(table.headings, list.problems);
    if (!list.problems.empty()) return list;
    const auto cells = add_columns(columns, list);
    std::unordered_map<std::string, std::size_t> lines;
    for (const CsvRow& row : table.rows) {
        check_lengths(row, table.headings, list.problems);
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
        for (std::size_t column = 0; column < cells.size(); ++column) {
            list.columns[column].values.push_back(text_at(row, cells[column]));
        }
        read_rounds(row, columns, list);
    }
    return list;
}

}  // namespace stormote
