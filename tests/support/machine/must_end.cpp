#include "tests/support/machine/must_end.h"

#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <mutex>

namespace stormote::testing {

MustEnd::MustEnd(const std::string& what, Milliseconds limit)
    : watch_([what, limit](const std::stop_token& token) {
          std::mutex mutex;
          std::condition_variable_any ended;
          std::unique_lock lock(mutex);
          // Nobody notifies: only the end of the scope, by the token, cuts the wait short.
          ended.wait_for(lock, token, limit, [] { return false; });
          if (token.stop_requested()) return;
          std::fprintf(stderr, "%s did not end.\n", what.c_str());
          // Catch2 tells which test was running.
          std::abort();
      }) {}

}  // namespace stormote::testing
