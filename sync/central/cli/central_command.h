// The command `stormote-central`. One thread; everything lives until main ends.
#pragma once

#include "sync/central/cli/command_context.h"

namespace stormote {

// Parses and runs: the exit status of every program of Stormöte (0 done, 1 input, 2 usage, 3
// machine).
[[nodiscard]] int run_central(int count, const char *const *words, CentralContext& context);

}  // namespace stormote
