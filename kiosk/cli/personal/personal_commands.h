// personal-data, erase: what is held about one person, and destroying it. One thread.
#pragma once

namespace stormote {

class CommandLine;

void add_personal_commands(CommandLine& line);

}  // namespace stormote
