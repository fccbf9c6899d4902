#include "kiosk/ui/screens/common/door_problems.h"

#include <catch2/catch.hpp>

#include "tests/support/record/operation_maker.h"

namespace stormote {

namespace {

using testing::small_id;

const auto asa = small_id<AttendeeId>(1);

CheckInOutcome outcome_of(Verdict verdict) {
    CheckInOutcome outcome;
    outcome.verdict.verdict = verdict;
    return outcome;
}

}  // namespace

TEST_CASE("tickets that need a person's look are listed, the newest first, and no others") {
    DoorProblems problems;
    problems.note(outcome_of(Verdict::forged), 1'000);
    problems.note(outcome_of(Verdict::admitted), 2'000);
    problems.note(outcome_of(Verdict::already_checked_in), 2'000);
    problems.note(outcome_of(Verdict::wrong_event), 3'000);
    const auto listed = problems.list({}, {});
    REQUIRE(listed.size() == 2);
    CHECK(listed[0].verdict == Verdict::wrong_event);
    CHECK(listed[1].verdict == Verdict::forged);
}

TEST_CASE("the same again within a minute is one problem, counted; later it is another") {
    DoorProblems problems;
    problems.note(outcome_of(Verdict::forged), 1'000);
    problems.note(outcome_of(Verdict::forged), 50'000);
    problems.note(outcome_of(Verdict::forged), 200'000);
    const auto listed = problems.list({}, {});
    REQUIRE(listed.size() == 2);
    CHECK(listed[0].times == 1);
    CHECK(listed[1].times == 2);
    CHECK(listed[1].at_ms == 50'000);
}

TEST_CASE("what the record and the printer say is listed among the rest until it is dealt with") {
    DoorProblems problems;
    problems.note({ProblemKind::help_called, 2'000});
    const std::vector<Conflict> conflicts{DoubleCheckIn{asa, 500, 1'000, "A", "B"},
                                          OverfullGroup{1, 9, 8}};
    const std::vector<AskedLabel> labels{{asa, 3'000}};
    auto listed = problems.list(conflicts, labels);
    REQUIRE(listed.size() == 3);
    CHECK(listed[0].kind == ProblemKind::label_missing);
    CHECK(listed[1].kind == ProblemKind::help_called);
    CHECK(listed[2].kind == ProblemKind::checked_in_twice);
    for (const DoorProblem& problem : listed) problems.dismiss(problem);
    CHECK(problems.list(conflicts, labels).empty());
    // Another label of the same person is another problem.
    CHECK(problems.list(conflicts, {{asa, 9'000}}).size() == 1);
}

TEST_CASE("code after code does not fill the memory") {
    DoorProblems problems;
    for (int i = 0; i < 1'000; ++i) {
        problems.note(outcome_of(Verdict::forged), i * std::int64_t{120'000});
    }
    CHECK(problems.list({}, {}).size() == 100);
}

}  // namespace stormote
