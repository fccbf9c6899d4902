// Agenda list: a CSV file with the questions of the evening and the programme beside them, made
// into what the record holds. Pure, any thread.
//
// Its headings are Nr, Rubrik, Fråga, Börjar, Slutar and Omgång (number, title, question, starts,
// ends, round). A row with a number is a question; one without is an item of the programme, with a
// title and the time at which it begins. Times are of the event's day, "18:50". The list is the
// whole agenda: questions that it leaves out are no longer asked. Without the column Omgång each
// question keeps its round.
#pragma once

#include <vector>

#include "kiosk/lists/list_problem.h"
#include "kiosk/lists/list_source.h"
#include "sync/model/agenda.h"

namespace stormote {

struct AgendaPlan {
    std::vector<Body> bodies;  // what is new, beside the state
    Agenda agenda;
    ListProblems problems;  // where there are any, there are no bodies
    ListProblems notes;     // what is good to know, and stops nothing
};

[[nodiscard]] AgendaPlan plan_agenda(const ListSource& source, const EventState& state);

}  // namespace stormote
