#include "kiosk/lists/registration_merge.h"

#include <algorithm>
#include <iterator>

#include "sync/base/text_folding.h"
#include "sync/report/same_person.h"

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

    void merge() {
        std::vector<Registration> rows = std::move(list_.registrations);
        list_.registrations.clear();
        // By address first, so that rows without one find those with.
        for (const bool has_email : {true, false}) {
            for (const Registration& row : rows) {
                if (row.get(AttendeeField::email).empty() != has_email) take(row);
            }
        }
        std::stable_sort(
            list_.registrations.begin(), list_.registrations.end(),
            [](const auto& left, const auto& right) { return left.line < right.line; });
    }

  private:
    void take(const Registration& row) {
        const PersonIdentity identity(row.full_name(), row.get(AttendeeField::email),
                                      row.get(AttendeeField::organisation));
        const auto match = people_.find(identity, [](auto) { return true; });
        if (match.people.empty()) {
            people_.add(identity);
            list_.registrations.push_back(row);
        } else if (match.people.size() > 1) {
            list_.problems.push_back(
                {row.line, list_.columns.heading(ListField::email),
                 input_error({"Lines {} and {} are about people of this name and organisation, "
                              "too. Give the e-mail address, so that it is clear who is meant."},
                             list_.registrations[match.people[0]].line,
                             list_.registrations[match.people[1]].line)});
        } else {
            join(list_.registrations[match.people.front()], row);
        }
    }

    void join(Registration& person, const Registration& row) {
        const std::size_t problems = list_.problems.size();
        for (const auto& [field, column] : listed_fields) {
            std::string& known = person.get(field);
            const std::string& text = row.get(field);
            if (is_name(field)) continue;
            if (!agree(field, known, text)) report(person, row, column, known, text);
            if (field == AttendeeField::registered && !text.empty() && text < known) known = text;
            if (known.empty()) known = text;
        }
        if (!agree(AttendeeField::organisation, person.sector, row.sector)) {
            report(person, row, ListField::sector, person.sector, row.sector);
        }
        if (person.sector.empty()) person.sector = row.sector;
        if (problems != list_.problems.size()) return;
        list_.notes.push_back({row.line, "",
                               input_error({"{} is on line {} already. The two are taken together "
                                            "as one person."},
                                           row.full_name(), person.line)});
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
    PersonRegister people_;  // numbered as the registrations taken so far
};

}  // namespace

void merge_registrations(RegistrationList& list) {
    Merger(list).merge();
}

}  // namespace stormote
