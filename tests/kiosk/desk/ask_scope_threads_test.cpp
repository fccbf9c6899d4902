// Who asks the desk may be gone before the answer comes.
#include <future>

#include <catch2/catch.hpp>

#include "kiosk/desk/ask_scope.h"
#include "kiosk/desk/desk_thread.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::EventDesk;

namespace {

struct Asked {
    // Once the desk has done all that was asked before.
    void collect() {
        std::promise<void> done;
        desk.do_quietly([&done](Desk&) { done.set_value(); });
        done.get_future().get();
        desk.collect();
    }
    static Error broken() { return machine_error({"The disk is full."}); }

    EventDesk event;
    DeskThread desk{event.take(), [] {}};
};

// Hears of one number that the desk was asked for.
struct Asker {
    Asker(DeskThread& desk, int& heard) {
        desk.ask(
            scope, [](Desk&) { return 1; }, [&heard](int answer) { heard += answer; },
            [](const Error&) {});
    }
    AskScope scope;
};

}  // namespace

TEST_CASE("an answer reaches its asker, and so does a failure") {
    Asked asked;
    AskScope scope;
    std::string heard;
    asked.desk.ask(
        scope, [](Desk& desk) { return desk.seated_count(); },
        [&](std::size_t count) { heard += std::to_string(count); },
        [&](const Error& error) { heard += error.english(); });
    asked.desk.ask(
        scope, [](Desk&) -> int { throw MachineFailure(Asked::broken()); },
        [&](int count) { heard += std::to_string(count); },
        [&](const Error& error) { heard += " " + error.english(); });
    asked.collect();
    REQUIRE(heard == "0 The disk is full.");
}

TEST_CASE("what was asked is done when its asker is gone, and the answer and failure are dropped") {
    Asked asked;
    int done = 0;
    int heard = 0;
    {
        const AskScope scope;
        asked.desk.ask(
            scope, [&done](Desk&) { return ++done; }, [&heard](int) { ++heard; },
            [&heard](const Error&) { ++heard; });
        asked.desk.ask(
            scope,
            [&done](Desk&) -> int {
                ++done;
                throw MachineFailure(Asked::broken());
            },
            [&heard](int) { ++heard; }, [&heard](const Error&) { ++heard; });
    }
    asked.collect();
    REQUIRE(done == 2);
    REQUIRE(heard == 0);
}

TEST_CASE("a renewed scope drops what was asked before, and hears of what is asked after") {
    Asked asked;
    AskScope scope;
    std::string heard;
    const auto ask = [&](const char *word) {
        asked.desk.ask(
            scope, [word](Desk&) { return std::string(word); },
            [&heard](const std::string& answer) { heard += answer; }, [](const Error&) {});
    };
    ask("before");
    scope.renew();
    ask("after");
    asked.collect();
    REQUIRE(heard == "after");
}

TEST_CASE("an answer that takes another asker away drops what is collected after it") {
    Asked asked;
    int heard = 0;
    std::optional<Asker> other;
    const AskScope scope;
    asked.desk.ask(
        scope, [](Desk&) { return Done{}; }, [&other](Done) { other.reset(); },
        [](const Error&) {});
    other.emplace(asked.desk, heard);
    asked.collect();
    REQUIRE(heard == 0);
}

TEST_CASE("askers come and go while the desk works, and only those that stay hear of it") {
    Asked asked;
    int heard_passing = 0;
    int heard_staying = 0;
    std::vector<std::unique_ptr<Asker>> staying;
    for (int round = 0; round < 1'000; ++round) {
        const Asker passing(asked.desk, heard_passing);
        if (round % 10 == 0) staying.push_back(std::make_unique<Asker>(asked.desk, heard_staying));
        // Whatever has come meanwhile.
        if (round % 7 == 0) asked.desk.collect();
    }
    const int heard_before = heard_passing;
    asked.collect();
    REQUIRE(heard_staying == 100);
    REQUIRE(heard_passing == heard_before);
}

}  // namespace stormote
