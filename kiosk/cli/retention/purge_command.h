// purge: destroying what is to be destroyed of an event by its keep table. One thread.
#pragma once

#include "kiosk/cli/command.h"

namespace stormote {

void add_purge_command(CommandLine& line);

}  // namespace stormote
