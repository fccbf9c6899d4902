#include "sync/central/store/enrolment_rules.h"

namespace stormote {

Error name_taken(const std::string& name) {
    return input_error({"The event has a device named {} already. Choose another name, or revoke "
                        "that one first."},
                       name);
}

JoinOutcome judge_join(const EnrolmentRow& row, const EventId& event, std::int64_t now_ms) {
    if (row.event != event) return JoinOutcome::other_event;
    if (row.is_revoked) return JoinOutcome::revoked;
    if (row.is_confirmed) return JoinOutcome::used;
    if (now_ms - row.created_ms > pairing_lifetime_ms) return JoinOutcome::expired;
    return JoinOutcome::joined;
}

Access judge_access(const EnrolmentRow& row, std::int64_t now_ms) {
    AccessState state = AccessState::granted;
    if (now_ms - row.used_ms > token_lifetime_ms || now_ms - row.created_ms > longest_token_ms) {
        state = AccessState::expired;
    }
    if (row.is_revoked) state = AccessState::revoked;
    return {state, row.event, row.name};
}

bool is_renewal_due(const EnrolmentRow& row, std::int64_t now_ms) {
    constexpr std::int64_t day_ms = std::int64_t{24} * 3'600'000;
    return judge_access(row, now_ms).state == AccessState::granted && now_ms - row.used_ms > day_ms;
}

Enrolment describe(const EnrolmentRow& row) {
    const EnrolmentState state = row.is_revoked  ? EnrolmentState::revoked
                                 : row.has_token ? EnrolmentState::joined
                                                 : EnrolmentState::invited;
    return {row.event, row.name, state};
}

}  // namespace stormote
