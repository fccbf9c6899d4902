// guide: the sheets and the handbook that come with the programs, as PDF. One thread.
#pragma once

namespace stormote {

class CommandLine;
void add_guide_command(CommandLine& line);

}  // namespace stormote
