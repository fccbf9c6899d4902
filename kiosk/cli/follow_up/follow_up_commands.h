// follow-up, note-wording, merge-notes, part-notes, withhold, publish: what becomes of what was
// said, and how it is published. One thread.
//
// Sources: follow_up_command.cpp, note_publishing_commands.cpp.
#pragma once

#include "kiosk/cli/command.h"

namespace stormote {

void add_follow_up_command(CommandLine& line);
void add_note_publishing_commands(CommandLine& line);

}  // namespace stormote
