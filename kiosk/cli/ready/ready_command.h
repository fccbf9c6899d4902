// ready: whether an event and this machine are ready for the doors. One thread.
#pragma once

#include "kiosk/cli/command.h"

namespace stormote {

void add_ready_command(CommandLine& line);

}  // namespace stormote
