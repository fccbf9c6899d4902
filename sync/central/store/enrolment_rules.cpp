#include "sync/central/store/enrolment_rules.h"

#include <algorithm>

namespace stormote {

namespace {

bool is_pairing_expired(std::int64_t created_ms, std::int64_t now_ms) {
    return now_ms - created_ms > pairing_lifetime_ms;
}

bool is_token_expired(std::int64_t token_ms, std::int64_t used_ms, std::int64_t now_ms) {
    return now_ms - used_ms > token_lifetime_ms || now_ms - token_ms > longest_token_ms;
}

bool is_in_last_third(std::int64_t token_ms, std::int64_t now_ms) {
    return now_ms - token_ms > longest_token_ms / 3 * 2;
}

}  // namespace

Error name_taken(const std::string& name) {
    return input_error({"The event has a device named {} already. Choose another name, or revoke "
                        "that one first."},
                       name);
}

JoinOutcome judge_join(const EnrolmentRow& row, const EventId& event, std::int64_t now_ms) {
    if (row.event != event) return JoinOutcome::other_event;
    if (row.is_revoked) return JoinOutcome::revoked;
    if (row.is_confirmed) return JoinOutcome::used;
    if (is_pairing_expired(row.created_ms, now_ms)) return JoinOutcome::expired;
    return JoinOutcome::joined;
}

Access judge_access(const EnrolmentRow& row, std::int64_t now_ms) {
    AccessState state = AccessState::granted;
    if (is_token_expired(row.token_ms, row.used_ms, now_ms)) state = AccessState::expired;
    if (row.is_revoked) state = AccessState::revoked;
    const bool is_renewal_due =
        state == AccessState::granted && is_in_last_third(row.token_ms, now_ms);
    return {state, row.event, row.name, row.role, is_renewal_due};
}

bool is_use_unnoted(const EnrolmentRow& row, std::int64_t now_ms) {
    constexpr std::int64_t pause_ms = 600'000;
    return judge_access(row, now_ms).state == AccessState::granted &&
           (row.is_next || now_ms - row.used_ms > pause_ms);
}

Enrolment describe(const EnrolmentRow& row) {
    const EnrolmentState state = row.is_revoked  ? EnrolmentState::revoked
                                 : row.has_token ? EnrolmentState::joined
                                                 : EnrolmentState::invited;
    return {row.event, row.name, row.role, state, {}, row.created_ms, row.used_ms, 0, row.token_ms};
}

bool has_expired(const Enrolment& enrolment, std::int64_t now_ms) {
    switch (enrolment.state) {
        case EnrolmentState::invited:
            return is_pairing_expired(enrolment.created_ms, now_ms);
        case EnrolmentState::joined:
            return is_token_expired(enrolment.token_ms, enrolment.used_ms, now_ms);
        case EnrolmentState::revoked:
            break;
    }
    return false;
}

bool is_forgotten(const Enrolment& enrolment, std::int64_t now_ms) {
    if (enrolment.state != EnrolmentState::revoked) return has_expired(enrolment, now_ms);
    return is_pairing_expired(std::max(enrolment.created_ms, enrolment.used_ms), now_ms);
}

}  // namespace stormote
