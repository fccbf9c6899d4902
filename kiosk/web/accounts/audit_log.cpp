#include "kiosk/web/accounts/audit_log.h"

#include <algorithm>
#include <array>
#include <limits>

#include "kiosk/web/accounts/account_name.h"

namespace stormote {

namespace {

constexpr std::size_t most_detail_bytes = 200;
constexpr std::size_t most_actor_bytes = 254;

using ActionName = std::pair<AuditAction, const char *>;
constexpr std::array<ActionName, 27> action_names{{
    {AuditAction::signed_in, "signed-in"},
    {AuditAction::sign_in_failed, "sign-in-failed"},
    {AuditAction::signed_out, "signed-out"},
    {AuditAction::password_changed, "password-changed"},
    {AuditAction::password_reset, "password-reset"},
    {AuditAction::sessions_ended, "sessions-ended"},
    {AuditAction::account_added, "account-added"},
    {AuditAction::account_changed, "account-changed"},
    {AuditAction::account_removed, "account-removed"},
    {AuditAction::account_locked, "account-locked"},
    {AuditAction::account_unlocked, "account-unlocked"},
    {AuditAction::grant_given, "grant-given"},
    {AuditAction::grant_withdrawn, "grant-withdrawn"},
    {AuditAction::event_added, "event-added"},
    {AuditAction::event_opened, "event-opened"},
    {AuditAction::event_unlocked, "event-unlocked"},
    {AuditAction::event_changed, "event-changed"},
    {AuditAction::event_unlock_failed, "event-unlock-failed"},
    {AuditAction::personal_data_read, "personal-data-read"},
    {AuditAction::personal_data_exported, "personal-data-exported"},
    {AuditAction::personal_data_changed, "personal-data-changed"},
    {AuditAction::personal_data_erased, "personal-data-erased"},
    {AuditAction::device_admitted, "device-admitted"},
    {AuditAction::device_excluded, "device-excluded"},
    {AuditAction::table_code_made, "table-code-made"},
    {AuditAction::table_code_ended, "table-code-ended"},
    {AuditAction::access_refused, "access-refused"},
}};

template <typename AnyId>
AnyId id_in(const Statement& row, int column) {
    const auto bytes = to_array<16>(row.blob(column));
    return bytes ? AnyId{Uuid{*bytes}} : AnyId{};
}

template <typename AnyId>
void bind_id(Statement& statement, const AnyId& id) {
    if (id.is_nil()) {
        statement.bind_null();
    } else {
        statement.bind(ByteView(id.value.bytes));
    }
}

std::int64_t newest_before(std::int64_t before) {
    return before > 0 ? before : std::numeric_limits<std::int64_t>::max();
}

std::vector<AuditEntry> read_rows(Statement& select, std::size_t count) {
    select.bind(static_cast<std::int64_t>(std::min(count, AuditLog::most_on_a_page)));
    std::vector<AuditEntry> entries;
    while (select.step()) {
        AuditEntry entry;
        entry.number = select.number(0);
        entry.at_ms = select.number(1);
        entry.actor = {static_cast<AuditActorKind>(select.number(2)), id_in<AccountId>(select, 3),
                       select.text(4), select.text(5)};
        entry.event = id_in<EventId>(select, 6);
        entry.action = static_cast<AuditAction>(select.number(7));
        entry.detail = select.text(8);
        entry.people = select.number(9);
        entries.push_back(std::move(entry));
    }
    return entries;
}

}  // namespace

AuditActor command_line_actor() {
    AuditActor actor;
    actor.kind = AuditActorKind::command;
    return actor;
}

const char *audit_action_name(AuditAction action) {
    const auto *const found =
        std::find_if(action_names.begin(), action_names.end(),
                     [action](const ActionName& one) { return one.first == action; });
    return found == action_names.end() ? "" : found->second;
}

void add_audit_row(AccountDatabase& database, Database& rows, const AuditEntry& entry) {
    Statement insert(rows,
                     "INSERT INTO audit(at_ms, actor_kind, actor, actor_name, address, event, "
                     "action, detail, people) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(database.now_ms()).bind(static_cast<std::int64_t>(entry.actor.kind));
    bind_id(insert, entry.actor.account);
    insert.bind(one_safe_line(entry.actor.name, most_actor_bytes))
        .bind(one_safe_line(entry.actor.address, most_address_bytes));
    bind_id(insert, entry.event);
    insert.bind(static_cast<std::int64_t>(entry.action))
        .bind(one_safe_line(entry.detail, most_detail_bytes))
        .bind(entry.people)
        .run();
}

std::int64_t count_unknown_sign_ins(Database& rows, std::int64_t since_ms) {
    Statement select(rows,
                     "SELECT count(*) FROM audit WHERE action = ? AND at_ms > ? AND detail = ''");
    select.bind(static_cast<std::int64_t>(AuditAction::sign_in_failed)).bind(since_ms);
    return select.step() ? select.number(0) : 0;
}

void AuditLog::add(const AuditEntry& entry) {
    AccountDatabase::Change change(database_);
    add_audit_row(database_, change.rows(), entry);
    change.commit();
}

void AuditLog::add_refusal(AuditEntry entry) {
    constexpr std::int64_t hour_ms = 3'600'000;
    entry.action = AuditAction::access_refused;
    AccountDatabase::Change change(database_);
    Statement select(change.rows(),
                     "SELECT count(*) FROM audit WHERE action = ? AND at_ms > ? AND actor IS ?");
    select.bind(static_cast<std::int64_t>(entry.action)).bind(database_.now_ms() - hour_ms);
    bind_id(select, entry.actor.account);
    const std::int64_t logged = select.step() ? select.number(0) : 0;
    select.reset();
    if (logged >= most_refusals_an_hour) return;
    add_audit_row(database_, change.rows(), entry);
    change.commit();
}

std::vector<AuditEntry> AuditLog::read_all(std::int64_t before, std::size_t count) const {
    AccountDatabase::View view(database_);
    Statement select(view.rows(),
                     "SELECT number, at_ms, actor_kind, actor, actor_name, address, event, action, "
                     "detail, people FROM audit WHERE number < ? ORDER BY number DESC LIMIT ?");
    select.bind(newest_before(before));
    return read_rows(select, count);
}

std::vector<AuditEntry> AuditLog::read_event(const EventId& event, std::int64_t before,
                                             std::size_t count) const {
    AccountDatabase::View view(database_);
    Statement select(view.rows(),
                     "SELECT number, at_ms, actor_kind, actor, actor_name, address, event, action, "
                     "detail, people FROM audit WHERE event = ? AND number < ? "
                     "ORDER BY number DESC LIMIT ?");
    select.bind(ByteView(event.value.bytes)).bind(newest_before(before));
    return read_rows(select, count);
}

std::int64_t AuditLog::remove_old() {
    AccountDatabase::Change change(database_);
    Statement(change.rows(), "DELETE FROM audit WHERE at_ms < ?")
        .bind(database_.now_ms() - kept_ms)
        .run();
    const std::int64_t removed = change.rows().number("SELECT changes()");
    change.commit();
    return removed;
}

}  // namespace stormote
