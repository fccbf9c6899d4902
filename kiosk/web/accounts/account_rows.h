// Account rows: the table of accounts as the rest of this folder reads and writes it, in a step
// that is open. One thread at a time.
#pragma once

#include "kiosk/web/accounts/account.h"
#include "kiosk/web/accounts/password_hash.h"
#include "sync/journal/file/sqlite.h"

namespace stormote {

struct AccountRow {
    Account account;
    PasswordHash password;
};

[[nodiscard]] std::optional<AccountRow> find_account_row(Database& rows, const AccountId& id);
[[nodiscard]] std::optional<AccountRow> find_account_row(Database& rows,
                                                         std::string_view login_key);
// By sign-in name.
[[nodiscard]] std::vector<Account> list_account_rows(Database& rows);
// Of those with a grant for an event.
[[nodiscard]] std::vector<Account> list_granted_rows(Database& rows, ByteView event);

// 0: no one-time password.
void set_password_row(Database& rows, const AccountId& id, const PasswordHash& password,
                      std::int64_t one_time_until_ms);
void end_session_rows(Database& rows, const AccountId& account);
void forget_browser_rows(Database& rows, const AccountId& account);

}  // namespace stormote
