#include "sync/report/personal/people_here.h"

#include "sync/model/agenda.h"
#include "sync/model/presence.h"
#include "sync/report/value_names.h"

namespace stormote {

PeopleHere people_here(const EventState& state, std::int64_t now_ms) {
    const RoundNumber round = round_time(state, now_ms).now;
    PeopleHere here;
    for (const NamedAttendee& each : attendees_by_name(state)) {
        if (each.attendee->fields.empty()) continue;
        if (presence_of(state, each.id).kind != PresenceKind::present) continue;
        here.people.push_back({each.id, each.name, state.organisation_names(*each.attendee),
                               sitting_group(state, each.id, round)});
    }
    for (const auto& [id, presence] : unknown_arrivals(state)) {
        if (presence.kind == PresenceKind::present) ++here.unknown;
    }
    return here;
}

}  // namespace stormote
