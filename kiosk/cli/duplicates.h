// Duplicates: who and what is probably written down twice, told after lists came in and by a
// subcommand of its own. One thread.
#pragma once

#include "kiosk/cli/command.h"

namespace stormote {

// A sentence where there are any.
void tell_duplicates(const EventState& state, const EventArgument& event,
                     const CommandContext& context);

void add_duplicates_command(CommandLine& line);

}  // namespace stormote
