// PostgresStore: who may exchange.
#include "sync/central/postgres/postgres_audit.h"
#include "sync/central/postgres/postgres_rows.h"
#include "sync/central/postgres/postgres_store.h"
#include "sync/central/store/event_removal.h"

namespace stormote {

namespace {

EnrolmentRow enrolment_in(const PgRows& rows, int row) {
    return {EventId{Uuid{array_in<16>(rows, row, 0)}},
            rows.text(row, 1),
            rows.number(row, 2) != 0,
            rows.number(row, 3) != 0,
            rows.number(row, 4) != 0,
            rows.number(row, 5),
            rows.number(row, 6),
            rows.text(row, 7),
            rows.number(row, 8)};
}

// The first use of a next token puts it in the place of the one before. False: there was none such.
bool note_use(PgConnection& connection, const EnrolmentRow& row, const Hash& token_hash,
              std::int64_t now_ms) {
    PgTransaction transaction(connection, PgTransaction::Kind::write, PgScope::of(row.event.value));
    const PgRows noted = connection.query(
        row.is_next
            ? "UPDATE enrolment SET token_hash = next_token_hash, token_ms = next_token_ms, "
              "used_ms = $3, next_token_hash = NULL WHERE event = $1 AND next_token_hash = $2"
            : "UPDATE enrolment SET used_ms = $3 WHERE event = $1 AND token_hash = $2",
        PgValues().add(ByteView(row.event.value.bytes)).add(ByteView(token_hash)).add(now_ms));
    transaction.commit();
    return noted.changes() > 0;
}

}  // namespace

std::vector<EnrolmentRow> PostgresStore::enrolments_of(PgConnection& connection,
                                                       const EventId& event) {
    const PgRows rows = connection.query(
        "SELECT event, name, token_hash IS NOT NULL, is_confirmed, is_revoked, created_ms, "
        "used_ms, role, token_ms FROM enrolment WHERE event = $1 ORDER BY number",
        PgValues().add(ByteView(event.value.bytes)));
    std::vector<EnrolmentRow> enrolments;
    for (int row = 0; row < rows.count(); ++row) enrolments.push_back(enrolment_in(rows, row));
    return enrolments;
}

Result<> PostgresStore::invite(const EventId& event, const std::string& name,
                               const Hash& secret_hash, std::int64_t now_ms,
                               const std::string& role) {
    const PgPool::Lease connection = pool_.lease();
    PgTransaction transaction(*connection, PgTransaction::Kind::write, PgScope::of(event.value));
    if (PostgresRows(*connection, event).is_removed()) return event_was_removed(event);
    // Of two at once, the index of active names lets one in.
    const PgRows rows = connection->query(
        "INSERT INTO enrolment(event, name, secret_hash, created_ms, role) "
        "VALUES($1, $2, $3, $4, $5) ON CONFLICT(event, name) WHERE NOT is_revoked DO NOTHING",
        PgValues()
            .add(ByteView(event.value.bytes))
            .add(std::string_view(name))
            .add(ByteView(secret_hash))
            .add(now_ms)
            .add(std::string_view(role)));
    if (rows.changes() == 0) return name_taken(name);
    write_audit(*connection,
                {now_ms, event, StoreAuditAction::enrolled, name, role, audit_by_store});
    transaction.commit();
    return Done{};
}

JoinOutcome PostgresStore::join(const EventId& event, const Hash& secret_hash,
                                const Hash& token_hash, std::int64_t now_ms,
                                const std::string& sender) {
    const PgPool::Lease connection = pool_.lease();
    PgTransaction transaction(*connection, PgTransaction::Kind::write, PgScope::of(event.value));
    const PgRows rows = connection->query(
        "SELECT event, name, has_token, is_confirmed, is_revoked, created_ms, used_ms, role, "
        "token_ms FROM enrolment_of_secret($1)",
        PgValues().add(ByteView(secret_hash)));
    if (rows.empty()) return JoinOutcome::unknown;
    const EnrolmentRow row = enrolment_in(rows, 0);
    const JoinOutcome outcome = judge_join(row, event, now_ms);
    if (outcome != JoinOutcome::joined) return outcome;
    connection->query(
        "UPDATE enrolment SET token_hash = $3, used_ms = $4, token_ms = $4, next_token_hash = NULL "
        "WHERE event = $1 AND secret_hash = $2",
        PgValues()
            .add(ByteView(event.value.bytes))
            .add(ByteView(secret_hash))
            .add(ByteView(token_hash))
            .add(now_ms));
    write_audit(*connection,
                {now_ms, event, StoreAuditAction::pairing_used, row.name, row.role, "", sender});
    transaction.commit();
    return outcome;
}

void PostgresStore::confirm(const Hash& token_hash, std::int64_t now_ms,
                            const std::string& sender) {
    const PgPool::Lease connection = pool_.lease();
    connection->query(
        "SELECT confirm_enrolment($1, $2, $3)",
        PgValues().add(ByteView(token_hash)).add(now_ms).add(std::string_view(sender)));
}

Access PostgresStore::access(const Hash& token_hash, std::int64_t now_ms) {
    const PgPool::Lease connection = pool_.lease();
    // Twice where it was the next one when it was looked up, and was not when that was to be noted:
    // somebody else had used it by then, or named another one.
    for (int lookup = 0; lookup < 2; ++lookup) {
        const PgRows rows = connection->query(
            "SELECT event, name, has_token, is_confirmed, is_revoked, created_ms, used_ms, role, "
            "token_ms, is_next FROM enrolment_of_token($1)",
            PgValues().add(ByteView(token_hash)));
        if (rows.empty()) return {};
        EnrolmentRow row = enrolment_in(rows, 0);
        row.is_next = rows.number(0, 9) != 0;
        const Access access = judge_access(row, now_ms);
        if (!is_use_unnoted(row, now_ms)) return access;
        if (note_use(*connection, row, token_hash, now_ms) || !row.is_next) return access;
    }
    return {};
}

bool PostgresStore::renew(const EventId& event, const Hash& token_hash, const Hash& next_token_hash,
                          std::int64_t now_ms, const std::string& sender) {
    const PgPool::Lease connection = pool_.lease();
    PgTransaction transaction(*connection, PgTransaction::Kind::write, PgScope::of(event.value));
    const PgRows rows = connection->query(
        "SELECT event, name, true, is_confirmed, is_revoked, created_ms, used_ms, role, token_ms, "
        "next_token_hash IS NULL FROM enrolment WHERE event = $1 AND token_hash = $2 FOR UPDATE",
        PgValues().add(ByteView(event.value.bytes)).add(ByteView(token_hash)));
    if (rows.empty()) return false;
    const EnrolmentRow row = enrolment_in(rows, 0);
    if (!judge_access(row, now_ms).is_renewal_due) return false;
    connection->query(
        "UPDATE enrolment SET next_token_hash = $3, next_token_ms = $4 "
        "WHERE event = $1 AND token_hash = $2 AND next_token_hash IS DISTINCT FROM $3",
        PgValues()
            .add(ByteView(event.value.bytes))
            .add(ByteView(token_hash))
            .add(ByteView(next_token_hash))
            .add(now_ms));
    // A token that is named in the place of another that was never used is not told of: who has the
    // present one could fill the audit.
    if (rows.number(0, 9) != 0) {
        write_audit(*connection,
                    {now_ms, event, StoreAuditAction::renewed, row.name, row.role, "", sender});
    }
    transaction.commit();
    return true;
}

bool PostgresStore::revoke(const EventId& event, const std::string& name, std::int64_t now_ms) {
    const PgPool::Lease connection = pool_.lease();
    PgTransaction transaction(*connection, PgTransaction::Kind::write, PgScope::of(event.value));
    const PgRows rows = connection->query(
        "UPDATE enrolment SET is_revoked = true "
        "WHERE event = $1 AND name = $2 AND NOT is_revoked RETURNING role",
        PgValues().add(ByteView(event.value.bytes)).add(std::string_view(name)));
    if (rows.empty()) return false;
    write_audit(*connection,
                {now_ms, event, StoreAuditAction::revoked, name, rows.text(0, 0), audit_by_store});
    transaction.commit();
    return true;
}

std::vector<Enrolment> PostgresStore::enrolments() {
    const PgPool::Lease connection = pool_.lease();
    PgTransaction transaction(*connection, PgTransaction::Kind::snapshot, PgScope::every());
    const PgRows rows = connection->query(
        "SELECT event, name, token_hash IS NOT NULL, is_confirmed, is_revoked, created_ms, "
        "used_ms, role, token_ms, coalesce(municipality, ''), bytes_brought FROM enrolment "
        "LEFT JOIN event USING (event) ORDER BY event, number");
    transaction.commit();
    std::vector<Enrolment> enrolments;
    for (int row = 0; row < rows.count(); ++row) {
        enrolments.push_back(describe(enrolment_in(rows, row)));
        enrolments.back().municipality = rows.text(row, 9);
        enrolments.back().bytes_brought = rows.number(row, 10);
    }
    return enrolments;
}

}  // namespace stormote
