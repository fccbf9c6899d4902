#include "kiosk/web/accounts/guess_throttle.h"

namespace stormote {

GuessThrottle::Attempt GuessThrottle::begin(const CountedName& name) {
    Attempt attempt;
    AccountDatabase::Change change(database_);
    attempt.wait_ms =
        AttemptThrottle(database_, change.rows()).take(std::span(&name, 1), attempt.counted);
    change.commit();
    return attempt;
}

void GuessThrottle::give_back(const Attempt& attempt) {
    AccountDatabase::Change change(database_);
    AttemptThrottle(database_, change.rows()).give_back(attempt.counted);
    change.commit();
}

}  // namespace stormote
