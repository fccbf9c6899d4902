// Organisation tables: the register of organisations as a table. Pure.
#pragma once

#include "sync/model/event_state.h"
#include "sync/report/table.h"

namespace stormote {

// Whom an organisation is written to.
struct OrganisationContact {
    ContactKey key;
    std::string name;
    std::string email;
    std::string phone;
};
// Of all its records, without those that are not written to any more: by name, then id.
[[nodiscard]] std::vector<OrganisationContact> contacts_of(const EventState& state,
                                                           const OrganisationId& organisation);

// One row an organisation and contact, in Swedish order of names: sector, other names, who it is
// written to, seats, since when it has joined, and how many of its people are registered and came.
[[nodiscard]] Table organisations_table(const EventState& state);

}  // namespace stormote
