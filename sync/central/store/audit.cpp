#include "sync/central/store/audit.h"

#include <algorithm>
#include <array>

namespace stormote {

namespace {

// In the order of StoreAuditAction. They stand in stores, and never change.
constexpr std::array<const char *, static_cast<std::size_t>(last_audit_action) + 1> action_names{
    "enrolled",           "pairing used",       "joined", "revoked",   "reading",  "read",
    "municipality given", "municipality added", "purged", "backed up", "restored", "renewed"};

}  // namespace

const char *audit_action_name(StoreAuditAction action) {
    return action_names.at(static_cast<std::size_t>(action));
}

std::optional<StoreAuditAction> parse_audit_action(std::string_view name) {
    const auto *found = std::find(action_names.begin(), action_names.end(), name);
    if (found == action_names.end()) return std::nullopt;
    return static_cast<StoreAuditAction>(found - action_names.begin());
}

}  // namespace stormote
