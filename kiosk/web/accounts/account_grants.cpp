// AccountStore: which events an account may see.
#include "kiosk/web/accounts/account_rows.h"
#include "kiosk/web/accounts/account_store.h"

namespace stormote {

namespace {

bool has_grant(Database& rows, const AccountId& id, const EventId& event) {
    Statement select(rows, "SELECT 1 FROM event_grant WHERE account = ? AND event = ?");
    select.bind(ByteView(id.value.bytes)).bind(ByteView(event.value.bytes));
    return select.step();
}

}  // namespace

Result<> AccountStore::set_grant(const AccountId& id, const EventId& event, Grant grant,
                                 const AuditActor& by) {
    AccountDatabase::Change step(database_);
    const auto row = find_account_row(step.rows(), id);
    if (!row) return input_error({"There is no such account any more."});
    const bool is_given = grant == Grant::given;
    if (has_grant(step.rows(), id, event) == is_given) return Done{};
    Statement(step.rows(), is_given ? "INSERT INTO event_grant(account, event) VALUES(?, ?)"
                                    : "DELETE FROM event_grant WHERE account = ? AND event = ?")
        .bind(ByteView(id.value.bytes))
        .bind(ByteView(event.value.bytes))
        .run();
    AuditEntry entry;
    entry.actor = by;
    entry.event = event;
    entry.action = is_given ? AuditAction::grant_given : AuditAction::grant_withdrawn;
    entry.detail = row->account.login;
    add_audit_row(database_, step.rows(), entry);
    step.commit();
    return Done{};
}

Result<> AccountStore::give_grant(const AccountId& id, const EventId& event, const AuditActor& by) {
    return set_grant(id, event, Grant::given, by);
}

Result<> AccountStore::withdraw_grant(const AccountId& id, const EventId& event,
                                      const AuditActor& by) {
    return set_grant(id, event, Grant::withdrawn, by);
}

std::vector<EventId> AccountStore::events_of(const AccountId& id) const {
    AccountDatabase::View view(database_);
    Statement select(view.rows(), "SELECT event FROM event_grant WHERE account = ? ORDER BY event");
    select.bind(ByteView(id.value.bytes));
    std::vector<EventId> events;
    while (select.step()) {
        if (const auto bytes = to_array<16>(select.blob(0))) events.push_back({Uuid{*bytes}});
    }
    return events;
}

std::vector<Account> AccountStore::accounts_of(const EventId& event) const {
    AccountDatabase::View view(database_);
    return list_granted_rows(view.rows(), event.value.bytes);
}

bool AccountStore::may(const WebSession& session, WebRight right, const EventId& event) const {
    if (!is_over_event(right)) return stormote::may(session, right);
    AccountDatabase::View view(database_);
    // As it is now: the session may have been read a moment ago.
    const auto row = find_account_row(view.rows(), session.account.id);
    return row && !row->account.is_locked && !row->account.must_change_password &&
           role_allows(row->account.role, right) &&
           has_grant(view.rows(), session.account.id, event);
}

}  // namespace stormote
