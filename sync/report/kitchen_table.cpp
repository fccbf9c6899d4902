#include "sync/report/kitchen_table.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "sync/base/text_folding.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

// What harms somebody who gets another's plate.
bool needs_name(const std::string& folded_diet) {
    constexpr std::array<std::string_view, 5> words{"allerg", "intoleran", "celiaki", "anafyla",
                                                    "coeliac"};
    return std::any_of(words.begin(), words.end(), [&folded_diet](std::string_view word) {
        return folded_diet.find(word) != std::string::npos;
    });
}

struct Eaters {
    std::string diet;  // as the first of them wrote it
    std::int64_t people = 0;
    std::string names;
};
using Diets = std::map<std::string, Eaters>;  // by folded diet

void add(Diets& diets, const std::string& diet, const std::string& name) {
    const std::string folded = join_folded_words(diet);
    Eaters& eaters = diets[folded];
    if (eaters.diet.empty()) eaters.diet = diet;
    ++eaters.people;
    if (needs_name(folded)) eaters.names += (eaters.names.empty() ? "" : ", ") + name;
}

}  // namespace

Table kitchen_table(const EventState& state) {
    Table table;
    table.columns = {{"group", {"Group"}},
                     {"place", {"Place"}},
                     {"diet", {"Diet"}},
                     {"people", {"Number of people"}},
                     {"names", {"Names"}}};
    std::map<GroupNumber, Diets> by_group;
    Diets without_table;
    Diets all;
    for (const auto& [id, attendee, name] : attendees_by_name(state)) {
        const std::string diet = trim_text(attendee->get(AttendeeField::diet));
        if (diet.empty() || !needs_seat(*attendee, presence_of(state, id).kind)) continue;
        const auto group = group_of(state, id);
        add(group ? by_group[*group] : without_table, diet, name);
        add(all, diet, "");
    }
    const auto write = [&table](const Cell& group, const Cell& place, const Diets& diets,
                                bool has_names) {
        std::vector<const Eaters *> sorted;
        for (const auto& [folded, eaters] : diets) sorted.push_back(&eaters);
        std::sort(sorted.begin(), sorted.end(), [](const Eaters *left, const Eaters *right) {
            return compare_swedish(left->diet, right->diet) < 0;
        });
        for (const Eaters *eaters : sorted) {
            table.rows.push_back({group, place, eaters->diet, eaters->people,
                                  has_names ? text_cell(eaters->names) : Cell()});
        }
    };
    for (const auto& [group, diets] : by_group) {
        const auto found = state.groups().find(group);
        const std::string place =
            found == state.groups().end() ? "" : found->second.get(GroupField::place);
        write(std::int64_t{group}, text_cell(place), diets, true);
    }
    write(Word{"none", {"No group"}}, {}, without_table, true);
    write(Word{"all", {"All"}}, {}, all, false);
    return table;
}

}  // namespace stormote
