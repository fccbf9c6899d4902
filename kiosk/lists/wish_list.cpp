#include "kiosk/lists/wish_list.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <unordered_map>

#include "kiosk/groups/search/counting.h"
#include "kiosk/groups/search/mix_size.h"
#include "kiosk/lists/field_limits.h"
#include "kiosk/lists/headed_table.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

// Words that may stand in a first line of headings, whose order is fixed.
constexpr std::array<HeadingWord, 13> heading_words{{{0, "a"},
                                                     {0, "b"},
                                                     {0, "c"},
                                                     {0, "id"},
                                                     {0, "id1"},
                                                     {0, "id2"},
                                                     {0, "type"},
                                                     {0, "person"},
                                                     {0, "person1"},
                                                     {0, "person2"},
                                                     {0, "group"},
                                                     {0, "first"},
                                                     {0, "second"}}};

CsvTable read_table(std::string_view bytes, ListProblems& problems) {
    CsvTable table = read_list_rows(bytes, heading_words, problems).table;
    for (const CsvProblem& problem : table.problems) {
        problems.push_back({problem.line, "", problem.message});
    }
    for (const CsvRow& row : table.rows) {
        for (const CsvCell& cell : row.cells) {
            auto problem = check_length(trim_text(cell.text), FieldLimits::word);
            if (problem) problems.push_back({cell.line, "", std::move(*problem)});
        }
    }
    // What is too long is named, not quoted in what else is said of it.
    if (!problems.empty()) table.rows.clear();
    return table;
}

class WishReader {
  public:
    WishReader(const std::string& file, const std::vector<std::string>& ids, MixProblem& problem,
               ListProblems& problems)
        : file_(file), problem_(problem), problems_(problems) {
        for (std::size_t i = 0; i < ids.size(); ++i) places_.emplace(ids[i], static_cast<int>(i));
    }

    // Words that head a column and are nobody's id.
    [[nodiscard]] bool is_heading(const CsvRow& row) const {
        return std::all_of(row.cells.begin(), row.cells.end(), [&](const CsvCell& cell) {
            const std::string text = trim_text(cell.text);
            return !places_.contains(text) && find_heading(heading_words, text);
        });
    }

    void read_people_wish(const CsvRow& row, std::size_t first_cell, WishKind kind) {
        Wish wish{kind, {}, {}, 0, source(row)};
        for (std::size_t i = first_cell; i < row.cells.size(); ++i) {
            const std::string text = trim_text(row.cells[i].text);
            if (text.empty()) continue;
            const auto person = find_person(row, text);
            if (!person) return;
            if (std::find(wish.people.begin(), wish.people.end(), *person) != wish.people.end()) {
                refuse(row,
                       input_error({"{} is named twice. A wish needs different people."}, text));
                return;
            }
            wish.people.push_back(*person);
        }
        if (wish.people.size() < 2) {
            refuse(row, input_error({"A wish needs the ids of at least two people."}));
            return;
        }
        problem_.wishes.push_back(std::move(wish));
    }

    void read_mixed_wish(const CsvRow& row) {
        const std::string type = fold_text(cell(row, 0));
        if (type == "together") return read_people_wish(row, 1, WishKind::together);
        if (type == "apart") return read_people_wish(row, 1, WishKind::apart);
        if (type == "fixed") return read_place(row);
        if (type == "facilitator") return read_facilitator(row);
        if (type == "capacity") return read_capacity(row);
        refuse(row, input_error({"The wish \"{}\" is not known. Write fixed, together, apart, "
                                 "capacity or facilitator."},
                                cell(row, 0)));
    }

  private:
    [[nodiscard]] std::string source(const CsvRow& row) const {
        return file_ + ":" + std::to_string(row.line);
    }

    [[nodiscard]] static std::string cell(const CsvRow& row, std::size_t place) {
        return place < row.cells.size() ? trim_text(row.cells[place].text) : "";
    }

    void refuse(const CsvRow& row, Error message) {
        problems_.push_back({row.line, "", std::move(message)});
    }

    std::optional<int> find_person(const CsvRow& row, const std::string& id) {
        const auto found = places_.find(id);
        if (found != places_.end()) return found->second;
        refuse(row, input_error({"There is nobody with the id \"{}\" in the list. Correct the id "
                                 "or take the wish away."},
                                id));
        return std::nullopt;
    }

    std::optional<int> read_number(const CsvRow& row, const std::string& text, int most) {
        int number = 0;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
        const bool is_whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
        if (is_whole && number >= 1 && number <= most) return number;
        refuse(row, input_error({"\"{}\" must be a number from 1 to {}."}, text, most));
        return std::nullopt;
    }

    std::optional<std::vector<int>> read_groups(const CsvRow& row, const std::string& text) {
        std::vector<int> groups;
        for (std::size_t first = 0; first <= text.size();) {
            const std::size_t last = std::min(text.find('|', first), text.size());
            const auto number = read_number(row, trim_text(text.substr(first, last - first)),
                                            problem_.number_of(problem_.group_count - 1));
            if (!number) return std::nullopt;
            groups.push_back(problem_.place_of(*number));
            if (groups.back() == no_group) {
                refuse(row, input_error({"Nobody can be dealt into group {}: it is closed. Choose "
                                         "another group, or open it again."},
                                        *number));
                return std::nullopt;
            }
            first = last + 1;
        }
        return groups;
    }

    void read_place(const CsvRow& row) {
        const auto person = find_person(row, cell(row, 1));
        if (!person) return;
        const auto groups = read_groups(row, cell(row, 2));
        if (!groups) return;
        problem_.wishes.push_back({WishKind::in_group, {*person}, *groups, 0, source(row)});
    }

    void read_facilitator(const CsvRow& row) {
        const auto person = find_person(row, cell(row, 1));
        if (!person) return;
        if (!cell(row, 2).empty()) read_place(row);
        problem_.uncounted.resize(problem_.people.size());
        problem_.uncounted[static_cast<std::size_t>(*person)] = 1;
    }

    void read_capacity(const CsvRow& row) {
        const auto groups = read_groups(row, cell(row, 1));
        constexpr int most_chairs = 1'000'000;
        const auto chairs = read_number(row, cell(row, 2), most_chairs);
        if (!groups || !chairs) return;
        problem_.wishes.push_back({WishKind::capacity, {}, *groups, *chairs, source(row)});
    }

    std::string file_;
    MixProblem& problem_;
    ListProblems& problems_;
    std::unordered_map<std::string, int> places_;
};

template <typename ReadRow>
void for_each_wish(const CsvTable& table, const WishReader& reader, ReadRow read_row) {
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (i == 0 && reader.is_heading(table.rows[i])) continue;
        read_row(table.rows[i]);
    }
}

}  // namespace

ListProblems read_wishes(std::string_view bytes, const std::string& file, WishKind kind,
                         const std::vector<std::string>& ids, MixProblem& problem) {
    ListProblems problems;
    const CsvTable table = read_table(bytes, problems);
    WishReader reader(file, ids, problem, problems);
    for_each_wish(table, reader, [&](const CsvRow& row) { reader.read_people_wish(row, 0, kind); });
    return problems;
}

ListProblems read_mixed_wishes(std::string_view bytes, const std::string& file,
                               const std::vector<std::string>& ids, MixProblem& problem) {
    ListProblems problems;
    const CsvTable table = read_table(bytes, problems);
    WishReader reader(file, ids, problem, problems);
    for_each_wish(table, reader, [&](const CsvRow& row) { reader.read_mixed_wish(row); });
    return problems;
}

ListProblems read_earlier_groups(std::string_view bytes, const std::vector<std::string>& ids,
                                 MixProblem& problem) {
    ListProblems problems;
    const CsvTable table = read_table(bytes, problems);
    std::unordered_map<std::string, int> places;
    for (std::size_t i = 0; i < ids.size(); ++i) places.emplace(ids[i], static_cast<int>(i));
    std::map<std::pair<std::string, std::string>, std::vector<int>> groups;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        const CsvRow& row = table.rows[i];
        if (row.cells.size() != 3) {
            problems.push_back(
                {row.line, "", input_error({"A line of an earlier plan is round,group,id."})});
            continue;
        }
        const auto person = places.find(trim_text(row.cells[2].text));
        if (person == places.end()) continue;
        groups[{trim_text(row.cells[0].text), trim_text(row.cells[1].text)}].push_back(
            person->second);
    }
    std::int64_t pairs = 0;
    for (const auto& [group, people] : groups) pairs += pair_count(std::ssize(people));
    if (pairs > most_met_pairs) {
        problems.push_back({0, "",
                            input_error({"The groups are too large: {} pairs met, and at most {} "
                                         "can be kept apart."},
                                        pairs, most_met_pairs)});
        return problems;
    }
    // The event may know some of them already.
    std::set<std::pair<int, int>> met(problem.met_before.begin(), problem.met_before.end());
    for (const auto& [group, people] : groups) {
        for (const int left : people) {
            for (const int right : people) {
                if (left < right) met.emplace(left, right);
            }
        }
    }
    problem.met_before.assign(met.begin(), met.end());
    return problems;
}

}  // namespace stormote
