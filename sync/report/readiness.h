// Readiness: whether an event is ready for its doors, point by point, as its record has it. Pure.
#pragma once

#include <optional>
#include <vector>

#include "sync/base/localized_message.h"
#include "sync/model/event_state.h"

namespace stormote {

enum class Ready : std::uint8_t {
    yes,
    look,  // somebody should look at it; the evening works as it is
    no,    // without it the evening does not work
};

struct ReadyPoint {
    const char *name = "";  // for programs: "people", "tickets"
    Ready ready = Ready::yes;
    LocalizedMessage message;  // how it stands
    // What to do, for a person at the kiosk; nothing where there is nothing to do.
    std::optional<LocalizedMessage> remedy{};
    // The same for whoever has the command; nothing where that is no other way.
    std::optional<LocalizedMessage> command_remedy{};
};

// Times, people, organisations, groups, tables, needs, agenda, tickets, invitations, staff's PIN,
// what is kept of people: always all of them, in that order.
[[nodiscard]] std::vector<ReadyPoint> event_readiness(const EventState& state, std::int64_t now_ms);

}  // namespace stormote
