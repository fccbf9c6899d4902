#include "kiosk/web/accounts/authentication.h"

#include <array>

#include "kiosk/web/accounts/account_name.h"
#include "kiosk/web/accounts/account_rows.h"
#include "kiosk/web/accounts/secret_token.h"

namespace stormote {

namespace {

constexpr std::int64_t busy_wait_ms = 2'000;
constexpr std::int64_t hour_ms = 3'600'000;
// Of names that nobody has, in an hour: a flood fills no disk. Those of accounts are all kept,
// since the throttle bounds them.
constexpr std::int64_t most_unknown_logged = 100;
constexpr std::int64_t most_known_browsers = 20;

bool is_known_browser(Database& rows, const AccountId& account, std::string_view token,
                      std::int64_t now_ms) {
    const auto hash = hash_of_token(token);
    if (!hash) return false;
    Statement select(rows,
                     "SELECT 1 FROM known_browser WHERE token_hash = ? AND account = ? "
                     "AND used_ms > ?");
    select.bind(ByteView(*hash))
        .bind(ByteView(account.value.bytes))
        .bind(now_ms - Authentication::browser_known_ms);
    return select.step();
}

void note_known_browser(Database& rows, std::string_view token, std::int64_t now_ms) {
    Statement(rows, "UPDATE known_browser SET used_ms = ? WHERE token_hash = ?")
        .bind(now_ms)
        .bind(ByteView(*hash_of_token(token)))
        .run();
}

std::string add_known_browser(AccountDatabase& database, Database& rows, const AccountId& account) {
    const std::string token = make_secret_token(database.random());
    Statement(rows,
              "DELETE FROM known_browser WHERE account = ?1 AND token_hash NOT IN (SELECT "
              "token_hash FROM known_browser WHERE account = ?1 ORDER BY used_ms DESC LIMIT ?2)")
        .bind(ByteView(account.value.bytes))
        .bind(most_known_browsers - 1)
        .run();
    Statement(rows, "INSERT INTO known_browser(token_hash, account, used_ms) VALUES(?, ?, ?)")
        .bind(ByteView(*hash_of_token(token)))
        .bind(ByteView(account.value.bytes))
        .bind(database.now_ms())
        .run();
    return token;
}

// Whether the password that was judged is still the account's.
bool is_unchanged(const AccountRow& before, const AccountRow& now) {
    return before.password.hash == now.password.hash && before.password.salt == now.password.salt;
}

}  // namespace

struct Authentication::Attempt {
    std::string login_key;  // "" where no account can have the name
    std::optional<AccountRow> account{};
    bool knows_browser = false;
    std::vector<AttemptThrottle::Counted> counted{};
};

Authentication::Authentication(AccountDatabase& database, const PasswordRules& rules,
                               const HashingCost& cost)
    : database_(database),
      sessions_(database),
      rules_(rules),
      cost_(cost),
      nobody_{database.draw_bytes(), cost, SymmetricKey{}} {}

std::int64_t Authentication::begin_attempt(Attempt& attempt, const BrowserClues& clues) {
    AccountDatabase::Change change(database_);
    Database& rows = change.rows();
    attempt.account = find_account_row(rows, attempt.login_key);
    attempt.knows_browser =
        attempt.account && is_known_browser(rows, attempt.account->account.id, clues.known_browser,
                                            database_.now_ms());
    std::vector<CountedName> names;
    if (attempt.knows_browser) {
        names.push_back({CountedBy::browser, clues.known_browser});
    } else {
        names.push_back({CountedBy::account, attempt.login_key});
        names.push_back({CountedBy::address, clues.address});
    }
    const std::int64_t wait_ms = AttemptThrottle(database_, rows).take(names, attempt.counted);
    change.commit();
    return wait_ms;
}

void Authentication::give_back(const Attempt& attempt) {
    AccountDatabase::Change change(database_);
    AttemptThrottle(database_, change.rows()).give_back(attempt.counted);
    change.commit();
}

SignInOutcome Authentication::sign_in(std::string_view login, std::string_view password,
                                      const BrowserClues& clues) {
    Attempt attempt{login_key_of(login).value_or("")};
    if (const std::int64_t wait_ms = begin_attempt(attempt, clues); wait_ms > 0) {
        return SignInDelayed{wait_ms};
    }
    // No password is so long; and hashing a large text takes its time.
    if (password.size() > most_password_bytes) return refuse(attempt, clues);
    std::optional<PasswordHash> dearer;
    {
        const auto turn = HashingGate::of_process().enter();
        if (!turn) {
            give_back(attempt);
            return SignInDelayed{busy_wait_ms};
        }
        const PasswordHash& hash = attempt.account ? attempt.account->password : nobody_;
        const bool is_right = is_password(password, hash);
        if (!is_right || !attempt.account || attempt.account->account.is_locked) {
            return refuse(attempt, clues);
        }
        if (!is_cost_of(hash, cost_)) {
            dearer = hash_password(password, database_.draw_bytes(), cost_);
        }
    }
    return let_in(attempt, dearer, clues);
}

SignInOutcome Authentication::refuse(const Attempt& attempt, const BrowserClues& clues) {
    AccountDatabase::Change change(database_);
    AuditEntry entry;
    entry.actor.address = clues.address;
    entry.action = AuditAction::sign_in_failed;
    // A name that nobody has may be a password in the wrong field: it is not kept.
    if (attempt.account) entry.detail = attempt.account->account.login;
    const std::int64_t since_ms = database_.now_ms() - hour_ms;
    if (attempt.account || count_unknown_sign_ins(change.rows(), since_ms) < most_unknown_logged) {
        add_audit_row(database_, change.rows(), entry);
    }
    change.commit();
    return SignInRefused{};
}

SignInOutcome Authentication::let_in(const Attempt& attempt,
                                     const std::optional<PasswordHash>& dearer,
                                     const BrowserClues& clues) {
    AccountDatabase::Change change(database_);
    Database& rows = change.rows();
    const AccountId id = attempt.account->account.id;
    const auto row = find_account_row(rows, id);
    if (!row || row->account.is_locked || !is_unchanged(*attempt.account, *row)) {
        return SignInRefused{};
    }
    const std::int64_t now_ms = database_.now_ms();
    if (row->account.must_change_password && row->account.one_time_until_ms <= now_ms) {
        return OneTimePasswordExpired{};
    }
    AttemptThrottle(database_, rows).give_back(attempt.counted);
    if (dearer) set_password_row(rows, id, *dearer, row->account.one_time_until_ms);
    Statement(rows, "UPDATE account SET signed_in_ms = ? WHERE id = ?")
        .bind(now_ms)
        .bind(ByteView(id.value.bytes))
        .run();
    SignedIn signed_in = begin_session(rows, id, clues, attempt.knows_browser);
    AuditEntry entry;
    entry.actor = actor_of(signed_in.session, clues.address);
    entry.action = AuditAction::signed_in;
    add_audit_row(database_, rows, entry);
    change.commit();
    if (row->account.must_change_password) return PasswordMustChange{std::move(signed_in)};
    return signed_in;
}

SignedIn Authentication::begin_session(Database& rows, const AccountId& account,
                                       const BrowserClues& clues, bool knows_browser) {
    SignedIn signed_in;
    end_session_row(rows, clues.session);
    signed_in.token = begin_session_row(database_, rows, account, clues.address, clues.browser);
    signed_in.session = *find_session_row(rows, signed_in.token, database_.now_ms());
    if (knows_browser) {
        note_known_browser(rows, clues.known_browser, database_.now_ms());
    } else if (!signed_in.session.account.must_change_password) {
        signed_in.known_browser = add_known_browser(database_, rows, account);
    }
    return signed_in;
}

PasswordChangeOutcome Authentication::change_password(std::string_view old_password,
                                                      std::string_view new_password,
                                                      const BrowserClues& clues) {
    const auto session = sessions_.find(clues.session);
    if (!session) return SessionHasEnded{};
    const std::array<std::string_view, 2> person{session->account.login,
                                                 session->account.full_name};
    if (auto checked = rules_.check(new_password, person); !checked) {
        return NewPasswordRefused{checked.error()};
    }
    Attempt attempt;
    {
        AccountDatabase::Change change(database_);
        attempt.account = find_account_row(change.rows(), session->account.id);
        const CountedName name{CountedBy::password, to_string(session->account.id)};
        const std::int64_t wait_ms =
            AttemptThrottle(database_, change.rows()).take(std::span(&name, 1), attempt.counted);
        change.commit();
        if (wait_ms > 0) return SignInDelayed{wait_ms};
    }
    if (!attempt.account) return SessionHasEnded{};
    if (old_password.size() > most_password_bytes) return OldPasswordWrong{};
    return replace_password(attempt, *session, old_password, new_password, clues);
}

PasswordChangeOutcome Authentication::replace_password(const Attempt& attempt,
                                                       const WebSession& session,
                                                       std::string_view old_password,
                                                       std::string_view new_password,
                                                       const BrowserClues& clues) {
    PasswordHash password;
    {
        const auto turn = HashingGate::of_process().enter();
        if (!turn) {
            give_back(attempt);
            return SignInDelayed{busy_wait_ms};
        }
        if (!is_password(old_password, attempt.account->password)) return OldPasswordWrong{};
        password = hash_password(new_password, database_.draw_bytes(), cost_);
    }
    if (old_password == new_password) {
        return NewPasswordRefused{input_error({"The new password is the old one."})};
    }
    AccountDatabase::Change change(database_);
    Database& rows = change.rows();
    const AccountId id = session.account.id;
    const auto row = find_account_row(rows, id);
    // It may have been reset, locked or signed out meanwhile.
    if (!row || !is_unchanged(*attempt.account, *row) ||
        !find_session_row(rows, clues.session, database_.now_ms())) {
        return SessionHasEnded{};
    }
    AttemptThrottle(database_, rows).give_back(attempt.counted);
    set_password_row(rows, id, password, 0);
    end_session_rows(rows, id);
    forget_browser_rows(rows, id);
    PasswordChanged changed{begin_session(rows, id, clues, false)};
    AuditEntry entry;
    entry.actor = actor_of(session, clues.address);
    entry.action = AuditAction::password_changed;
    entry.detail = session.account.login;
    add_audit_row(database_, rows, entry);
    change.commit();
    return changed;
}

void Authentication::forget_old() {
    AccountDatabase::Change change(database_);
    AttemptThrottle(database_, change.rows()).forget_old();
    Statement(change.rows(), "DELETE FROM known_browser WHERE used_ms <= ?")
        .bind(database_.now_ms() - browser_known_ms)
        .run();
    change.commit();
}

}  // namespace stormote
