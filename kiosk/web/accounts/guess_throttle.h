// GuessThrottle: how often what is no account's password may be guessed on the pages: the
// passphrase of a sealed event, whoever guesses, and the codes of tables, by address
// (attempt_throttle.h). Any thread; borrows the database.
#pragma once

#include "kiosk/web/accounts/account_database.h"
#include "kiosk/web/accounts/attempt_throttle.h"

namespace stormote {

class GuessThrottle {
  public:
    struct Attempt {
        std::int64_t wait_ms = 0;  // more than 0: it is not to be judged yet
        std::vector<AttemptThrottle::Counted> counted{};

        // With this one, of those that are still counted.
        [[nodiscard]] std::int64_t count() const { return counted.front().count; }
    };

    explicit GuessThrottle(AccountDatabase& database) : database_(database) {}

    // Counts an attempt before it is judged.
    [[nodiscard]] Attempt begin(const CountedName& name);
    // It was right, or never judged.
    void give_back(const Attempt& attempt);

  private:
    AccountDatabase& database_;
};

}  // namespace stormote
