#include "kiosk/cli/limited_child.h"

#include <atomic>
#include <csignal>
#include <stdexcept>

#include <catch2/catch.hpp>

#include "tests/support/machine/organiser_program.h"

namespace stormote {

using testing::OrganiserProgram;

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

#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
TEST_CASE("work that takes more memory than it may gives nothing") {
    CHECK_FALSE(run_limited([] { return Bytes(std::size_t{2} << 30, 1); }));
}
#endif

TEST_CASE("a logo that would be drawn for minutes is refused in words, and nothing is changed") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    std::string steps;
    for (int i = 0; i < 100; ++i) {
        steps +=
            "<feTurbulence baseFrequency='0.05' numOctaves='9'/><feGaussianBlur stdDeviation='9'/>";
    }
    program.write(
        "moln.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><filter id='f' x='0' "
        "y='0' width='1' height='1'>" +
            steps + "</filter><rect width='100' height='100' filter='url(#f)'/></svg>");
    const std::string record = program.record();
    const Finished finished = program.run({"settings", "mote", "--logo", "moln.svg"});
    CHECK(finished.status == 1);
    CHECK(finished.errors ==
          "stormote: moln.svg takes too long or too much memory to draw. Use a simpler SVG, or a "
          "PNG.\n");
    CHECK(program.record() == record);
}

}  // namespace stormote
