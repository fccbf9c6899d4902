// init, carry-over, settings: making an event file, and changing what it says of itself. One
// thread.
#pragma once

#include "kiosk/cli/command.h"

namespace stormote {

void add_setup_commands(CommandLine& line);

}  // namespace stormote
