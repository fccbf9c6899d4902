// Whole evenings on a bad network, each from a seed. SIMULATION_SEED replays one; SIMULATION_RUNS
// says how many others are played.
#include <cstdlib>

#include <catch2/catch.hpp>

#include "tests/simulation/world.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

std::uint64_t number_from(const char *variable, std::uint64_t otherwise) {
    const char *text = std::getenv(variable);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

// The event at the end.
std::string play(std::uint64_t seed) {
    INFO("replay with SIMULATION_SEED=" << seed);
    const TemporaryFolder folder;
    World world(folder.path(), seed);
    for (int step = 0; step < 80; ++step) world.step();
    world.settle();
    const std::string fault = world.find_fault();
    CAPTURE(fault);
    REQUIRE(fault.empty());
    return world.describe();
}

}  // namespace

TEST_CASE("after any evening, all devices and the store hold the same, and nothing is lost") {
    if (const std::uint64_t seed = number_from("SIMULATION_SEED", 0); seed != 0) {
        static_cast<void>(play(seed));
        return;
    }
    const std::uint64_t runs = number_from("SIMULATION_RUNS", 12);
    for (std::uint64_t seed = 1; seed <= runs; ++seed) static_cast<void>(play(seed));
}

TEST_CASE("the same seed gives the same evening") {
    for (const std::uint64_t seed : {1U, 2U, 3U, 4U}) REQUIRE(play(seed) == play(seed));
}
