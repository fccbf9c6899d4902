// SessionStore: who is signed in with which browser. A session ends after two hours without use,
// twelve hours in all, when it is signed out, and with its account. A browser shows a token; the
// file has its hash. Any thread; borrows the database.
#pragma once

#include <vector>

#include "kiosk/web/accounts/account.h"
#include "kiosk/web/accounts/account_database.h"
#include "kiosk/web/accounts/audit_log.h"

namespace stormote {

using SessionId = Id<struct SessionTag>;

struct WebSession {
    SessionId id;
    // As it is now: whose role was changed has the new one at the next request. Where it must
    // change its password, nothing else may be shown or done: may() allows nothing.
    Account account;
    std::int64_t created_ms = 0;
    std::int64_t used_ms = 0;  // to the minute
    std::string address;       // that it began from
    std::string browser;       // as the browser called itself
};

// Whether the account may what stands over no event; over an event, see AccountStore::may().
[[nodiscard]] bool may(const WebSession& session, WebRight right);
[[nodiscard]] AuditActor actor_of(const WebSession& session, std::string_view address);

class SessionStore {
  public:
    static constexpr std::int64_t idle_ms = 2LL * 3'600'000;
    static constexpr std::int64_t absolute_ms = 12LL * 3'600'000;
    static constexpr std::int64_t most_of_an_account = 20;  // then the one used longest ago ends

    explicit SessionStore(AccountDatabase& database) : database_(database) {}

    // Nothing where the token is nobody's, or its session has ended. Notes that it was used, at
    // most once a minute.
    [[nodiscard]] std::optional<WebSession> find(std::string_view token);
    // What the forms of a session carry, and whether a form carried it.
    [[nodiscard]] static std::string csrf_token(std::string_view token);
    [[nodiscard]] static bool is_csrf_token(std::string_view token, std::string_view shown);

    // Sign-out. Nothing happens where it is nobody's.
    void end(std::string_view token, std::string_view address);
    // Those of an account that have not ended, used last first.
    [[nodiscard]] std::vector<WebSession> list(const AccountId& account) const;
    // Another of the account's sessions; false where it has none of that id.
    bool end_one(const AccountId& account, const SessionId& id, const AuditActor& by);
    // All of the session's account but itself, and what its other browsers are known by.
    void end_others(const WebSession& session, std::string_view address);
    void remove_ended();

  private:
    AccountDatabase& database_;
};

// In the caller's step: begins a session and returns its token.
[[nodiscard]] std::string begin_session_row(AccountDatabase& database, Database& rows,
                                            const AccountId& account, std::string_view address,
                                            std::string_view browser);
// Nothing where it has ended.
[[nodiscard]] std::optional<WebSession> find_session_row(Database& rows, std::string_view token,
                                                         std::int64_t now_ms);
void end_session_row(Database& rows, std::string_view token);

}  // namespace stormote
