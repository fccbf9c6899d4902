// Organisation visits: a table for each organisation that somebody came from: who came, and what
// the record ties to its people: the messages that they signed, wishes
// to be contacted and declarations among them. Pure.
#pragma once

#include <string>
#include <vector>

#include "sync/model/event_state.h"
#include "sync/report/table.h"

namespace stormote {

struct OrganisationVisit {
    std::string organisation;
    Table table;  // who came, by name; then the rest by corrected time
};

// In Swedish order of names. Who represents several organisations stands with each.
[[nodiscard]] std::vector<OrganisationVisit> organisation_visits(const EventState& state);

}  // namespace stormote
