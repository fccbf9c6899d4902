// Waiting in tests: until something is so, or a deadline passes. Never for a guessed time.
#pragma once

#include <chrono>
#include <stdexcept>
#include <string>
#include <thread>

namespace stormote {

using Milliseconds = std::chrono::milliseconds;

// How long a test waits for what should take a blink: long, so that a busy machine fails nothing.
constexpr Milliseconds patience{20'000};

// What was expected did not come; the message says in a sentence what was seen instead.
class ExpectationFailure : public std::runtime_error {
  public:
    using std::runtime_error::runtime_error;
};

// Asks `condition` again and again; false when `limit` has passed and it never became true.
template <typename Condition>
[[nodiscard]] bool wait_until(Condition condition, Milliseconds limit = patience) {
    const auto deadline = std::chrono::steady_clock::now() + limit;
    while (!condition()) {
        if (std::chrono::steady_clock::now() >= deadline) return false;
        // The pace of asking, not a guess at when it will be so.
        std::this_thread::sleep_for(Milliseconds{1});
    }
    return true;
}

}  // namespace stormote
