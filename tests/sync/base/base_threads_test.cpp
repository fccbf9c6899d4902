// What the base library says any thread may do, done by several at once.
#include <set>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch.hpp>

#include "sync/base/clock.h"
#include "sync/base/ids.h"
#include "sync/base/random.h"
#include "sync/base/text_folding.h"

using namespace stormote;

namespace {

constexpr int thread_count = 4;
constexpr int round_count = 200;

// Runs `work` in several threads at once and gives what each of them made.
template <typename Work>
auto run_in_threads(Work work) {
    std::vector<decltype(work())> made(thread_count);
    std::vector<std::thread> threads;
    threads.reserve(thread_count);
    for (auto& result : made) threads.emplace_back([&result, &work] { result = work(); });
    for (std::thread& thread : threads) thread.join();
    return made;
}

}  // namespace

TEST_CASE("names fold and sort the same in every thread") {
    const auto made = run_in_threads([] {
        std::set<std::string> folded;
        for (int round = 0; round < round_count; ++round) {
            folded.insert(fold_text("Åsa ÖBERG"));
            folded.insert(lower_text("ÅSA ÖBERG"));
            folded.insert(compare_swedish("Öberg", "Zetterlund") > 0 ? "after" : "before");
        }
        return folded;
    });
    for (const auto& folded : made) {
        CHECK(folded == std::set<std::string>{"after", "asa oberg", "åsa öberg"});
    }
}

TEST_CASE("threads that make ids at once make different ones") {
    const SystemClock clock;
    const auto made = run_in_threads([&clock] {
        SystemRandom random;
        std::set<Uuid> ids;
        for (int round = 0; round < round_count; ++round) ids.insert(make_uuid(clock, random));
        return ids;
    });
    std::set<Uuid> all;
    for (const auto& ids : made) all.insert(ids.begin(), ids.end());
    CHECK(all.size() == std::size_t{thread_count} * round_count);
}

TEST_CASE("a clock that is moved may be read meanwhile") {
    ManualClock clock(1'000);
    std::thread mover([&clock] {
        for (int round = 0; round < round_count; ++round) clock.advance_ms(1);
    });
    for (int round = 0; round < round_count; ++round) {
        const std::int64_t earlier = clock.steady_ms();
        CHECK(clock.steady_ms() >= earlier);
    }
    mover.join();
    CHECK(clock.wall_ms() == 1'000 + round_count);
}
