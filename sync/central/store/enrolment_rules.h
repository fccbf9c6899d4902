// EnrolmentRules: what a pairing text and a token are good for, by what a store has noted of them.
// One decision for every kind of store. Pure, any thread.
#pragma once

#include "sync/central/store/store.h"

namespace stormote {

// A device as the store has it.
struct EnrolmentRow {
    EventId event;
    std::string name;
    bool has_token = false;
    bool is_confirmed = false;
    bool is_revoked = false;
    std::int64_t created_ms = 0;  // the pairing text
    std::int64_t used_ms = 0;     // the token, last
    std::string role{};           // what it was enrolled for
    std::int64_t token_ms = 0;    // when the token was made
    // Found by the token that it named in place of its own, and has not shown before.
    bool is_next = false;
};

[[nodiscard]] Error name_taken(const std::string& name);
// Whether the secret of this row may become a token.
[[nodiscard]] JoinOutcome judge_join(const EnrolmentRow& row, const EventId& event,
                                     std::int64_t now_ms);
[[nodiscard]] Access judge_access(const EnrolmentRow& row, std::int64_t now_ms);
// Whether the use is to be noted: a write for each request would wear the disk.
[[nodiscard]] bool is_use_unnoted(const EnrolmentRow& row, std::int64_t now_ms);
[[nodiscard]] Enrolment describe(const EnrolmentRow& row);
// Whether its pairing text was not used in time, or its token for too long.
[[nodiscard]] bool has_expired(const Enrolment& enrolment, std::int64_t now_ms);
// Whether it is worth nothing any more; of what was revoked, two weeks after its last use, so that
// who comes with it until then is told so.
[[nodiscard]] bool is_forgotten(const Enrolment& enrolment, std::int64_t now_ms);

}  // namespace stormote
