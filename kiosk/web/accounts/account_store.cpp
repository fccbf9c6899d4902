#include "kiosk/web/accounts/account_store.h"

#include <algorithm>
#include <array>

#include "kiosk/web/accounts/account_name.h"
#include "kiosk/web/accounts/account_rows.h"
#include "kiosk/web/accounts/secret_token.h"

namespace stormote {

namespace {

Error no_such_account() {
    return input_error({"There is no such account any more."});
}

// Whether another administrator remains who can sign in.
bool has_other_administrator(Database& rows, const AccountId& id) {
    Statement select(rows,
                     "SELECT count(*) FROM account WHERE role = ? AND is_locked = 0 AND id <> ?");
    select.bind(static_cast<std::int64_t>(AccountRole::administrator))
        .bind(ByteView(id.value.bytes));
    return select.step() && select.number(0) > 0;
}

Result<> check_not_last(Database& rows, const Account& account) {
    if (account.role != AccountRole::administrator || account.is_locked ||
        has_other_administrator(rows, account.id)) {
        return Done{};
    }
    return input_error(
        {"{} is the only administrator who can sign in. Add another administrator first."},
        account.login);
}

void set_number(Database& rows, const char *sql, std::int64_t value, const AccountId& id) {
    Statement(rows, sql).bind(value).bind(ByteView(id.value.bytes)).run();
}

void insert_account(Database& rows, const AccountId& id, const LoginName& login,
                    const std::string& full_name, AccountRole role, std::int64_t now_ms) {
    Statement(rows,
              "INSERT INTO account(id, login_key, login, full_name, role, salt, passes, "
              "memory_bytes, password_hash, one_time_until_ms, added_ms) "
              "VALUES(?, ?, ?, ?, ?, x'', 0, 0, x'', 0, ?)")
        .bind(ByteView(id.value.bytes))
        .bind(login.key)
        .bind(login.shown)
        .bind(full_name)
        .bind(static_cast<std::int64_t>(role))
        .bind(now_ms)
        .run();
}

}  // namespace

Error too_many_at_once() {
    return input_error({"Many sign in at this moment. Try again in a few seconds."});
}

template <typename Decision>
Result<> AccountStore::change(const AccountId& id, AuditAction action, const AuditActor& by,
                              const Decision& decide) {
    Step step(database_);
    const auto row = find_account_row(step.rows(), id);
    if (!row) return no_such_account();
    AuditEntry entry;
    entry.actor = by;
    entry.action = action;
    entry.detail = row->account.login;
    if (auto decided = decide(step.rows(), row->account, entry); !decided) return decided;
    add_audit_row(database_, step.rows(), entry);
    step.commit();
    return Done{};
}

Result<AddedAccount> AccountStore::add(const NewAccount& account, const AuditActor& by) {
    const auto login = check_login_name(account.login);
    if (!login) return login.error();
    const auto full_name = check_full_name(account.full_name);
    if (!full_name) return full_name.error();
    if (account.password) {
        const std::array<std::string_view, 2> person{login->shown, *full_name};
        if (auto checked = rules_.check(*account.password, person); !checked) {
            return checked.error();
        }
    }
    AddedAccount added;
    if (!account.password) added.one_time_password = draw_one_time_password();
    const auto turn = HashingGate::of_process().enter();
    if (!turn) return too_many_at_once();
    const PasswordHash password =
        hash_password(account.password ? *account.password : added.one_time_password,
                      database_.draw_bytes(), cost_);
    Step step(database_);
    if (find_account_row(step.rows(), login->key)) {
        return input_error({"There is an account {} already, or one whose name looks the same."},
                           login->shown);
    }
    const std::int64_t now_ms = database_.now_ms();
    added.id = AccountId{make_random_uuid(database_.random())};
    insert_account(step.rows(), added.id, *login, *full_name, account.role, now_ms);
    set_password_row(step.rows(), added.id, password, account.password ? 0 : now_ms + one_time_ms);
    AuditEntry entry;
    entry.actor = by;
    entry.action = AuditAction::account_added;
    entry.detail = login->shown + ", " + account_role_name(account.role);
    add_audit_row(database_, step.rows(), entry);
    step.commit();
    return added;
}

Result<> AccountStore::remove(const AccountId& id, const AuditActor& by) {
    return change(id, AuditAction::account_removed, by,
                  [](Database& rows, const Account& account, AuditEntry&) -> Result<> {
                      if (auto last = check_not_last(rows, account); !last) return last;
                      // With its grants, sessions and known browsers.
                      Statement(rows, "DELETE FROM account WHERE id = ?")
                          .bind(ByteView(account.id.value.bytes))
                          .run();
                      return Done{};
                  });
}

Result<> AccountStore::lock(const AccountId& id, const AuditActor& by) {
    return change(id, AuditAction::account_locked, by,
                  [](Database& rows, const Account& account, AuditEntry&) -> Result<> {
                      if (auto last = check_not_last(rows, account); !last) return last;
                      set_number(rows, "UPDATE account SET is_locked = ? WHERE id = ?", 1,
                                 account.id);
                      end_session_rows(rows, account.id);
                      forget_browser_rows(rows, account.id);
                      return Done{};
                  });
}

Result<> AccountStore::unlock(const AccountId& id, const AuditActor& by) {
    return change(id, AuditAction::account_unlocked, by,
                  [](Database& rows, const Account& account, AuditEntry&) -> Result<> {
                      set_number(rows, "UPDATE account SET is_locked = ? WHERE id = ?", 0,
                                 account.id);
                      return Done{};
                  });
}

Result<> AccountStore::change_role(const AccountId& id, AccountRole role, const AuditActor& by) {
    return change(id, AuditAction::account_changed, by,
                  [role](Database& rows, const Account& account, AuditEntry& entry) -> Result<> {
                      if (role != AccountRole::administrator) {
                          if (auto last = check_not_last(rows, account); !last) return last;
                      }
                      set_number(rows, "UPDATE account SET role = ? WHERE id = ?",
                                 static_cast<std::int64_t>(role), account.id);
                      end_session_rows(rows, account.id);
                      entry.detail += std::string(", ") + account_role_name(role);
                      return Done{};
                  });
}

Result<> AccountStore::change_full_name(const AccountId& id, std::string_view name,
                                        const AuditActor& by) {
    const auto full_name = check_full_name(name);
    if (!full_name) return full_name.error();
    return change(id, AuditAction::account_changed, by,
                  [&](Database& rows, const Account& account, AuditEntry&) -> Result<> {
                      Statement(rows, "UPDATE account SET full_name = ? WHERE id = ?")
                          .bind(*full_name)
                          .bind(ByteView(account.id.value.bytes))
                          .run();
                      return Done{};
                  });
}

Result<std::string> AccountStore::reset_password(const AccountId& id, const AuditActor& by) {
    const std::string one_time_password = draw_one_time_password();
    const auto turn = HashingGate::of_process().enter();
    if (!turn) return too_many_at_once();
    const PasswordHash password = hash_password(one_time_password, database_.draw_bytes(), cost_);
    auto changed =
        change(id, AuditAction::password_reset, by,
               [&](Database& rows, const Account& account, AuditEntry&) -> Result<> {
                   set_password_row(rows, account.id, password, database_.now_ms() + one_time_ms);
                   end_session_rows(rows, account.id);
                   forget_browser_rows(rows, account.id);
                   return Done{};
               });
    if (!changed) return changed.error();
    return one_time_password;
}

std::string AccountStore::draw_one_time_password() {
    Step step(database_);
    return make_one_time_password(database_.random());
}

std::optional<Account> AccountStore::find(const AccountId& id) const {
    AccountDatabase::View view(database_);
    auto row = find_account_row(view.rows(), id);
    if (!row) return std::nullopt;
    return std::move(row->account);
}

std::optional<Account> AccountStore::find(std::string_view login) const {
    const auto key = login_key_of(login);
    if (!key) return std::nullopt;
    AccountDatabase::View view(database_);
    auto row = find_account_row(view.rows(), *key);
    if (!row) return std::nullopt;
    return std::move(row->account);
}

bool AccountStore::is_empty() const {
    AccountDatabase::View view(database_);
    return !Statement(view.rows(), "SELECT 1 FROM account LIMIT 1").step();
}

std::vector<Account> AccountStore::list() const {
    AccountDatabase::View view(database_);
    return list_account_rows(view.rows());
}

}  // namespace stormote
