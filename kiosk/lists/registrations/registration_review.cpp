#include "kiosk/lists/registrations/registration_review.h"

#include <algorithm>
#include <map>

#include "kiosk/lists/registrations/review_proposals.h"
#include "sync/base/text_folding.h"

namespace stormote {

std::vector<DoubtfulRow> set_aside_doubtful(ListedPeople& people, const EventState& state,
                                            const ImportIds& ids) {
    const auto find_row = [&people](std::size_t line) -> const CsvRow * {
        const auto& rows = people.list.rows;
        // A cell may begin on a later line than its row.
        const auto after = std::upper_bound(
            rows.begin(), rows.end(), line,
            [](std::size_t wanted, const CsvRow& row) { return wanted < row.line; });
        return after == rows.begin() ? nullptr : &*(after - 1);
    };
    std::map<std::size_t, DoubtfulRow> doubtful;  // by line
    const auto set_aside = [&](ListProblems& problems) {
        for (const ListProblem& problem : problems) {
            if (find_row(problem.line) == nullptr || problem.is_of_file) return false;
        }
        for (ListProblem& problem : problems) {
            const CsvRow *row = find_row(problem.line);
            DoubtfulRow& doubt = doubtful[row->line];
            doubt.row = row;
            doubt.problems.push_back(std::move(problem));
        }
        problems.clear();
        return true;
    };
    // Other rows that were about the same person: what they say would be lost with it.
    const auto set_aside_joined = [&](const Registration& registration) {
        for (const std::size_t line : registration.joined_lines) {
            const CsvRow *row = find_row(line);
            if (row == nullptr || doubtful.contains(row->line)) continue;
            DoubtfulRow& doubt = doubtful[row->line];
            doubt.row = row;
            doubt.problems.push_back(
                {row->line, "",
                 input_error({"The row is about the same person as line {}, which is not clear."},
                             registration.line)});
        }
    };
    if (!set_aside(people.list.problems)) return {};
    // Without these rows others may be clear, and new ones doubtful: each time fewer are left.
    for (std::size_t known = SIZE_MAX; doubtful.size() != known;) {
        known = doubtful.size();
        std::size_t kept = 0;
        for (std::size_t i = 0; i < people.list.registrations.size(); ++i) {
            const Registration& registration = people.list.registrations[i];
            if (doubtful.contains(registration.line)) {
                set_aside_joined(registration);
                continue;
            }
            if (kept != i) {
                people.list.registrations[kept] = std::move(people.list.registrations[i]);
                people.identities[kept] = std::move(people.identities[i]);
            }
            ++kept;
        }
        people.list.registrations.resize(kept);
        people.identities.erase(people.identities.begin() + static_cast<std::ptrdiff_t>(kept),
                                people.identities.end());
        ImportPlan plan = plan_import(people, state, ids);
        if (plan.problems.empty() || !set_aside(plan.problems)) break;
    }
    std::vector<DoubtfulRow> rows;
    rows.reserve(doubtful.size());
    for (auto& [line, row] : doubtful) rows.push_back(std::move(row));
    return rows;
}

std::vector<AttendeeId> left_out(const ImportPlan& plan, const std::vector<DoubtfulRow>& doubtful,
                                 const EventState& state) {
    std::vector<AttendeeId> people = plan.missing;
    std::vector<std::string> rows;
    for (const DoubtfulRow& doubt : doubtful) {
        std::string& row = rows.emplace_back();
        for (const CsvCell& cell : doubt.row->cells) row += fold_text(cell.text) + ' ';
    }
    std::erase_if(people, [&](const AttendeeId& id) {
        const Attendee& person = *state.find_attendee(id);
        const std::string email = fold_text(person.get(AttendeeField::email));
        const std::string family = fold_text(person.get(AttendeeField::family_name));
        const std::string given = fold_text(person.get(AttendeeField::given_name));
        return std::any_of(rows.begin(), rows.end(), [&](const std::string& row) {
            const bool has_name =
                row.find(given) != std::string::npos && row.find(family) != std::string::npos;
            return has_name || (!email.empty() && row.find(email) != std::string::npos);
        });
    });
    return people;
}

std::vector<std::vector<std::string>> review_table(
    const RegistrationList& list, const std::vector<DoubtfulRow>& doubtful,
    const std::vector<AttendeeId>& missing, const EventState& state, const Texts& texts,
    const std::map<std::size_t, std::string>& marks) {
    ReviewProposals proposals = propose_rows(list, doubtful, missing, state, texts);
    std::vector<std::vector<std::string>> table;
    std::vector<std::string>& headings = table.emplace_back(proposals.headings);
    headings.insert(headings.end(),
                    {texts.get({"Row"}), texts.get({"Problem"}), texts.get({"It said"})});
    if (!marks.empty()) headings.push_back(texts.get({"Row mark"}));
    // Those of a review that comes back are written anew.
    const auto drop_review_columns = [&](std::vector<std::string>& row) {
        for (std::size_t i = list.columns.headings.size(); i-- > 0;) {
            if (is_review_heading(list.columns.headings[i])) {
                row.erase(row.begin() + static_cast<std::ptrdiff_t>(i));
            }
        }
    };
    drop_review_columns(headings);
    for (ProposedRow& proposed : proposals.rows) {
        std::vector<std::string>& row = table.emplace_back(std::move(proposed.cells));
        row.resize(proposals.headings.size());
        drop_review_columns(row);
        const std::string line = proposed.line > 0 ? std::to_string(proposed.line) : "";
        row.insert(row.end(), {line, std::move(proposed.problem), std::move(proposed.said)});
        if (marks.empty()) continue;
        const auto mark = marks.find(proposed.line);
        row.push_back(mark == marks.end() ? "" : mark->second);
    }
    return table;
}

}  // namespace stormote
