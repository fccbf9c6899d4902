#include "kiosk/cli/import/event_people.h"

#include <algorithm>
#include <array>

#include "sync/report/value_names.h"

namespace stormote {

namespace {

constexpr std::array<const char *, 13> headings{
    "Förnamn", "Efternamn", "Förening", "Sektor", "Roll", "E-post", "Telefon",
    "Språk",   "Kost",      "Behov",    "Anmäld", "Kön",  "Uppdrag"};

std::vector<std::string> cells_of(const EventState& state, const Attendee& person) {
    using enum AttendeeField;
    std::string organisations;
    for (const OrganisationId& id : state.organisations_of(person)) {
        const std::string& name = state.organisation(id, OrganisationField::name);
        if (!organisations.empty() && !name.empty()) organisations += "; ";
        organisations += name;
    }
    return {person.get(given_name), person.get(family_name),
            organisations,          state.organisation_of(person, OrganisationField::sector),
            person.get(role),       person.get(email),
            person.get(phone),      person.get(language),
            person.get(diet),       person.get(access_needs),
            person.get(registered), person.get(gender),
            person.get(duties)};
}

}  // namespace

RegistrationList event_people(const EventState& state, KeepRows keep) {
    ListRows rows;
    CsvRow& first = rows.table.rows.emplace_back();
    for (const char *heading : headings) first.cells.push_back({heading, 0});
    std::vector<std::string> names;
    for (const NamedAttendee& named : attendees_by_name(state)) {
        const Attendee& person = *named.attendee;
        const bool is_registered =
            !named.name.empty() && person.get(AttendeeField::origin) != "walk_in";
        if (!is_registered || is_cancelled(person)) continue;
        names.push_back(named.name);
        CsvRow& row = rows.table.rows.emplace_back();
        row.line = names.size();
        for (std::string& cell : cells_of(state, person)) {
            row.cells.push_back({std::move(cell), row.line});
        }
    }
    RegistrationList list;
    if (names.empty()) {
        list.columns.places.resize(list_field_count);
        list.problems.push_back({0, "", input_error({"Nobody is registered for that event."})});
        return list;
    }
    list = registrations_of(std::move(rows), keep);
    for (ListProblems *told : {&list.problems, &list.notes}) {
        for (ListProblem& problem : *told) {
            if (problem.line > 0) problem.record = names[problem.line - 1];
        }
    }
    return list;
}

}  // namespace stormote
