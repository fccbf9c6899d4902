// SqliteStore: who may exchange.
#include "sync/central/sqlite_store_rows.h"

namespace stormote {

Result<> SqliteStore::invite(const EventId& event, const std::string& name, const Hash& secret_hash,
                             std::int64_t now_ms) {
    const std::lock_guard lock(mutex_);
    Transaction transaction(database_);
    Statement select(database_,
                     "SELECT 1 FROM enrolment WHERE event = ? AND name = ? AND is_revoked = 0");
    select.bind(view(event)).bind(name);
    if (select.step()) {
        return input_error({"The event has a device named {} already. Choose another name, or "
                            "revoke that one first."},
                           name);
    }
    select.reset();
    Statement(database_,
              "INSERT INTO enrolment(event, name, secret_hash, created_ms) VALUES(?, ?, ?, ?)")
        .bind(view(event))
        .bind(name)
        .bind(ByteView(secret_hash))
        .bind(now_ms)
        .run();
    transaction.commit();
    return Done{};
}

JoinOutcome SqliteStore::join(const EventId& event, const Hash& secret_hash, const Hash& token_hash,
                              std::int64_t now_ms) {
    const std::lock_guard lock(mutex_);
    Transaction transaction(database_);
    Statement select(database_,
                     "SELECT number, event, is_confirmed, is_revoked, created_ms FROM enrolment "
                     "WHERE secret_hash = ?");
    select.bind(ByteView(secret_hash));
    if (!select.step()) return JoinOutcome::unknown;
    const auto known_event = to_array<16>(select.blob(1));
    if (!known_event || EventId{Uuid{*known_event}} != event) return JoinOutcome::other_event;
    if (select.number(3) != 0) return JoinOutcome::revoked;
    if (select.number(2) != 0) return JoinOutcome::used;
    if (now_ms - select.number(4) > pairing_lifetime_ms) return JoinOutcome::expired;
    const std::int64_t enrolment = select.number(0);
    select.reset();
    Statement(database_, "UPDATE enrolment SET token_hash = ?, used_ms = ? WHERE number = ?")
        .bind(ByteView(token_hash))
        .bind(now_ms)
        .bind(enrolment)
        .run();
    transaction.commit();
    return JoinOutcome::joined;
}

void SqliteStore::confirm(const Hash& token_hash) {
    const std::lock_guard lock(mutex_);
    Statement select(database_,
                     "SELECT 1 FROM enrolment WHERE token_hash = ? AND is_confirmed = 0");
    select.bind(ByteView(token_hash));
    if (!select.step()) return;
    select.reset();
    Statement(database_, "UPDATE enrolment SET is_confirmed = 1 WHERE token_hash = ?")
        .bind(ByteView(token_hash))
        .run();
}

Access SqliteStore::access(const Hash& token_hash, std::int64_t now_ms) {
    const std::lock_guard lock(mutex_);
    Statement select(database_,
                     "SELECT event, is_revoked, name, used_ms FROM enrolment WHERE token_hash = ?");
    select.bind(ByteView(token_hash));
    if (!select.step()) return {};
    const auto event = to_array<16>(select.blob(0));
    if (!event) fail_damaged_store(database_.path());
    Access access{AccessState::granted, EventId{Uuid{*event}}, select.text(2)};
    const std::int64_t age_ms = now_ms - select.number(3);
    if (select.number(1) != 0) access.state = AccessState::revoked;
    if (access.state != AccessState::granted) return access;
    if (age_ms > token_lifetime_ms) access.state = AccessState::expired;
    select.reset();
    // A write for each request would wear the disk.
    constexpr std::int64_t day_ms = std::int64_t{24} * 3'600'000;
    if (access.state == AccessState::granted && age_ms > day_ms) {
        Statement(database_, "UPDATE enrolment SET used_ms = ? WHERE token_hash = ?")
            .bind(now_ms)
            .bind(ByteView(token_hash))
            .run();
    }
    return access;
}

bool SqliteStore::revoke(const EventId& event, const std::string& name) {
    const std::lock_guard lock(mutex_);
    Statement(database_,
              "UPDATE enrolment SET is_revoked = 1 "
              "WHERE event = ? AND name = ? AND is_revoked = 0")
        .bind(view(event))
        .bind(name)
        .run();
    return database_.changes() != 0;
}

std::vector<Enrolment> SqliteStore::enrolments() {
    const std::lock_guard lock(mutex_);
    Statement rows(database_,
                   "SELECT event, name, token_hash IS NOT NULL, is_revoked FROM enrolment "
                   "ORDER BY event, number");
    std::vector<Enrolment> enrolments;
    while (rows.step()) {
        const auto event = to_array<16>(rows.blob(0));
        if (!event) fail_damaged_store(database_.path());
        const EnrolmentState state = rows.number(3) != 0   ? EnrolmentState::revoked
                                     : rows.number(2) != 0 ? EnrolmentState::joined
                                                           : EnrolmentState::invited;
        enrolments.push_back({EventId{Uuid{*event}}, rows.text(1), state});
    }
    return enrolments;
}

}  // namespace stormote
