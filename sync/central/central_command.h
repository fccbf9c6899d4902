// The command `stormote-central`: serve, enrol, revoke, list, migrate. One thread; everything lives
// until main ends.
#pragma once

#include <iosfwd>
#include <ostream>

#include "sync/base/texts.h"
#include "sync/replication/wire.h"

namespace stormote {

struct CentralContext {
    std::ostream& out;
    std::ostream& messages;
    const Texts& texts;
    Clock& clock;
    Random& random;
};

// Parses and runs: the exit status of every program of Stormöte (0 done, 1 input, 2 usage, 3
// machine).
[[nodiscard]] int run_central(int count, const char *const *words, CentralContext& context);

}  // namespace stormote
