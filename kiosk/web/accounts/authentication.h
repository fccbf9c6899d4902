// Authentication: how somebody comes in: sign-in, and the change of one's own password. What comes
// of it is a value. An unknown name, a locked account and a wrong password are told alike, and take
// as long. Any thread: a call takes a tenth of a second, and waits behind others where several sign
// in at once. Borrows what it is given.
//
// Who signs in gets two tokens for their browser: that of the session, and one that the browser is
// known by afterwards, for 90 days, which lets nobody in by itself: attempts from a known browser
// are counted apart, so that nobody can keep an owner out by guessing (attempt_throttle.h). Keep
// the second in a cookie of its own, and hand it in at the next sign-in.
#pragma once

#include <variant>

#include "kiosk/web/accounts/account_database.h"
#include "kiosk/web/accounts/attempt_throttle.h"
#include "kiosk/web/accounts/password_hash.h"
#include "kiosk/web/accounts/password_rules.h"
#include "kiosk/web/accounts/session_store.h"

namespace stormote {

// What is known of the browser that asks.
struct BrowserClues {
    std::string address;    // without its port
    std::string browser{};  // its User-Agent, for the list of sessions
    std::string session{};  // a session's token that it has already; that one ends
    std::string known_browser{};
};

struct SignedIn {
    std::string token;
    std::string known_browser;  // empty: keep what the browser has
    WebSession session;
};
// With a one-time password: the session is good for change_password() alone.
struct PasswordMustChange {
    SignedIn signed_in;
};
struct SignInRefused {};
// It was right, and more than three days old: an administrator has to reset it anew.
struct OneTimePasswordExpired {};
struct SignInDelayed {
    std::int64_t wait_ms = 0;
};
using SignInOutcome = std::variant<SignInRefused, SignInDelayed, OneTimePasswordExpired,
                                   PasswordMustChange, SignedIn>;

struct SessionHasEnded {};
struct OldPasswordWrong {};
// The new one breaks a rule.
struct NewPasswordRefused {
    Error why;
};
// With a new session: all others of the account have ended.
struct PasswordChanged {
    SignedIn signed_in;
};
using PasswordChangeOutcome = std::variant<SessionHasEnded, OldPasswordWrong, SignInDelayed,
                                           NewPasswordRefused, PasswordChanged>;

class Authentication {
  public:
    static constexpr std::int64_t browser_known_ms = 90LL * 24 * 3'600'000;

    Authentication(AccountDatabase& database, const PasswordRules& rules, const HashingCost& cost);

    [[nodiscard]] SignInOutcome sign_in(std::string_view login, std::string_view password,
                                        const BrowserClues& clues);
    // Of the session in the clues.
    [[nodiscard]] PasswordChangeOutcome change_password(std::string_view old_password,
                                                        std::string_view new_password,
                                                        const BrowserClues& clues);
    // Attempts and browsers that mean nothing any more.
    void forget_old();

  private:
    struct Attempt;
    [[nodiscard]] std::int64_t begin_attempt(Attempt& attempt, const BrowserClues& clues);
    void give_back(const Attempt& attempt);
    [[nodiscard]] SignInOutcome refuse(const Attempt& attempt, const BrowserClues& clues);
    [[nodiscard]] SignInOutcome let_in(const Attempt& attempt,
                                       const std::optional<PasswordHash>& dearer,
                                       const BrowserClues& clues);
    [[nodiscard]] SignedIn begin_session(Database& rows, const AccountId& account,
                                         const BrowserClues& clues, bool knows_browser);
    [[nodiscard]] PasswordChangeOutcome replace_password(const Attempt& attempt,
                                                         const WebSession& session,
                                                         std::string_view old_password,
                                                         std::string_view new_password,
                                                         const BrowserClues& clues);

    AccountDatabase& database_;
    SessionStore sessions_;
    const PasswordRules& rules_;
    HashingCost cost_;
    // What is computed where there is no such account.
    PasswordHash nobody_;
};

}  // namespace stormote
