// Account: who signs in to the pages, and what their role may do. Values; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sync/base/ids.h"

namespace stormote {

using AccountId = Id<struct AccountTag>;

// The numbers stand in files.
enum class AccountRole : std::uint8_t {
    administrator = 1,  // accounts, devices, and which events exist
    organiser = 2,      // everything of their events
    steward = 3,        // the door of their events
};

// "administrator", as commands and files say it.
[[nodiscard]] const char *account_role_name(AccountRole role);
[[nodiscard]] std::optional<AccountRole> parse_account_role(std::string_view text);

enum class WebRight : std::uint8_t {
    manage_accounts,
    manage_devices,
    manage_events,  // which there are, and opening them; not who is in them
    work_door,      // of an event: search, check in, undo, correct, reprint
    organise,       // of an event: everything
};

// Whether the right is over an event's people. Nobody has such a right over an event without a
// grant for it, administrators neither: they keep the server, and need not read who came. One who
// gives themselves a grant is seen in the audit log of the event.
[[nodiscard]] bool is_over_event(WebRight right);
// Whether the role may have the right: over an event, where there is a grant besides.
[[nodiscard]] bool role_allows(AccountRole role, WebRight right);

struct Account {
    AccountId id;
    std::string login;
    std::string full_name;
    AccountRole role = AccountRole::steward;
    bool is_locked = false;
    // Has a one-time password, and may do nothing before it is changed.
    bool must_change_password = false;
    std::int64_t one_time_until_ms = 0;  // 0: its password is no one-time password
    std::int64_t added_ms = 0;
    std::int64_t signed_in_ms = 0;  // the last time; 0: never
};

}  // namespace stormote
