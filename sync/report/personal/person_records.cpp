#include "sync/report/personal/person_records.h"

#include <algorithm>
#include <set>

#include "sync/report/same_person.h"

namespace stormote {

namespace {

// As imports and statistics tell whether two are the same person.
bool is_same(const PersonIdentity& one, const PersonIdentity& other) {
    if (one.name.empty() || one.name != other.name) return false;
    if (!one.email.empty() && !other.email.empty()) return one.email == other.email;
    return !one.organisation.empty() && one.organisation == other.organisation;
}

std::vector<PersonIdentity> identities_of(const EventState& state,
                                          const std::vector<AttendeeId>& registrations) {
    std::vector<PersonIdentity> identities;
    for (const AttendeeId& id : registrations) {
        const Attendee *record = state.attendee_records().find_written(id);
        if (record == nullptr) continue;
        for (const OrganisationId& organisation : state.organisations_of(*record)) {
            identities.emplace_back(record->full_name(), record->get(AttendeeField::email),
                                    state.organisation(organisation, OrganisationField::name));
        }
        identities.emplace_back(record->full_name(), record->get(AttendeeField::email), "");
    }
    return identities;
}

}  // namespace

std::vector<AttendeeId> PersonRecords::all() const {
    std::vector<AttendeeId> ids = registrations;
    ids.insert(ids.end(), contacts.begin(), contacts.end());
    return ids;
}

PersonRecords records_of_person(const EventState& state, const AttendeeId& id) {
    PersonRecords records;
    if (state.find_attendee(id) != nullptr) {
        records.registrations = state.attendee_records().records_of(id);
    }
    const auto identities = identities_of(state, records.registrations);
    std::set<AttendeeId> contacts;
    for (const auto& [key, fields] : state.contacts()) {
        const PersonIdentity contact(fields.get(ContactField::name),
                                     fields.get(ContactField::email),
                                     state.organisation(key.organisation, OrganisationField::name));
        const bool is_theirs = key.person == id || std::any_of(identities.begin(), identities.end(),
                                                               [&](const PersonIdentity& known) {
                                                                   return is_same(known, contact);
                                                               });
        if (is_theirs) contacts.insert(key.person);
    }
    records.contacts.assign(contacts.begin(), contacts.end());
    return records;
}

}  // namespace stormote
