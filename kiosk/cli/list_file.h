// List file: reading a list from the disk and saying what is wrong with it. One thread.
#pragma once

#include "kiosk/cli/command.h"
#include "kiosk/lists/list_problem.h"

namespace stormote {

// The bytes of the file, or of standard input for "-"; where it is larger than a list may be, only
// so many that it shows. Error: missing, a folder, or unreadable.
[[nodiscard]] Result<std::string> read_list_file(const std::string& file,
                                                 const CommandContext& context);

// One line each: file, line, column, what is wrong.
void print_list_problems(const std::string& file, const ListProblems& problems,
                         const CommandContext& context);

}  // namespace stormote
