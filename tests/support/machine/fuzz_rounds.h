// Fuzz rounds: how often a test of hostile input tries. For tests; any thread.
#pragma once

#include <cstdlib>

namespace stormote::testing {

// More rounds on demand: STORMOTE_FUZZ_ROUNDS=100000 build/asan/bin/fuzz_test
inline int round_count(int usual) {
    const char *chosen = std::getenv("STORMOTE_FUZZ_ROUNDS");
    return chosen == nullptr ? usual : std::atoi(chosen);
}

}  // namespace stormote::testing
