// MustEnd: what is done within its scope ends in time, or the whole test program is aborted, with
// the test's name and what did not end: a test that can only hang tells nobody what is wrong. The
// thread that made it; watches on a thread of its own.
#pragma once

#include <string>
#include <thread>

#include "tests/support/machine/wait.h"

namespace stormote::testing {

class MustEnd {
  public:
    // `what` completes the sentence "... did not end."
    explicit MustEnd(const std::string& what, Milliseconds limit = patience);
    MustEnd(const MustEnd&) = delete;
    MustEnd& operator=(const MustEnd&) = delete;

  private:
    std::jthread watch_;
};

}  // namespace stormote::testing
