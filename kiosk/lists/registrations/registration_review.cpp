#include "kiosk/lists/registrations/registration_review.h"

#include <algorithm>
#include <map>
#include <optional>

#include "kiosk/lists/list_names.h"
#include "kiosk/lists/list_words.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

// What the table has beside the columns of the list: those that a proposal needs.
constexpr std::array<std::pair<ListField, const char *>, 5> added_columns{
    {{ListField::full_name, "Namn"},
     {ListField::cancelled, "Avanmäld"},
     {ListField::organisation, "Förening"},
     {ListField::email, "E-post"},
     {ListField::phone, "Telefon"}}};

class ReviewWriter {
  public:
    ReviewWriter(const RegistrationList& list, const Texts& texts) : list_(list), texts_(texts) {
        headings_ = list.columns.headings;
    }

    std::vector<std::vector<std::string>> write(const std::vector<DoubtfulRow>& doubtful,
                                                const std::vector<AttendeeId>& missing,
                                                const EventState& state) {
        for (const DoubtfulRow& doubt : doubtful) add(doubt);
        for (const AttendeeId& id : missing) add_missing(id, state);
        std::vector<std::vector<std::string>> table;
        std::vector<std::string>& headings = table.emplace_back(headings_);
        headings.insert(headings.end(),
                        {texts_.get({"Row"}), texts_.get({"Problem"}), texts_.get({"It said"})});
        // Those of a review that comes back are written anew.
        const auto drop_review_columns = [this](std::vector<std::string>& row) {
            for (std::size_t i = list_.columns.headings.size(); i-- > 0;) {
                if (is_review_heading(headings_[i])) {
                    row.erase(row.begin() + static_cast<std::ptrdiff_t>(i));
                }
            }
        };
        drop_review_columns(headings);
        for (Proposed& proposed : rows_) {
            std::vector<std::string>& row = table.emplace_back(std::move(proposed.cells));
            row.resize(headings_.size());
            drop_review_columns(row);
            const std::string line = proposed.line > 0 ? std::to_string(proposed.line) : "";
            row.insert(row.end(), {line, std::move(proposed.problem), std::move(proposed.said)});
        }
        return table;
    }

  private:
    struct Proposed {
        std::size_t line = 0;
        std::vector<std::string> cells;
        std::string problem;
        std::string said;
    };

    void add(const DoubtfulRow& doubt) {
        Proposed proposed{doubt.row->line, {}, problem_of(doubt), ""};
        for (const CsvCell& cell : doubt.row->cells) proposed.cells.push_back(cell.text);
        const std::size_t width = list_.columns.headings.size();
        // A cell that has no heading stands for no field, and must not come to stand for one.
        for (std::size_t i = width; i < proposed.cells.size(); ++i) {
            if (trim_text(proposed.cells[i]).empty()) continue;
            proposed.said += (proposed.said.empty() ? "" : "; ") + trim_text(proposed.cells[i]);
        }
        proposed.cells.resize(width);
        keep_said(proposed);
        proposed.cells.resize(headings_.size());
        propose_email(proposed);
        if (const auto name = find_name(proposed)) {
            const std::string said = trim_text(proposed.cells[*name]);
            if (const auto parts = take_apart(said)) {
                say(proposed, said);
                proposed.cells[*name] = parts->name;
                fill(proposed, ListField::organisation, parts->organisation);
                fill(proposed, ListField::email, parts->email);
                fill(proposed, ListField::phone, parts->phone);
            } else if (const auto names = names_of_several(said); !names.empty()) {
                say(proposed, said);
                proposed.cells[*name] = names[0];
                rows_.push_back(proposed);
                proposed.cells[*name] = names[1];
                // An address is of one of them, and nobody knows of which.
                clear(proposed, ListField::email);
                clear(proposed, ListField::phone);
            }
        }
        rows_.push_back(std::move(proposed));
    }

    // As the event knows them, so that they are found again.
    void add_missing(const AttendeeId& id, const EventState& state) {
        const Attendee *person = state.find_attendee(id);
        if (person == nullptr) return;
        Proposed proposed;
        proposed.cells.resize(headings_.size());
        if (list_.columns.place(ListField::given_name) &&
            list_.columns.place(ListField::family_name)) {
            fill(proposed, ListField::given_name, person->get(AttendeeField::given_name));
            fill(proposed, ListField::family_name, person->get(AttendeeField::family_name));
        } else {
            fill(proposed, ListField::full_name, person->full_name());
        }
        fill(proposed, ListField::organisation,
             state.organisation_of(*person, OrganisationField::name));
        fill(proposed, ListField::email, person->get(AttendeeField::email));
        fill(proposed, ListField::cancelled, "x");
        proposed.problem =
            texts_.get({"Registered before, and missing from this list. Remove the "
                        "row to keep the registration."});
        rows_.push_back(std::move(proposed));
    }

    // What the list tells of the row itself, such as the words of a mail.
    void keep_said(Proposed& proposed) const {
        for (std::size_t i = 0; i < proposed.cells.size(); ++i) {
            if (!is_said_heading(headings_[i]) || proposed.cells[i].empty()) continue;
            say(proposed, proposed.cells[i]);
        }
    }

    static void say(Proposed& proposed, const std::string& said) {
        proposed.said += (proposed.said.empty() ? "" : "; ") + said;
    }

    [[nodiscard]] std::string problem_of(const DoubtfulRow& doubt) const {
        std::string sentences = doubt.problems.front().record;
        if (!sentences.empty()) sentences += ':';
        for (const ListProblem& problem : doubt.problems) {
            if (!sentences.empty()) sentences += ' ';
            if (!problem.column.empty()) sentences += problem.column + ": ";
            sentences += texts_.get(problem.message);
        }
        return sentences;
    }

    [[nodiscard]] std::optional<std::size_t> find_name(const Proposed& proposed) const {
        for (const ListField field :
             {ListField::full_name, ListField::family_first, ListField::given_name}) {
            const auto place = list_.columns.place(field);
            if (place && !trim_text(proposed.cells[*place]).empty()) return place;
        }
        return std::nullopt;
    }

    void propose_email(Proposed& proposed) const {
        const auto place = list_.columns.place(ListField::email);
        if (!place) return;
        std::string& cell = proposed.cells[*place];
        if (is_email_address(trim_text(cell))) return;
        const std::string address = proposed_email(cell);
        if (address.empty()) return;
        say(proposed, cell);
        cell = address;
    }

    // What the list says of it elsewhere stands.
    void fill(Proposed& proposed, ListField field, const std::string& text) {
        if (text.empty()) return;
        std::string& cell = proposed.cells[place_of(field, proposed)];
        if (trim_text(cell).empty()) cell = text;
    }

    void clear(Proposed& proposed, ListField field) const {
        if (const auto place = list_.columns.place(field)) proposed.cells[*place].clear();
    }

    // A column that the list has not is added behind its own.
    std::size_t place_of(ListField field, Proposed& proposed) {
        if (const auto place = list_.columns.place(field)) return *place;
        const auto known = added_.find(field);
        std::size_t place = headings_.size();
        if (known != added_.end()) {
            place = known->second;
        } else {
            const auto *const named =
                std::find_if(added_columns.begin(), added_columns.end(),
                             [field](const auto& column) { return column.first == field; });
            headings_.emplace_back(named->second);
            added_.emplace(field, place);
        }
        if (proposed.cells.size() <= place) proposed.cells.resize(place + 1);
        return place;
    }

    const RegistrationList& list_;
    const Texts& texts_;
    std::vector<std::string> headings_;
    std::map<ListField, std::size_t> added_;
    std::vector<Proposed> rows_;
};

}  // namespace

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

std::vector<std::vector<std::string>> review_table(const RegistrationList& list,
                                                   const std::vector<DoubtfulRow>& doubtful,
                                                   const std::vector<AttendeeId>& missing,
                                                   const EventState& state, const Texts& texts) {
    return ReviewWriter(list, texts).write(doubtful, missing, state);
}

}  // namespace stormote
