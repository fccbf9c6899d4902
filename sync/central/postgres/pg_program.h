// PgProgram: runs one of PostgreSQL's own programs to its end. What it says goes where this
// program's messages go. Its password reaches it by a file that lies on no disk and that no other
// user can read; never by its arguments. Any thread.
#pragma once

#include <string>
#include <vector>

#include "sync/base/error.h"

namespace stormote {

// The program is found by PATH. Error: it is not there, or it failed.
[[nodiscard]] Result<> run_pg_program(const std::vector<std::string>& words,
                                      const std::string& password);

}  // namespace stormote
