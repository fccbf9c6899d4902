// AttemptThrottle: how often a password may be guessed. Attempts are counted in the file, before
// they are judged, so that neither several processes nor a restart let more through; one that was
// right is given back, as if it had not been. After a few, each waits longer, and never longer than
// some minutes: nobody is locked out for ever. Works in a step of the caller's; one thread.
//
// An owner whom somebody keeps waiting, by guessing all the time, still comes in with a browser
// that they signed in with before: it is counted by itself.
#pragma once

#include <span>
#include <vector>

#include "kiosk/web/accounts/account_database.h"
#include "sync/base/crypto.h"

namespace stormote {

// The numbers go into what attempts are counted under.
enum class CountedBy : std::uint8_t {
    account = 1,     // a sign-in name, whether or not there is such an account
    address = 2,     // of IPv6 the network, which one customer has whole
    browser = 3,     // one that is known, by its token
    password = 4,    // of a session that changes it
    table_code = 5,  // an address that types tables' codes, as above
    event = 6,       // a sealed one that is to be unlocked
};
struct CountedName {
    CountedBy by = CountedBy::account;
    std::string name;
};

// So many are judged at once, of one kind of name each. Behind one address is a whole town hall,
// and all phones of a room: whoever types wrong codes there keeps nobody out for long.
constexpr int attempts_without_delay(CountedBy by) {
    if (by == CountedBy::table_code) return 300;
    return by == CountedBy::address ? 20 : 5;
}
// Within any hour.
constexpr int most_attempts_an_hour(CountedBy by) {
    if (by == CountedBy::table_code) return 1'100;
    return by == CountedBy::address ? 90 : 25;
}

class AttemptThrottle {
  public:
    struct Counted {
        Hash counted_by{};
        std::int64_t count = 0;
        std::int64_t earlier_next_ms = 0;
    };

    AttemptThrottle(AccountDatabase& database, Database& rows);

    // Counts an attempt under all the names, or under none: then so many milliseconds are to be
    // waited. Commit in either case.
    [[nodiscard]] std::int64_t take(std::span<const CountedName> names,
                                    std::vector<Counted>& counted);
    // It was right, or never judged.
    void give_back(std::span<const Counted> counted);
    // Those so old that they mean nothing.
    void forget_old();

  private:
    struct Row {
        std::int64_t count = 0;
        std::int64_t next_ms = 0;
    };
    [[nodiscard]] Hash hash_of(const CountedName& name) const;
    [[nodiscard]] Row find(const Hash& counted_by, CountedBy by);
    void write(const Hash& counted_by, const Row& row);

    Database& rows_;
    std::int64_t now_ms_;
    Bytes key_;
};

}  // namespace stormote
