// personal-data: what is held about one person. One thread.
#pragma once

namespace stormote {

class CommandLine;

void add_personal_commands(CommandLine& line);

}  // namespace stormote
