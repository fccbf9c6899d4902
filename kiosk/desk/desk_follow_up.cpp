// Desk: what becomes of notes and messages after the evening.
#include "kiosk/desk/desk.h"
#include "sync/base/local_time.h"

namespace stormote {

FollowingUp Desk::follow_up(std::span<const FollowUpChange> changes, Actor actor) {
    const std::string today = local_time_of(environment_.clock.wall_ms()).substr(0, 10);
    const auto bodies = follow_up_bodies(*state_, changes, today, actor.role);
    if (!bodies) return FollowingUp::unknown;
    if (bodies->empty()) return FollowingUp::needless;
    record(*bodies);
    return FollowingUp::done;
}

}  // namespace stormote
