// Registration import: what a list changes in an event: the bodies to record, all or none. The
// same list again changes nothing; a corrected one changes only what differs, and an empty cell
// takes nothing away. Who is the same person is PersonRegister's rule. Pure but for new ids.
#pragma once

#include <functional>

#include "kiosk/lists/registrations/listed_people.h"
#include "sync/model/event_state.h"

namespace stormote {

// What stands as the origin of whom an import added that was taken back: cancelled, until a list
// names them again.
inline constexpr std::string_view taken_back_origin = "list_taken_back";

struct ImportPlan {
    std::vector<Body> bodies;  // empty when there are problems
    // People, each once however many rows are about them; 0 when there are problems.
    std::int64_t added = 0;
    std::int64_t updated = 0;  // themselves or their organisation
    std::int64_t unchanged = 0;
    // The lines of those who are unchanged, as each of their rows stands in the list.
    std::vector<std::size_t> unchanged_lines;
    // Whom an earlier list registered, who has not come, and whom this one leaves out though it
    // names most of the others: it is a newer version of that list.
    std::vector<AttendeeId> missing;
    // Whom each row is about, those included that were put together with another row.
    std::vector<std::pair<std::size_t, AttendeeId>> people;  // by line
    ListProblems problems;                                   // by line
    ListProblems notes;
};

// What the plan needs from outside: ids for organisations by their names, and for new people.
struct ImportIds {
    std::function<OrganisationId(std::string_view)> organisation;  // of a new one
    std::function<AttendeeId()> new_attendee;
};

// A list against an event. Calls `compared` for each registration.
[[nodiscard]] ImportPlan plan_import(
    ListedPeople people, const EventState& state, const ImportIds& ids,
    const std::function<void()>& compared = [] {});

}  // namespace stormote
