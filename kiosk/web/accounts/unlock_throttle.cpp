#include "kiosk/web/accounts/unlock_throttle.h"

namespace stormote {

UnlockThrottle::Attempt UnlockThrottle::begin(const EventId& event) {
    Attempt attempt;
    const CountedName name{CountedBy::event, to_string(event)};
    AccountDatabase::Change change(database_);
    attempt.wait_ms =
        AttemptThrottle(database_, change.rows()).take(std::span(&name, 1), attempt.counted);
    change.commit();
    return attempt;
}

void UnlockThrottle::give_back(const Attempt& attempt) {
    AccountDatabase::Change change(database_);
    AttemptThrottle(database_, change.rows()).give_back(attempt.counted);
    change.commit();
}

}  // namespace stormote
