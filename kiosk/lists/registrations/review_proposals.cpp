#include "kiosk/lists/registrations/review_proposals.h"

#include <algorithm>
#include <map>
#include <optional>

#include "kiosk/lists/list_names.h"
#include "kiosk/lists/list_words.h"
#include "sync/base/text_folding.h"
#include "sync/model/email_address.h"

namespace stormote {

namespace {

// What the table has beside the columns of the list: those that a proposal needs.
constexpr std::array<std::pair<ListField, const char *>, 5> added_columns{
    {{ListField::full_name, "Namn"},
     {ListField::cancelled, "Avanmäld"},
     {ListField::organisation, "Förening"},
     {ListField::email, "E-post"},
     {ListField::phone, "Telefon"}}};

class Proposer {
  public:
    Proposer(const RegistrationList& list, const Texts& texts) : list_(list), texts_(texts) {
        headings_ = list.columns.headings;
    }

    ReviewProposals write(const std::vector<DoubtfulRow>& doubtful,
                          const std::vector<AttendeeId>& missing, const EventState& state) {
        for (const DoubtfulRow& doubt : doubtful) add(doubt);
        for (const AttendeeId& id : missing) add_missing(id, state);
        ReviewProposals proposals;
        for (const auto& [field, place] : added_) proposals.added.push_back({field, place});
        proposals.headings = std::move(headings_);
        proposals.rows = std::move(rows_);
        return proposals;
    }

  private:
    void add(const DoubtfulRow& doubt) {
        ProposedRow proposed{doubt.row->line, {}, problem_of(doubt), ""};
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
        ProposedRow proposed;
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
    void keep_said(ProposedRow& proposed) const {
        for (std::size_t i = 0; i < proposed.cells.size(); ++i) {
            if (!is_said_heading(headings_[i]) || proposed.cells[i].empty()) continue;
            say(proposed, proposed.cells[i]);
        }
    }

    static void say(ProposedRow& proposed, const std::string& said) {
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

    [[nodiscard]] std::optional<std::size_t> find_name(const ProposedRow& proposed) const {
        for (const ListField field :
             {ListField::full_name, ListField::family_first, ListField::given_name}) {
            const auto place = list_.columns.place(field);
            if (place && !trim_text(proposed.cells[*place]).empty()) return place;
        }
        return std::nullopt;
    }

    void propose_email(ProposedRow& proposed) const {
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
    void fill(ProposedRow& proposed, ListField field, const std::string& text) {
        if (text.empty()) return;
        std::string& cell = proposed.cells[place_of(field, proposed)];
        if (trim_text(cell).empty()) cell = text;
    }

    void clear(ProposedRow& proposed, ListField field) const {
        if (const auto place = list_.columns.place(field)) proposed.cells[*place].clear();
    }

    // A column that the list has not is added behind its own.
    std::size_t place_of(ListField field, ProposedRow& proposed) {
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
    std::vector<ProposedRow> rows_;
};

}  // namespace

ReviewProposals propose_rows(const RegistrationList& list, const std::vector<DoubtfulRow>& doubtful,
                             const std::vector<AttendeeId>& missing, const EventState& state,
                             const Texts& texts) {
    return Proposer(list, texts).write(doubtful, missing, state);
}

}  // namespace stormote
