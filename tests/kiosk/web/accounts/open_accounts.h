// OpenAccounts: a file of accounts in a folder of its own, with a clock that a test moves and a
// password that costs nothing.
#pragma once

#include "kiosk/web/accounts/web_accounts.h"
#include "sync/base/clock.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/start_crypto.h"

namespace stormote::testing {

constexpr std::int64_t second_ms = 1'000;
constexpr std::int64_t minute_ms = 60 * second_ms;
constexpr std::int64_t hour_ms = 60 * minute_ms;
constexpr std::int64_t day_ms = 24 * hour_ms;

constexpr HashingCost cheapest_cost{1, 8'192};
constexpr const char *good_password = "lampa korv fjord segel";
constexpr const char *other_password = "tratt myra gruva pensel";

struct OpenAccounts {
    // A restart, or another process.
    [[nodiscard]] std::unique_ptr<WebAccounts> open_again(const HashingCost& cost = cheapest_cost) {
        auto opened = WebAccounts::open(folder.path(), clock, random, {}, cost);
        if (!opened) throw std::runtime_error(opened.error().english());
        return std::move(*opened);
    }
    void restart() {
        web.reset();
        web = open_again();
    }
    AccountId add(const std::string& login, AccountRole role = AccountRole::organiser) {
        auto added =
            web->accounts.add({login, "Test Testsson", role, good_password}, command_line_actor());
        if (!added) throw std::runtime_error(added.error().english());
        return added->id;
    }
    SignInOutcome try_sign_in(const std::string& login, const std::string& password,
                              const std::string& address = "192.0.2.1") {
        return web->authentication.sign_in(login, password, {address});
    }
    SignedIn sign_in(const std::string& login, const std::string& address = "192.0.2.1") {
        return std::get<SignedIn>(try_sign_in(login, good_password, address));
    }
    [[nodiscard]] std::vector<AuditAction> logged() const {
        std::vector<AuditAction> actions;
        for (const AuditEntry& entry : web->log.read_all(0, 500)) actions.push_back(entry.action);
        return actions;
    }

    TemporaryFolder folder;
    ManualClock clock{1'660'000'000'000};
    SystemRandom random;
    std::unique_ptr<WebAccounts> web = open_again();
};

[[nodiscard]] inline EventId event_numbered(std::uint8_t number) {
    EventId event;
    event.value.bytes.fill(number);
    return event;
}

}  // namespace stormote::testing
