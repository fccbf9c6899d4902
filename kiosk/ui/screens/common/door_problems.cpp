#include "kiosk/ui/screens/common/door_problems.h"

#include <algorithm>
#include <utility>

namespace stormote {

namespace {

constexpr std::int64_t same_ms = 60'000;
// Whoever holds up code after code must not fill the memory.
constexpr std::size_t most_noted = 100;

bool is_same(const DoorProblem& left, const DoorProblem& right) {
    return left.kind == right.kind && left.person == right.person && left.verdict == right.verdict;
}

HandledProblem handled_key(const DoorProblem& problem) {
    return {problem.kind, problem.person, problem.at_ms};
}

bool needs_style(Verdict verdict) {
    switch (verdict) {
        case Verdict::unknown_ticket:
        case Verdict::wrong_event:
        case Verdict::revoked:
        case Verdict::forged:
        case Verdict::admitted_unregistered:
            return true;
        case Verdict::admitted:
        case Verdict::readmitted:
        case Verdict::already_checked_in:
        case Verdict::cancelled:
            break;
    }
    return false;
}

}  // namespace

void DoorProblems::note(const DoorProblem& problem) {
    auto& known_ones = remembered_.noted;
    const auto before =
        std::find_if(known_ones.begin(), known_ones.end(), [&](const DoorProblem& known) {
            return is_same(known, problem) && problem.at_ms - known.at_ms < same_ms;
        });
    DoorProblem noted = problem;
    if (before != known_ones.end()) {
        noted.times = before->times + 1;
        known_ones.erase(before);
    }
    known_ones.push_back(noted);
    if (known_ones.size() > most_noted) known_ones.erase(known_ones.begin());
    ++revision_;
}

void DoorProblems::note(const CheckInOutcome& outcome, std::int64_t wall_ms) {
    if (!needs_style(outcome.verdict.verdict)) return;
    note({ProblemKind::ticket_refused, wall_ms, outcome.verdict.attendee, outcome.verdict.verdict});
}

std::vector<DoorProblem> DoorProblems::list(const std::vector<Conflict>& conflicts,
                                            const std::vector<AskedLabel>& unprinted) const {
    std::vector<DoorProblem> problems(remembered_.noted.rbegin(), remembered_.noted.rend());
    const auto add = [&](const DoorProblem& problem) {
        const auto& handled = remembered_.handled;
        const bool is_handled =
            std::find(handled.begin(), handled.end(), handled_key(problem)) != handled.end();
        if (!is_handled) problems.push_back(problem);
    };
    for (const AskedLabel& label : unprinted) {
        add({ProblemKind::label_missing, label.asked_ms, label.attendee});
    }
    for (const Conflict& conflict : conflicts) {
        const auto *twice = std::get_if<DoubleCheckIn>(&conflict);
        if (twice == nullptr) continue;
        DoorProblem problem{ProblemKind::checked_in_twice, twice->second_ms, twice->attendee};
        problem.twice = *twice;
        add(problem);
    }
    std::stable_sort(problems.begin(), problems.end(),
                     [](const auto& left, const auto& right) { return left.at_ms > right.at_ms; });
    return problems;
}

void DoorProblems::dismiss(const DoorProblem& problem) {
    const auto erased = std::erase_if(remembered_.noted, [&](const DoorProblem& known) {
        return is_same(known, problem) && known.at_ms == problem.at_ms;
    });
    if (erased == 0) remembered_.handled.push_back(handled_key(problem));
    ++revision_;
}

void DoorProblems::add_earlier(RememberedProblems earlier) {
    for (const DoorProblem& problem : remembered_.noted) earlier.noted.push_back(problem);
    for (const HandledProblem& handled : remembered_.handled) earlier.handled.push_back(handled);
    remembered_ = std::move(earlier);
    ++revision_;
}

}  // namespace stormote
