// close: the package for the archive. One thread.
#pragma once

namespace stormote {

class CommandLine;
void add_close_command(CommandLine& line);

}  // namespace stormote
