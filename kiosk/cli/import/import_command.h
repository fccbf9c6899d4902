// import: a list of registrations into an event. One thread.
#pragma once

#include "kiosk/cli/command.h"

namespace stormote {

void add_import_command(CommandLine& line);

}  // namespace stormote
