// Table list: a CSV file that tells where the tables stand, what they are called, and what the room
// is like, made into what the record holds. Pure, any thread.
//
// Its headings are Bord, Namn, Plats, Platser, Samtalsledare, Anpassning, X and Y (table, name,
// place, seats, facilitator, offers, x, y). A row is a table by its number, or one of rum, ingång
// and scen (room, entrance, stage); x and y are metres from the left and the front wall, and of the
// room its width and depth. A facilitator is somebody who is registered, by name or e-mail address.
#pragma once

#include <vector>

#include "kiosk/lists/list_problem.h"
#include "kiosk/lists/list_source.h"
#include "sync/model/event_state.h"

namespace stormote {

struct TablePlan {
    std::vector<Body> bodies;  // what is new, beside the state
    int tables = 0;
    int changed = 0;
    ListProblems problems;  // where there are any, there are no bodies
    ListProblems notes;     // what is good to know, and stops nothing
};

[[nodiscard]] TablePlan plan_tables(const ListSource& source, const EventState& state);

}  // namespace stormote
