// similar: which proposals of an event probably ask for the same, and why. One thread.
#pragma once

#include "kiosk/cli/command.h"

namespace stormote {

void add_similar_command(CommandLine& line);

}  // namespace stormote
