// WebAccounts: everything that the pages know of people who sign in, over one file in the folder of
// events: accounts, sessions, sign-in and the audit log, ready to be asked. One a process; any
// thread. Borrows clock and generator, which outlive it. After open(), a call that fails throws
// MachineFailure: the disk is full, or the file is damaged.
//
//     auto accounts = WebAccounts::open(folder, clock, random, place_words);
//     SignInOutcome outcome = accounts->authentication.sign_in(login, password, clues);
//     auto session = accounts->sessions.find(cookie);         // at each request
//     if (!session || !accounts->accounts.may(*session, WebRight::work_door, event)) ...
//     accounts->log.add({.actor = actor_of(*session, address), .event = event, ...});
#pragma once

#include "kiosk/web/accounts/account_store.h"
#include "kiosk/web/accounts/audit_log.h"
#include "kiosk/web/accounts/authentication.h"
#include "kiosk/web/accounts/guess_throttle.h"

namespace stormote {

struct WebAccounts {
    static constexpr const char *file_name = "stormote-web.db";

    // The words of the place are refused as passwords: the municipality's name, say.
    [[nodiscard]] static Result<std::unique_ptr<WebAccounts>> open(
        const std::filesystem::path& folder, const Clock& clock, Random& random,
        std::span<const std::string> place_words = {}, const HashingCost& cost = password_cost);

    WebAccounts(std::unique_ptr<AccountDatabase> file, std::span<const std::string> place_words,
                const HashingCost& cost);

    // What is to be done now and then, once an hour, say: what ended or is too old goes.
    void tidy();

    std::unique_ptr<AccountDatabase> database;
    PasswordRules rules;
    AccountStore accounts;
    SessionStore sessions;
    Authentication authentication;
    GuessThrottle guessing;
    AuditLog log;
};

}  // namespace stormote
