// Organisation list: a list of the organisations of a municipality, made into what the record
// holds: the register. Pure, any thread.
//
// Its headings are Organisation, Sektor, Andra namn, Kontaktperson, E-post, Telefon, Platser and
// Gick med (organisation, sector, other names, contact person, e-mail, telephone, seats, joined
// on). A row is an organisation, or one more contact of one; other names stand in one cell with
// semicolons between them. What a cell leaves empty stays as it is; organisations that the list
// leaves out stay, too.
#pragma once

#include <functional>
#include <vector>

#include "kiosk/lists/list_problem.h"
#include "kiosk/lists/list_source.h"
#include "sync/model/event_state.h"

namespace stormote {

struct OrganisationPlan {
    std::vector<Body> bodies;  // what is new, beside the state
    std::int64_t added = 0;    // organisations
    std::int64_t updated = 0;  // themselves or a contact
    std::int64_t unchanged = 0;
    ListProblems problems;  // where there are any, there are no bodies
    ListProblems notes;     // what is good to know, and stops nothing
};

// Ids of what is new, the same on every device: of an organisation by its name, and of its contact
// by a name or address.
struct RegisterIds {
    std::function<OrganisationId(std::string_view)> organisation;
    std::function<AttendeeId(const OrganisationId&, std::string_view)> contact;
};

[[nodiscard]] OrganisationPlan plan_organisations(const ListSource& source, const EventState& state,
                                                  const RegisterIds& ids);

}  // namespace stormote
