#include "kiosk/lists/registrations/registration_merge.h"

#include <algorithm>
#include <iterator>
#include <numeric>

#include "sync/base/text_folding.h"

namespace stormote {

namespace {

std::string digits_of(const std::string& text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
                 [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

// Whether two cells say the same, spelling aside.
bool agree(AttendeeField field, const std::string& one, const std::string& other) {
    if (one.empty() || other.empty() || one == other) return true;
    switch (field) {
        case AttendeeField::phone:
            return digits_of(one) == digits_of(other);
        case AttendeeField::registered:
            return true;
        default:
            return fold_text(one) == fold_text(other);
    }
}

class Merger {
  public:
    explicit Merger(RegistrationList& list) : list_(list) {}

    std::vector<PersonIdentity> merge() {
        rows_ = std::move(list_.registrations);
        register_.reserve(rows_.size());
        people_.reserve(rows_.size());
        // By address first, so that rows without one find those with.
        for (const bool has_email : {true, false}) {
            for (std::size_t i = 0; i < rows_.size(); ++i) {
                if (rows_[i].get(AttendeeField::email).empty() != has_email) take(i);
            }
        }
        return put_in_order();
    }

  private:
    // Somebody whom the rows are about.
    struct Person {
        std::size_t row = 0;  // the first; the others are joined to it
        bool is_joined = false;
    };

    static PersonIdentity identity_of(const Registration& row) {
        return {row.full_name(), row.get(AttendeeField::email),
                row.get(AttendeeField::organisation)};
    }

    void take(std::size_t index) {
        const Registration& row = rows_[index];
        PersonIdentity identity = identity_of(row);
        const auto match = register_.find(identity, [](auto) { return true; });
        if (match.people.empty()) {
            register_.add(std::move(identity));
            people_.push_back({index});
        } else if (match.people.size() > 1) {
            list_.problems.push_back(
                {row.line, list_.columns.heading(ListField::email),
                 input_error({"Lines {} and {} are about people of this name and organisation, "
                              "too. Give the e-mail address, so that it is clear who is meant."},
                             rows_[people_[match.people[0]].row].line,
                             rows_[people_[match.people[1]].row].line)});
        } else {
            Person& person = people_[match.people.front()];
            person.is_joined = true;
            join(rows_[person.row], row);
        }
    }

    // The rows are in the order of the file, so people by their first rows are, too.
    std::vector<PersonIdentity> put_in_order() {
        std::vector<std::size_t> order(people_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::sort(order.begin(), order.end(), [this](std::size_t left, std::size_t right) {
            return people_[left].row < people_[right].row;
        });
        std::vector<PersonIdentity> identities;
        identities.reserve(order.size());
        list_.registrations.clear();
        list_.registrations.reserve(order.size());
        for (const std::size_t number : order) {
            const Person& person = people_[number];
            Registration& row = rows_[person.row];
            // A row that was joined may have brought an organisation.
            identities.push_back(person.is_joined ? identity_of(row) : register_.identity(number));
            list_.registrations.push_back(std::move(row));
        }
        return identities;
    }

    void join(Registration& person, const Registration& row) {
        const std::size_t problems = list_.problems.size();
        for (const auto& [field, column] : listed_fields) {
            if (is_name(field) || field == AttendeeField::organisation) continue;
            if (agree(field, person.get(field), row.get(field))) continue;
            report(person, row, column, person.get(field), row.get(field));
        }
        const bool is_same_organisation =
            agree(AttendeeField::organisation, person.get(AttendeeField::organisation),
                  row.get(AttendeeField::organisation));
        if (is_same_organisation &&
            !agree(AttendeeField::organisation, person.sector, row.sector)) {
            report(person, row, ListField::sector, person.sector, row.sector);
        }
        // Of a row that contradicts another nothing is taken.
        if (problems != list_.problems.size()) return;
        for (const auto& [field, column] : listed_fields) {
            std::string& known = person.get(field);
            const std::string& text = row.get(field);
            if (is_name(field)) continue;
            // A day without a year comes before no other.
            const bool is_earlier = field == AttendeeField::registered && !text.empty() &&
                                    text[0] != '-' && known[0] != '-' && text < known;
            if (known.empty() || is_earlier) known = text;
        }
        if (is_same_organisation) {
            if (person.sector.empty()) person.sector = row.sector;
        } else {
            person.further.push_back({row.get(AttendeeField::organisation), row.sector, row.line});
        }
        person.further.insert(person.further.end(), row.further.begin(), row.further.end());
        person.joined_lines.push_back(row.line);
        list_.notes.push_back(
            {row.line, "",
             is_same_organisation
                 ? input_error({"{} is on line {} already. The two are merged into one person."},
                               row.full_name(), person.line)
                 : input_error({"{} is on line {} already, for {}, and represents both "
                                "organisations."},
                               row.full_name(), person.line,
                               person.get(AttendeeField::organisation))});
    }

    void report(const Registration& person, const Registration& row, ListField column,
                const std::string& known, const std::string& text) {
        list_.problems.push_back(
            {row.line, list_.columns.heading(column),
             input_error({"{} is on line {} already, there with \"{}\" instead of \"{}\". Write "
                          "the same on both, or remove one."},
                         row.full_name(), person.line, known, text)});
    }

    RegistrationList& list_;
    std::vector<Registration> rows_;
    PersonRegister register_;
    std::vector<Person> people_;  // numbered as in the register
};

}  // namespace

std::vector<PersonIdentity> merge_registrations(RegistrationList& list) {
    return Merger(list).merge();
}

}  // namespace stormote
