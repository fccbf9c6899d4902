// Carry over: the next meeting of a series from the last one: what it is called and looks like, its
// tables, agenda, survey and register with its contacts, who should meet others this time, and what
// was promised and proposed. None of those registered: whether they may be kept is decided for each
// event. The desk's thread.
#pragma once

#include "kiosk/desk/desk.h"

namespace stormote {

// When the next meeting is; empty: as the last one.
struct NextMeeting {
    std::string starts;  // local times, "2022-10-12T18:00"
    std::string ends;
    std::string name;
};

// The settings of the next event: those of the last one, without what was said for its evening
// alone (deadline, staff's PIN). With another start, the doors and the end keep their distance.
[[nodiscard]] FieldTexts carried_settings(const EventState& last, const NextMeeting& next);

struct CarriedOver {
    std::size_t tables = 0;
    std::size_t questions = 0;
    std::size_t organisations = 0;
    std::size_t contacts = 0;  // of organisations: people
    std::size_t earlier_tables = 0;
    std::size_t notes = 0;  // whose follow-up goes on
};

// Records the rest in the new event, in one step. Questions keep their distance from the start.
CarriedOver carry_over(const EventState& last, Desk& next, Actor actor);

}  // namespace stormote
