// erase: destroys what is held about one person on a decision, or records that it was refused. One
// thread.
#pragma once

namespace stormote {

class CommandLine;

void add_erase_command(CommandLine& line);

}  // namespace stormote
