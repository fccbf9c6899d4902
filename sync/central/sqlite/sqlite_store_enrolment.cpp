// SqliteStore: who may exchange.
#include "sync/central/sqlite/sqlite_audit.h"
#include "sync/central/sqlite/sqlite_rows.h"
#include "sync/central/sqlite/sqlite_store.h"
#include "sync/central/store/event_removal.h"

namespace stormote {

namespace {

constexpr const char *enrolment_by_secret =
    "SELECT event, name, token_hash IS NOT NULL, is_confirmed, is_revoked, created_ms, used_ms, "
    "role, token_ms, number FROM enrolment WHERE secret_hash = ?";
constexpr const char *enrolment_by_token =
    "SELECT event, name, token_hash IS NOT NULL, is_confirmed, is_revoked, created_ms, used_ms, "
    "role, token_ms, next_token_hash IS NULL FROM enrolment WHERE token_hash = ?";
constexpr const char *enrolment_by_next_token =
    "SELECT event, name, 1, is_confirmed, is_revoked, created_ms, used_ms, role, next_token_ms "
    "FROM enrolment WHERE next_token_hash = ?";
constexpr const char *every_enrolment =
    "SELECT event, name, token_hash IS NOT NULL, is_confirmed, is_revoked, created_ms, used_ms, "
    "role, token_ms, coalesce(municipality, ''), bytes_brought "
    "FROM enrolment LEFT JOIN event USING(event) ORDER BY event, number";
constexpr const char *numbered_enrolments =
    "SELECT event, name, token_hash IS NOT NULL, is_confirmed, is_revoked, created_ms, used_ms, "
    "role, token_ms, number FROM enrolment";
constexpr const char *enrolments_by_event =
    "SELECT event, name, token_hash IS NOT NULL, is_confirmed, is_revoked, created_ms, used_ms, "
    "role, token_ms FROM enrolment WHERE event = ? ORDER BY number";

// For a statement that is kept.
struct ResetAfterwards {
    Statement& statement;
    ~ResetAfterwards() { statement.reset(); }
};

}  // namespace

EnrolmentRow SqliteStore::enrolment_in(const Statement& row) const {
    const auto event = to_array<16>(row.blob(0));
    if (!event) fail_damaged_store(database_.path());
    return {EventId{Uuid{*event}}, row.text(1),        row.number(2) != 0,
            row.number(3) != 0,    row.number(4) != 0, row.number(5),
            row.number(6),         row.text(7),        row.number(8)};
}

std::vector<EnrolmentRow> SqliteStore::enrolments_of(const EventId& event) const {
    Statement rows(database_, enrolments_by_event);
    rows.bind(view(event));
    std::vector<EnrolmentRow> enrolments;
    while (rows.step()) enrolments.push_back(enrolment_in(rows));
    return enrolments;
}

Result<> SqliteStore::invite(const EventId& event, const std::string& name, const Hash& secret_hash,
                             std::int64_t now_ms, const std::string& role) {
    const std::lock_guard lock(mutex_);
    Transaction transaction(database_);
    if (is_removed(event)) return event_was_removed(event);
    Statement select(database_,
                     "SELECT 1 FROM enrolment WHERE event = ? AND name = ? AND is_revoked = 0");
    select.bind(view(event)).bind(name);
    if (select.step()) return name_taken(name);
    select.reset();
    Statement(database_,
              "INSERT INTO enrolment(event, name, secret_hash, created_ms, role) "
              "VALUES(?, ?, ?, ?, ?)")
        .bind(view(event))
        .bind(name)
        .bind(ByteView(secret_hash))
        .bind(now_ms)
        .bind(role)
        .run();
    write_audit(database_, {now_ms, event, StoreAuditAction::enrolled, name, role, audit_by_store});
    transaction.commit();
    return Done{};
}

JoinOutcome SqliteStore::join(const EventId& event, const Hash& secret_hash, const Hash& token_hash,
                              std::int64_t now_ms, const std::string& sender) {
    const std::lock_guard lock(mutex_);
    Transaction transaction(database_);
    Statement select(database_, enrolment_by_secret);
    select.bind(ByteView(secret_hash));
    if (!select.step()) return JoinOutcome::unknown;
    const EnrolmentRow row = enrolment_in(select);
    const JoinOutcome outcome = judge_join(row, event, now_ms);
    if (outcome != JoinOutcome::joined) return outcome;
    const std::int64_t enrolment = select.number(9);
    select.reset();
    Statement(database_,
              "UPDATE enrolment SET token_hash = ?, used_ms = ?, token_ms = ?, "
              "next_token_hash = NULL WHERE number = ?")
        .bind(ByteView(token_hash))
        .bind(now_ms)
        .bind(now_ms)
        .bind(enrolment)
        .run();
    write_audit(database_,
                {now_ms, event, StoreAuditAction::pairing_used, row.name, row.role, "", sender});
    transaction.commit();
    return outcome;
}

void SqliteStore::confirm(const Hash& token_hash, std::int64_t now_ms, const std::string& sender) {
    const std::lock_guard lock(mutex_);
    Statement select(database_, enrolment_by_token);
    select.bind(ByteView(token_hash));
    if (!select.step()) return;
    const EnrolmentRow row = enrolment_in(select);
    select.reset();
    if (row.is_confirmed) return;
    Transaction transaction(database_);
    Statement(database_, "UPDATE enrolment SET is_confirmed = 1 WHERE token_hash = ?")
        .bind(ByteView(token_hash))
        .run();
    write_audit(database_,
                {now_ms, row.event, StoreAuditAction::joined, row.name, row.role, "", sender});
    transaction.commit();
}

Access SqliteStore::access(const Hash& token_hash, std::int64_t now_ms) {
    const std::lock_guard lock(mutex_);
    if (!select_token_) select_token_.emplace(database_, enrolment_by_token);
    const auto found = [&]() -> std::optional<EnrolmentRow> {
        const ResetAfterwards reset{*select_token_};
        select_token_->bind(ByteView(token_hash));
        if (!select_token_->step()) return std::nullopt;
        return enrolment_in(*select_token_);
    }();
    if (!found) return use_next_token(token_hash, now_ms);
    const EnrolmentRow& row = *found;
    if (is_use_unnoted(row, now_ms)) {
        Statement(database_, "UPDATE enrolment SET used_ms = ? WHERE token_hash = ?")
            .bind(now_ms)
            .bind(ByteView(token_hash))
            .run();
    }
    return judge_access(row, now_ms);
}

Access SqliteStore::use_next_token(const Hash& token_hash, std::int64_t now_ms) {
    Statement select(database_, enrolment_by_next_token);
    select.bind(ByteView(token_hash));
    if (!select.step()) return {};
    const Access access = judge_access(enrolment_in(select), now_ms);
    select.reset();
    if (access.state != AccessState::granted) return access;
    Statement(database_,
              "UPDATE enrolment SET token_hash = next_token_hash, token_ms = next_token_ms, "
              "used_ms = ?, next_token_hash = NULL WHERE next_token_hash = ?")
        .bind(now_ms)
        .bind(ByteView(token_hash))
        .run();
    return access;
}

bool SqliteStore::renew(const EventId& event, const Hash& token_hash, const Hash& next_token_hash,
                        std::int64_t now_ms, const std::string& sender) {
    const std::lock_guard lock(mutex_);
    Transaction transaction(database_);
    Statement select(database_, enrolment_by_token);
    select.bind(ByteView(token_hash));
    if (!select.step()) return false;
    const EnrolmentRow row = enrolment_in(select);
    if (row.event != event || !judge_access(row, now_ms).is_renewal_due) return false;
    // A token that is named in the place of another that was never used is not told of: who has the
    // present one could fill the audit.
    const bool is_first = select.number(9) != 0;
    select.reset();
    Statement(database_,
              "UPDATE enrolment SET next_token_hash = ?1, next_token_ms = ?2 "
              "WHERE token_hash = ?3 AND next_token_hash IS NOT ?1")
        .bind(ByteView(next_token_hash))
        .bind(now_ms)
        .bind(ByteView(token_hash))
        .run();
    if (is_first) {
        write_audit(database_,
                    {now_ms, event, StoreAuditAction::renewed, row.name, row.role, "", sender});
    }
    transaction.commit();
    return true;
}

bool SqliteStore::revoke(const EventId& event, const std::string& name, std::int64_t now_ms) {
    const std::lock_guard lock(mutex_);
    Transaction transaction(database_);
    Statement select(database_,
                     "SELECT role FROM enrolment WHERE event = ? AND name = ? AND is_revoked = 0");
    select.bind(view(event)).bind(name);
    if (!select.step()) return false;
    const std::string role = select.text(0);
    select.reset();
    Statement(database_,
              "UPDATE enrolment SET is_revoked = 1 "
              "WHERE event = ? AND name = ? AND is_revoked = 0")
        .bind(view(event))
        .bind(name)
        .run();
    write_audit(database_, {now_ms, event, StoreAuditAction::revoked, name, role, audit_by_store});
    transaction.commit();
    return true;
}

void SqliteStore::forget_enrolments(std::int64_t now_ms) {
    std::vector<std::int64_t> numbers;
    const std::lock_guard lock(mutex_);
    Transaction transaction(database_);
    Statement rows(database_, numbered_enrolments);
    while (rows.step()) {
        if (is_forgotten(describe(enrolment_in(rows)), now_ms)) numbers.push_back(rows.number(9));
    }
    rows.reset();
    for (const std::int64_t number : numbers) {
        Statement(database_, "DELETE FROM enrolment WHERE number = ?").bind(number).run();
    }
    transaction.commit();
}

std::vector<Enrolment> SqliteStore::enrolments() {
    const std::lock_guard lock(mutex_);
    Statement rows(database_, every_enrolment);
    std::vector<Enrolment> enrolments;
    while (rows.step()) {
        enrolments.push_back(describe(enrolment_in(rows)));
        enrolments.back().municipality = rows.text(9);
        enrolments.back().bytes_brought = rows.number(10);
    }
    return enrolments;
}

}  // namespace stormote
