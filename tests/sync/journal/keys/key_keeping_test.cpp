#include "sync/journal/keys/key_keeping.h"

#include <vector>

#include <catch2/catch.hpp>

using namespace stormote;

namespace {

constexpr std::int64_t hour_ms = 3'600'000;

// What the kernel does with a key: it is gone three days after it was last looked for.
class FakeKernel {
  public:
    explicit FakeKernel(const Clock& clock) : clock_(clock) {}

    void keep() { until_ms_ = clock_.steady_ms() + 72 * hour_ms; }
    void take_away() { until_ms_ = 0; }
    std::optional<SymmetricKey> find(const EventId& event) {
        looked_for.push_back(event);
        if (!is_kept()) return std::nullopt;
        keep();
        return SymmetricKey{};
    }
    [[nodiscard]] bool is_kept() const { return clock_.steady_ms() < until_ms_; }

    std::vector<EventId> looked_for;

  private:
    const Clock& clock_;
    std::int64_t until_ms_ = 0;
};

// A program that keeps its event's key, and sleeps until it is time to look for it.
struct Program {
    Program() { kernel.keep(); }

    void sleep_until_due() {
        clock.advance_ms(keeping.due_ms() - clock.steady_ms());
        keeping.look_if_due();
    }

    ManualClock clock{0};
    FakeKernel kernel{clock};
    EventId event{Uuid{{7}}};
    KeyKeeping keeping{event, [this](const EventId& id) { return kernel.find(id); }, clock};
};

}  // namespace

TEST_CASE("the key of a program that is open for weeks is kept all the while") {
    Program program;
    for (int hour = 1; hour <= 24 * 21; ++hour) {
        program.sleep_until_due();
        REQUIRE(program.clock.steady_ms() == hour * hour_ms);
        REQUIRE(program.kernel.is_kept());
    }
    CHECK(program.kernel.looked_for == std::vector(std::size_t{24} * 21, program.event));
    program.clock.advance_ms(73 * hour_ms);
    CHECK_FALSE(program.kernel.is_kept());
}

TEST_CASE("the key is looked for once an hour, however often somebody asks whether it is time") {
    Program program;
    for (int second = 1; second <= 3 * 3600; ++second) {
        program.clock.advance_ms(1000);
        program.keeping.look_if_due();
    }
    CHECK(program.kernel.looked_for.size() == 3);
    // After a long sleep it is looked for once, not once for every hour that was slept through.
    program.clock.advance_ms(50 * hour_ms);
    program.keeping.look_if_due();
    program.keeping.look_if_due();
    CHECK(program.kernel.looked_for.size() == 4);
    CHECK(program.keeping.due_ms() == program.clock.steady_ms() + hour_ms);
}

TEST_CASE("a key that somebody has taken away is not put back") {
    Program program;
    program.kernel.take_away();
    program.sleep_until_due();
    CHECK(program.kernel.looked_for.size() == 1);
    CHECK_FALSE(program.kernel.is_kept());
}
