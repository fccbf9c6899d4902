#include "kiosk/desk/substitution.h"

#include <algorithm>

namespace stormote {

std::optional<AttendeeId> absent_of(const Attendee& substitute) {
    if (substitute.get(AttendeeField::origin) != "substitute") return std::nullopt;
    return parse_id<AttendeeId>(substitute.get(AttendeeField::instead_of));
}

std::vector<AttendeeId> substitutes_here(const EventState& state, const AttendeeId& absent) {
    std::vector<AttendeeId> here;
    for (const auto& [id, attendee] : state.attendees()) {
        const auto theirs = absent_of(attendee);
        if (!theirs || state.person_of(*theirs) != state.person_of(absent)) continue;
        if (presence_of(state, id).kind == PresenceKind::present) here.push_back(id);
    }
    std::sort(here.begin(), here.end());
    return here;
}

}  // namespace stormote
