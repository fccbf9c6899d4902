// Agenda steps: what an organiser does to the evening's agenda in one go, and takes back in one go.
// Every step is of ordinary operations of the record; whoever takes one back takes the reverse. The
// desk's thread.
#pragma once

#include "kiosk/desk/desk.h"
#include "sync/model/agenda.h"

namespace stormote {

struct AgendaStep {
    Agenda from;
    Agenda to;
};

// All of it in one commit, or nothing. Error: the agenda is not what it was where the step begins,
// or cannot become what it wants; then in the words of check_agenda().
Result<> take_step(Desk& desk, const AgendaStep& step, Actor actor);

// The agenda with all that has not begun at a moment put off by so many minutes; the question that
// is being discussed goes on for as long.
[[nodiscard]] Agenda delay_agenda(const EventState& state, std::int64_t wall_ms, int minutes);

}  // namespace stormote
