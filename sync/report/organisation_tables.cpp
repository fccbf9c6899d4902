#include "sync/report/organisation_tables.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "sync/base/text_folding.h"
#include "sync/model/presence.h"

namespace stormote {

namespace {

struct People {
    std::int64_t registered = 0;
    std::int64_t came = 0;
};

std::map<OrganisationId, People> people_by_organisation(const EventState& state) {
    std::map<OrganisationId, People> people;
    for (const auto& [id, attendee] : state.attendees()) {
        const bool has_come = presence_of(state, id).first != nullptr;
        if (!has_come && is_cancelled(attendee)) continue;
        for (const OrganisationId& organisation : state.organisations_of(attendee)) {
            ++people[organisation].registered;
            if (has_come) ++people[organisation].came;
        }
    }
    return people;
}

// "Ekens IF, IF Eken", as they stand in one cell.
std::string in_one_cell(std::string lines) {
    std::string cell;
    for (const std::string_view line : split_text(lines, '\n')) {
        cell += (cell.empty() ? "" : "; ") + std::string(line);
    }
    return cell;
}

}  // namespace

std::vector<OrganisationContact> contacts_of(const EventState& state,
                                             const OrganisationId& organisation) {
    std::vector<OrganisationContact> contacts;
    for (const OrganisationId& record : state.organisation_records().records_of(organisation)) {
        for (auto known = state.contacts().lower_bound({record, {}});
             known != state.contacts().end() && known->first.organisation == record; ++known) {
            const LatestFields& fields = known->second;
            OrganisationContact contact{known->first, fields.get(ContactField::name),
                                        fields.get(ContactField::email),
                                        fields.get(ContactField::phone)};
            if (contact.name.empty() && contact.email.empty() && contact.phone.empty()) continue;
            contacts.push_back(std::move(contact));
        }
    }
    std::sort(contacts.begin(), contacts.end(), [](const auto& left, const auto& right) {
        const int order = compare_swedish(left.name, right.name);
        return order != 0 ? order < 0 : left.key < right.key;
    });
    return contacts;
}

Table organisations_table(const EventState& state) {
    Table table;
    table.columns = {
        {"organisation", {"Organisation"}},
        {"sector", {"Sector"}, {""}, ColumnTexts::sectors},
        {"aliases", {"Other names"}},
        {"contact", {"Contact person"}},
        {"email", {"E-mail"}},
        {"phone", {"Telephone"}},
        {"seats", {"Seats"}, {"How many people it may send."}, ColumnTexts::numbers},
        {"joined", {"Joined on"}, {"When it joined the agreement."}, ColumnTexts::dates},
        {"registered", {"People registered"}},
        {"came", {"People who came"}},
        {"id", {"Id"}}};
    std::vector<std::tuple<std::string, OrganisationId, const LatestFields *>> organisations;
    for (const auto& [id, fields] : state.organisations()) {
        organisations.emplace_back(swedish_sort_key(fields.get(OrganisationField::name)), id,
                                   &fields);
    }
    std::sort(organisations.begin(), organisations.end());
    const auto people = people_by_organisation(state);
    for (const auto& [key, id, fields] : organisations) {
        std::vector<OrganisationContact> contacts = contacts_of(state, id);
        if (contacts.empty()) contacts.emplace_back();
        const auto counted = people.find(id);
        const People count = counted == people.end() ? People{} : counted->second;
        for (const OrganisationContact& contact : contacts) {
            table.rows.push_back({text_cell(fields->get(OrganisationField::name)),
                                  text_cell(fields->get(OrganisationField::sector)),
                                  text_cell(in_one_cell(fields->get(OrganisationField::aliases))),
                                  text_cell(contact.name), text_cell(contact.email),
                                  text_cell(contact.phone),
                                  text_cell(fields->get(OrganisationField::seats)),
                                  text_cell(fields->get(OrganisationField::joined)),
                                  count.registered, count.came, to_string(id)});
        }
    }
    return table;
}

}  // namespace stormote
