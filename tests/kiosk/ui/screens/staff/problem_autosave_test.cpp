// What staff should have a look at, when the kiosk has closed in between.
#include "kiosk/ui/screens/staff/problem_autosave.h"

#include <catch2/catch.hpp>

#include "tests/support/devices/fake_printer.h"
#include "tests/support/machine/wait.h"
#include "tests/support/record/event_desk.h"
#include "tests/support/record/operation_maker.h"

namespace stormote {

namespace {

using testing::EventDesk;
using testing::small_id;

const auto asa = small_id<AttendeeId>(1);
constexpr std::int64_t now_ms = EventDesk::evening_ms;
constexpr std::int64_t minute_ms = 60'000;

KeptProblems some_problems() {
    KeptProblems kept;
    kept.remembered.noted = {
        {ProblemKind::help_called, now_ms - 2 * minute_ms},
        {ProblemKind::ticket_refused, now_ms - minute_ms, asa, Verdict::revoked, 3}};
    kept.remembered.handled = {{ProblemKind::checked_in_twice, asa, now_ms},
                               {ProblemKind::label_missing, std::nullopt, now_ms}};
    kept.labels = {{asa, now_ms}};
    return kept;
}

// One run of a kiosk after another, at the same event.
class Kiosk {
  public:
    explicit Kiosk(PrinterCondition condition = PrinterCondition::out_of_paper)
        : printer(condition) {
        person = event.add({"Åsa", "Öberg", "Eken"});
        start();
    }
    void start() {
        stop();
        if (!desk) desk.emplace(event.take(), [] {});
        queue.emplace(printer.connect(), LabelStock::narrow, [] {});
        labels.emplace(*queue, texts, CodeOnLabel::none, event.clock);
        problems.emplace();
        autosave.emplace(*desk, event.clock, *problems, &*labels);
        settle();
    }
    // Nothing more is said to it: it may as well have crashed.
    void stop() {
        autosave.reset();
        labels.reset();
        queue.reset();
    }
    // As frames do.
    void settle() {
        REQUIRE(wait_until([&] {
            desk->collect();
            autosave->keep();
            return !desk->is_busy();
        }));
    }
    [[nodiscard]] std::vector<DoorProblem> list() {
        return problems->list({}, labels->unprinted());
    }
    void print_without_paper() {
        desk->read([&](const Desk& at) { labels->print_again(at, person); });
        REQUIRE(wait_until([&] { return !labels->unprinted().empty(); }));
        settle();
    }

    EventDesk event;
    AttendeeId person;
    Texts texts;
    testing::FakePrinter printer;
    std::optional<DeskThread> desk;
    std::optional<LabelQueue> queue;
    std::optional<DoorLabels> labels;
    std::optional<DoorProblems> problems;
    std::optional<ProblemAutosave> autosave;
};

}  // namespace

TEST_CASE("problems that are written down are read again as they were") {
    const KeptProblems kept = some_problems();
    const auto again = read_problems(write_problems(kept));
    REQUIRE(again.has_value());
    REQUIRE(again->remembered.noted.size() == 2);
    CHECK_FALSE(again->remembered.noted[0].person.has_value());
    CHECK(again->remembered.noted[1].person == asa);
    CHECK(again->remembered.noted[1].verdict == Verdict::revoked);
    CHECK(again->remembered.noted[1].times == 3);
    CHECK(again->remembered.handled == kept.remembered.handled);
    CHECK(again->labels == kept.labels);
}

TEST_CASE("problems that are cut off or not ours are none") {
    const std::string written = write_problems(some_problems());
    for (std::size_t size = 0; size < written.size(); ++size) {
        CHECK_FALSE(read_problems(written.substr(0, size)).has_value());
    }
    CHECK_FALSE(read_problems(written + "x").has_value());
    std::string unknown = written;
    unknown[1] = 2;
    CHECK_FALSE(read_problems(unknown).has_value());
}

TEST_CASE("what happened at the door is still listed when the kiosk has started anew") {
    Kiosk kiosk;
    kiosk.problems->note({ProblemKind::help_called, kiosk.event.clock.wall_ms()});
    kiosk.settle();
    kiosk.event.clock.advance_ms(minute_ms);
    kiosk.start();
    REQUIRE(kiosk.list().size() == 1);
    CHECK(kiosk.list()[0].kind == ProblemKind::help_called);
    CHECK(kiosk.list()[0].at_ms == now_ms);
    // Dealt with is dealt with, from then on.
    kiosk.problems->dismiss(kiosk.list()[0]);
    kiosk.settle();
    kiosk.start();
    CHECK(kiosk.list().empty());
}

TEST_CASE("a label that the printer owes is owed still when the kiosk has started anew") {
    Kiosk kiosk;
    kiosk.print_without_paper();
    kiosk.event.clock.advance_ms(3 * minute_ms);
    kiosk.start();
    REQUIRE(wait_until([&] { return kiosk.list().size() == 1; }));
    CHECK(kiosk.list()[0].kind == ProblemKind::label_missing);
    CHECK(kiosk.list()[0].person == kiosk.person);
    CHECK(kiosk.list()[0].at_ms == now_ms);
}

TEST_CASE("nobody is called for what happened half a day ago") {
    Kiosk kiosk;
    kiosk.problems->note({ProblemKind::help_called, kiosk.event.clock.wall_ms()});
    kiosk.settle();
    kiosk.event.clock.advance_ms(ProblemAutosave::longest_ms + 1);
    kiosk.start();
    CHECK(kiosk.list().empty());
}

TEST_CASE("what happens before the earlier problems are read comes after them") {
    DoorProblems problems;
    problems.note({ProblemKind::help_called, now_ms});
    problems.add_earlier(some_problems().remembered);
    const auto listed = problems.list({}, {});
    REQUIRE(listed.size() == 3);
    CHECK(listed[0].at_ms == now_ms);
    CHECK(listed[2].at_ms == now_ms - 2 * minute_ms);
}

}  // namespace stormote
