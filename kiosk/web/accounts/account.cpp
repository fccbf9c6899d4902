#include "kiosk/web/accounts/account.h"

#include <array>

namespace stormote {

namespace {

constexpr std::array<AccountRole, 3> all_account_roles{
    AccountRole::administrator, AccountRole::organiser, AccountRole::steward};

}  // namespace

const char *account_role_name(AccountRole role) {
    switch (role) {
        case AccountRole::administrator:
            return "administrator";
        case AccountRole::organiser:
            return "organiser";
        case AccountRole::steward:
            return "steward";
    }
    return "";
}

std::optional<AccountRole> parse_account_role(std::string_view text) {
    for (const AccountRole role : all_account_roles) {
        if (text == account_role_name(role)) return role;
    }
    return std::nullopt;
}

bool is_over_event(WebRight right) {
    return right == WebRight::work_door || right == WebRight::organise;
}

bool role_allows(AccountRole role, WebRight right) {
    switch (role) {
        case AccountRole::administrator:
            return true;
        case AccountRole::organiser:
            return is_over_event(right);
        case AccountRole::steward:
            return right == WebRight::work_door;
    }
    return false;
}

}  // namespace stormote
