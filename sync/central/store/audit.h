// Audit: who was let into an event at a store, which devices read it, and what was done with the
// store by whoever runs it. Rows are added and never changed; they name devices by what the store
// calls them, and no person. Pure values, any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sync/base/ids.h"
#include "sync/model/ids.h"

namespace stormote {

enum class StoreAuditAction : std::uint8_t {
    enrolled,
    pairing_used,
    joined,
    revoked,
    reading,  // the first page of an hour, before it leaves
    read,     // what was read in that hour
    municipality_given,
    municipality_added,
    purged,
    backed_up,
    restored,
    renewed,  // it named the token that it shows from now on
};
constexpr auto last_audit_action = StoreAuditAction::renewed;

// As it is kept and shown: "pairing used".
[[nodiscard]] const char *audit_action_name(StoreAuditAction action);
// Nothing for another word.
[[nodiscard]] std::optional<StoreAuditAction> parse_audit_action(std::string_view name);

struct StoreAuditEntry {
    std::int64_t at_ms = 0;
    EventId event;  // nil: it concerns the store as a whole
    StoreAuditAction action = StoreAuditAction::enrolled;
    // Whom it concerns, as the store calls the device, and what it was enrolled for; of a
    // municipality, its name.
    std::string device{};
    std::string role{};
    // Who did it: empty, the device itself; a role of a municipality; or audit_by_store.
    std::string by{};
    std::string sender{};  // the address that the request came from; empty for a command
    std::uint64_t operations = 0;
    // Of the log: after which one, and up to which one was read.
    std::uint64_t first_position = 0;
    std::uint64_t last_position = 0;
    bool operator==(const StoreAuditEntry&) const = default;
};

// Whoever runs the store.
constexpr const char *audit_by_store = "store";

// So long a row is kept: longer than any token is good, and than what went wrong usually takes to
// be found out.
constexpr std::int64_t audit_kept_ms = std::int64_t{730} * 24 * 3'600'000;

}  // namespace stormote
