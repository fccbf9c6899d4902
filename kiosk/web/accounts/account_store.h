// AccountStore: the accounts, and which events each may see. What changes one writes a row of the
// audit log in the same step. Whatever is refused is an Error in words for whoever asked. Any
// thread; borrows the database and the rules.
//
// There is always an administrator who is not locked: the last one is neither removed nor locked
// nor given another role.
//
// Sources: account_store.cpp, account_grants.cpp.
#pragma once

#include <vector>

#include "kiosk/web/accounts/account.h"
#include "kiosk/web/accounts/account_database.h"
#include "kiosk/web/accounts/audit_log.h"
#include "kiosk/web/accounts/password_hash.h"
#include "kiosk/web/accounts/password_rules.h"
#include "kiosk/web/accounts/session_store.h"

namespace stormote {

struct NewAccount {
    std::string login;
    std::string full_name;
    AccountRole role = AccountRole::steward;
    // Nothing: a one-time password is made.
    std::optional<std::string> password{};
};
struct AddedAccount {
    AccountId id;
    std::string one_time_password;  // shown once; empty where a password was given
};

class AccountStore {
  public:
    // A one-time password is good for so long.
    static constexpr std::int64_t one_time_ms = 3LL * 24 * 3'600'000;

    AccountStore(AccountDatabase& database, const PasswordRules& rules, const HashingCost& cost)
        : database_(database), rules_(rules), cost_(cost) {}

    [[nodiscard]] Result<AddedAccount> add(const NewAccount& account, const AuditActor& by);
    // Each of these ends all sessions of the account, whose owner signs in anew.
    [[nodiscard]] Result<> remove(const AccountId& id, const AuditActor& by);
    [[nodiscard]] Result<> lock(const AccountId& id, const AuditActor& by);
    [[nodiscard]] Result<> change_role(const AccountId& id, AccountRole role, const AuditActor& by);
    // A one-time password, shown once, which has to be changed when it is used.
    [[nodiscard]] Result<std::string> reset_password(const AccountId& id, const AuditActor& by);

    [[nodiscard]] Result<> unlock(const AccountId& id, const AuditActor& by);
    [[nodiscard]] Result<> change_full_name(const AccountId& id, std::string_view name,
                                            const AuditActor& by);

    [[nodiscard]] std::optional<Account> find(const AccountId& id) const;
    [[nodiscard]] std::optional<Account> find(std::string_view login) const;
    // By sign-in name.
    [[nodiscard]] std::vector<Account> list() const;
    // No account was made yet.
    [[nodiscard]] bool is_empty() const;

    // Both do nothing where it is so already.
    [[nodiscard]] Result<> give_grant(const AccountId& id, const EventId& event,
                                      const AuditActor& by);
    [[nodiscard]] Result<> withdraw_grant(const AccountId& id, const EventId& event,
                                          const AuditActor& by);
    [[nodiscard]] std::vector<EventId> events_of(const AccountId& id) const;
    [[nodiscard]] std::vector<Account> accounts_of(const EventId& event) const;
    // Whether it has the right over that event: by its role and a grant. What stands over no event
    // needs none.
    [[nodiscard]] bool may(const WebSession& session, WebRight right, const EventId& event) const;

  private:
    using Step = AccountDatabase::Change;
    enum class Grant : std::uint8_t { given, withdrawn };

    // One step: what is decided about an account that is there, and its row in the audit log.
    template <typename Decision>
    Result<> change(const AccountId& id, AuditAction action, const AuditActor& by,
                    const Decision& decide);
    Result<> set_grant(const AccountId& id, const EventId& event, Grant grant,
                       const AuditActor& by);
    [[nodiscard]] std::string draw_one_time_password();

    AccountDatabase& database_;
    const PasswordRules& rules_;
    HashingCost cost_;
};

// What a sentence or a page says where somebody is told to come again in a moment.
[[nodiscard]] Error too_many_at_once();

}  // namespace stormote
