#include "kiosk/web/accounts/account_rows.h"

namespace stormote {

namespace {

// Throws MachineFailure where a value cannot be in a file that this program wrote.
template <std::size_t Size>
ByteArray<Size> bytes_in(const Database& rows, const Statement& row, int column) {
    const auto bytes = to_array<Size>(row.blob(column));
    if (!bytes) rows.check(SQLITE_CORRUPT);
    return *bytes;
}

Account read_account(const Database& rows, const Statement& row) {
    Account account;
    account.id.value.bytes = bytes_in<16>(rows, row, 0);
    account.login = row.text(1);
    account.full_name = row.text(2);
    account.role = static_cast<AccountRole>(row.number(3));
    account.is_locked = row.number(4) != 0;
    account.one_time_until_ms = row.number(5);
    account.must_change_password = account.one_time_until_ms != 0;
    account.added_ms = row.number(6);
    account.signed_in_ms = row.number(7);
    return account;
}

AccountRow read_row(const Database& rows, const Statement& row) {
    AccountRow read{read_account(rows, row), {}};
    read.password.salt = bytes_in<16>(rows, row, 8);
    read.password.cost = {static_cast<std::uint64_t>(row.number(9)),
                          static_cast<std::uint64_t>(row.number(10))};
    read.password.hash = bytes_in<32>(rows, row, 11);
    return read;
}

std::vector<Account> read_accounts(const Database& rows, Statement& select) {
    std::vector<Account> accounts;
    while (select.step()) accounts.push_back(read_account(rows, select));
    return accounts;
}

}  // namespace

std::optional<AccountRow> find_account_row(Database& rows, const AccountId& id) {
    Statement select(rows,
                     "SELECT id, login, full_name, role, is_locked, one_time_until_ms, added_ms, "
                     "signed_in_ms, salt, passes, memory_bytes, password_hash FROM account "
                     "WHERE id = ?");
    select.bind(ByteView(id.value.bytes));
    if (!select.step()) return std::nullopt;
    return read_row(rows, select);
}

std::optional<AccountRow> find_account_row(Database& rows, std::string_view login_key) {
    Statement select(rows,
                     "SELECT id, login, full_name, role, is_locked, one_time_until_ms, added_ms, "
                     "signed_in_ms, salt, passes, memory_bytes, password_hash FROM account "
                     "WHERE login_key = ?");
    select.bind(login_key);
    if (!select.step()) return std::nullopt;
    return read_row(rows, select);
}

std::vector<Account> list_account_rows(Database& rows) {
    Statement select(rows,
                     "SELECT id, login, full_name, role, is_locked, one_time_until_ms, added_ms, "
                     "signed_in_ms FROM account ORDER BY login_key");
    return read_accounts(rows, select);
}

std::vector<Account> list_granted_rows(Database& rows, ByteView event) {
    Statement select(rows,
                     "SELECT id, login, full_name, role, is_locked, one_time_until_ms, added_ms, "
                     "signed_in_ms FROM account JOIN event_grant ON account = id "
                     "WHERE event = ? ORDER BY login_key");
    select.bind(event);
    return read_accounts(rows, select);
}

void set_password_row(Database& rows, const AccountId& id, const PasswordHash& password,
                      std::int64_t one_time_until_ms) {
    Statement(rows,
              "UPDATE account SET salt = ?, passes = ?, memory_bytes = ?, password_hash = ?, "
              "one_time_until_ms = ? WHERE id = ?")
        .bind(ByteView(password.salt))
        .bind(static_cast<std::int64_t>(password.cost.passes))
        .bind(static_cast<std::int64_t>(password.cost.memory_bytes))
        .bind(ByteView(password.hash))
        .bind(one_time_until_ms)
        .bind(ByteView(id.value.bytes))
        .run();
}

void end_session_rows(Database& rows, const AccountId& account) {
    Statement(rows, "DELETE FROM session WHERE account = ?")
        .bind(ByteView(account.value.bytes))
        .run();
}

void forget_browser_rows(Database& rows, const AccountId& account) {
    Statement(rows, "DELETE FROM known_browser WHERE account = ?")
        .bind(ByteView(account.value.bytes))
        .run();
}

}  // namespace stormote
