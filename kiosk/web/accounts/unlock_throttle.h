// UnlockThrottle: how often the passphrase of a sealed event may be guessed on the pages: as often
// as a password, whoever guesses (attempt_throttle.h). Any thread; borrows the database.
#pragma once

#include "kiosk/web/accounts/account_database.h"
#include "kiosk/web/accounts/attempt_throttle.h"
#include "sync/model/ids.h"

namespace stormote {

class UnlockThrottle {
  public:
    struct Attempt {
        std::int64_t wait_ms = 0;  // more than 0: it is not to be judged yet
        std::vector<AttemptThrottle::Counted> counted{};
    };

    explicit UnlockThrottle(AccountDatabase& database) : database_(database) {}

    // Counts an attempt before it is judged.
    [[nodiscard]] Attempt begin(const EventId& event);
    // It was right, or never judged.
    void give_back(const Attempt& attempt);

  private:
    AccountDatabase& database_;
};

}  // namespace stormote
