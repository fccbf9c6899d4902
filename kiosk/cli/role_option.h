// --role: what a device is let into an event for. Pure but for the command that it is added to.
#pragma once

#include "kiosk/cli/command_line.h"
#include "sync/base/error.h"
#include "sync/model/device_role.h"

namespace stormote {

void add_role(Subcommand& command, std::string& role);
// Error: not one of the roles.
[[nodiscard]] Result<DeviceRole> read_role(const std::string& role);

}  // namespace stormote
