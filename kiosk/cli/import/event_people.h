// Event people: the people of one event as a list of registrations for another. Pure.
#pragma once

#include "kiosk/lists/registrations/registration_list.h"
#include "sync/model/event_state.h"

namespace stormote {

// Who is registered, by name, without those who cancelled, were erased, or came without being
// registered. Only what a list can say: no tickets, groups, check-ins or ids. An event without such
// people is a list with a problem.
[[nodiscard]] RegistrationList event_people(const EventState& state, KeepRows keep);

}  // namespace stormote
