#include "kiosk/web/accounts/session_store.h"

#include "kiosk/web/accounts/account_name.h"
#include "kiosk/web/accounts/account_rows.h"
#include "kiosk/web/accounts/secret_token.h"

namespace stormote {

namespace {

constexpr std::int64_t noted_after_ms = 60'000;
constexpr std::size_t most_browser_bytes = 120;
// By so much a clock may be set back without ending what began before.
constexpr std::int64_t clock_slack_ms = 3'600'000;

struct SessionTimes {
    std::int64_t created_ms = 0;
    std::int64_t used_ms = 0;
};

bool has_ended(const SessionTimes& times, std::int64_t now_ms) {
    return now_ms - times.used_ms >= SessionStore::idle_ms ||
           now_ms - times.created_ms >= SessionStore::absolute_ms ||
           times.used_ms - now_ms > clock_slack_ms;
}

SessionId session_id_in(const Statement& row, int column) {
    const auto bytes = to_array<16>(row.blob(column));
    return bytes ? SessionId{Uuid{*bytes}} : SessionId{};
}

// Without its account.
WebSession read_session(const Statement& row) {
    WebSession session;
    session.id = session_id_in(row, 0);
    session.created_ms = row.number(1);
    session.used_ms = row.number(2);
    session.address = row.text(3);
    session.browser = row.text(4);
    return session;
}

AccountId account_in(const Statement& row, int column) {
    const auto bytes = to_array<16>(row.blob(column));
    return bytes ? AccountId{Uuid{*bytes}} : AccountId{};
}

}  // namespace

bool may(const WebSession& session, WebRight right) {
    const Account& account = session.account;
    return !account.must_change_password && !account.is_locked && !is_over_event(right) &&
           role_allows(account.role, right);
}

AuditActor actor_of(const WebSession& session, std::string_view address) {
    return {AuditActorKind::account, session.account.id, session.account.login,
            std::string(address)};
}

std::optional<WebSession> SessionStore::find(std::string_view token) {
    std::optional<WebSession> session;
    const std::int64_t now_ms = database_.now_ms();
    {
        AccountDatabase::View view(database_);
        session = find_session_row(view.rows(), token, now_ms);
    }
    if (session && now_ms - session->used_ms >= noted_after_ms) {
        AccountDatabase::Change change(database_);
        Statement(change.rows(),
                  "UPDATE session SET used_ms = max(used_ms, ?) WHERE token_hash = ?")
            .bind(now_ms)
            .bind(ByteView(*hash_of_token(token)))
            .run();
        change.commit();
    }
    return session;
}

std::string SessionStore::csrf_token(std::string_view token) {
    return csrf_token_of(token);
}

bool SessionStore::is_csrf_token(std::string_view token, std::string_view shown) {
    return is_same_secret(view_bytes(csrf_token_of(token)), view_bytes(shown));
}

void SessionStore::end(std::string_view token, std::string_view address) {
    AccountDatabase::Change change(database_);
    if (const auto session = find_session_row(change.rows(), token, database_.now_ms())) {
        AuditEntry entry;
        entry.actor = actor_of(*session, address);
        entry.action = AuditAction::signed_out;
        add_audit_row(database_, change.rows(), entry);
    }
    end_session_row(change.rows(), token);
    change.commit();
}

std::vector<WebSession> SessionStore::list(const AccountId& account) const {
    AccountDatabase::View view(database_);
    const auto row = find_account_row(view.rows(), account);
    Statement select(view.rows(),
                     "SELECT id, created_ms, used_ms, address, browser FROM session "
                     "WHERE account = ? ORDER BY used_ms DESC, id");
    select.bind(ByteView(account.value.bytes));
    std::vector<WebSession> sessions;
    while (row && select.step()) {
        WebSession session = read_session(select);
        if (has_ended({session.created_ms, session.used_ms}, database_.now_ms())) continue;
        session.account = row->account;
        sessions.push_back(std::move(session));
    }
    return sessions;
}

bool SessionStore::end_one(const AccountId& account, const SessionId& id, const AuditActor& by) {
    AccountDatabase::Change change(database_);
    Statement(change.rows(), "DELETE FROM session WHERE account = ? AND id = ?")
        .bind(ByteView(account.value.bytes))
        .bind(ByteView(id.value.bytes))
        .run();
    if (change.rows().changes() == 0) return false;
    AuditEntry entry;
    entry.actor = by;
    entry.action = AuditAction::sessions_ended;
    if (const auto row = find_account_row(change.rows(), account)) {
        entry.detail = row->account.login;
    }
    add_audit_row(database_, change.rows(), entry);
    change.commit();
    return true;
}

void SessionStore::end_others(const WebSession& session, std::string_view address) {
    AccountDatabase::Change change(database_);
    Statement(change.rows(), "DELETE FROM session WHERE account = ? AND id <> ?")
        .bind(ByteView(session.account.id.value.bytes))
        .bind(ByteView(session.id.value.bytes))
        .run();
    forget_browser_rows(change.rows(), session.account.id);
    AuditEntry entry;
    entry.actor = actor_of(session, address);
    entry.action = AuditAction::sessions_ended;
    entry.detail = session.account.login;
    add_audit_row(database_, change.rows(), entry);
    change.commit();
}

void SessionStore::remove_ended() {
    AccountDatabase::Change change(database_);
    const std::int64_t now_ms = database_.now_ms();
    Statement(change.rows(),
              "DELETE FROM session WHERE used_ms <= ? OR created_ms <= ? OR used_ms > ?")
        .bind(now_ms - idle_ms)
        .bind(now_ms - absolute_ms)
        .bind(now_ms + clock_slack_ms)
        .run();
    change.commit();
}

std::string begin_session_row(AccountDatabase& database, Database& rows, const AccountId& account,
                              std::string_view address, std::string_view browser) {
    const std::string token = make_secret_token(database.random());
    const Uuid id = make_random_uuid(database.random());
    Statement(rows,
              "DELETE FROM session WHERE account = ?1 AND id NOT IN (SELECT id FROM session WHERE "
              "account = ?1 ORDER BY used_ms DESC, created_ms DESC LIMIT ?2)")
        .bind(ByteView(account.value.bytes))
        .bind(SessionStore::most_of_an_account - 1)
        .run();
    Statement(rows,
              "INSERT INTO session(token_hash, id, account, created_ms, used_ms, address, browser) "
              "VALUES(?1, ?2, ?3, ?4, ?4, ?5, ?6)")
        .bind(ByteView(*hash_of_token(token)))
        .bind(ByteView(id.bytes))
        .bind(ByteView(account.value.bytes))
        .bind(database.now_ms())
        .bind(one_safe_line(address, most_address_bytes))
        .bind(one_safe_line(browser, most_browser_bytes))
        .run();
    return token;
}

std::optional<WebSession> find_session_row(Database& rows, std::string_view token,
                                           std::int64_t now_ms) {
    const auto hash = hash_of_token(token);
    if (!hash) return std::nullopt;
    Statement select(rows,
                     "SELECT id, created_ms, used_ms, address, browser, account FROM session "
                     "WHERE token_hash = ?");
    select.bind(ByteView(*hash));
    if (!select.step()) return std::nullopt;
    WebSession session = read_session(select);
    if (has_ended({session.created_ms, session.used_ms}, now_ms)) return std::nullopt;
    auto row = find_account_row(rows, account_in(select, 5));
    if (!row || row->account.is_locked) return std::nullopt;
    session.account = std::move(row->account);
    return session;
}

void end_session_row(Database& rows, std::string_view token) {
    if (const auto hash = hash_of_token(token)) {
        Statement(rows, "DELETE FROM session WHERE token_hash = ?").bind(ByteView(*hash)).run();
    }
}

}  // namespace stormote
