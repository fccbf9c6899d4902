#include "kiosk/lists/limited_child.h"

#include <atomic>
#include <csignal>
#include <stdexcept>

#include <catch2/catch.hpp>
#include <unistd.h>

namespace stormote {

TEST_CASE("what the child's work gives comes back whole, however much it is") {
    for (const std::size_t size : {std::size_t{0}, std::size_t{1}, std::size_t{300'000}}) {
        const auto answer = run_limited([size] { return Bytes(size, 7); });
        REQUIRE(answer);
        CHECK(*answer == Bytes(size, 7));
    }
}

TEST_CASE("work that never ends is ended, and work that breaks gives nothing") {
    std::atomic<std::uint64_t> rounds = 0;
    const auto endless = [&rounds]() -> Bytes {
        while (true) ++rounds;
    };
    ChildLimits short_limits;
    short_limits.processor_seconds = 1;
    CHECK_FALSE(run_limited(endless, short_limits));
    CHECK_FALSE(run_limited([]() -> Bytes { throw std::runtime_error("broken"); }));
    CHECK_FALSE(run_limited([]() -> Bytes {
        static_cast<void>(raise(SIGKILL));
        return {};
    }));
}

#if !defined(STORMOTE_SANITIZED)
TEST_CASE("work that takes more memory than it may gives nothing") {
    CHECK_FALSE(run_limited([] { return Bytes(std::size_t{2} << 30, 1); }));
}
#endif

TEST_CASE("work that waits for something that never comes is ended, too") {
    ChildLimits short_limits;
    short_limits.wall_ms = 50;
    CHECK_FALSE(run_limited(
        []() -> Bytes {
            while (true) pause();
        },
        short_limits));
}

}  // namespace stormote
