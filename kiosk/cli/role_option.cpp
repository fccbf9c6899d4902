#include "kiosk/cli/role_option.h"

namespace stormote {

void add_role(Subcommand& command, std::string& role) {
    command.option("--role", role,
                   {"What the device is for: door (check-in, and notes when it stands at a table), "
                    "table (notes), organiser (everything), pages (web pages) or hub (a store)."});
}

Result<DeviceRole> read_role(const std::string& role) {
    if (const auto known = parse_device_role(role)) return *known;
    return usage_error({"\"{}\" is not a role. Choose door, table, organiser, pages or hub."},
                       role);
}

}  // namespace stormote
