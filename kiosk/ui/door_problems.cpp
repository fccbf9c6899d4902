#include "kiosk/ui/door_problems.h"

#include <algorithm>

namespace stormote {

namespace {

constexpr std::int64_t same_ms = 60'000;
// Whoever holds up code after code must not fill the memory.
constexpr std::size_t most_noted = 100;

bool is_same(const DoorProblem& left, const DoorProblem& right) {
    return left.kind == right.kind && left.person == right.person && left.verdict == right.verdict;
}

bool needs_look(Verdict verdict) {
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
    const auto before = std::find_if(noted_.begin(), noted_.end(), [&](const DoorProblem& known) {
        return is_same(known, problem) && problem.at_ms - known.at_ms < same_ms;
    });
    DoorProblem noted = problem;
    if (before != noted_.end()) {
        noted.times = before->times + 1;
        noted_.erase(before);
    }
    noted_.push_back(noted);
    if (noted_.size() > most_noted) noted_.erase(noted_.begin());
}

void DoorProblems::note(const CheckInOutcome& outcome, std::int64_t wall_ms) {
    if (!needs_look(outcome.verdict.verdict)) return;
    note({ProblemKind::ticket_refused, wall_ms, outcome.verdict.attendee, outcome.verdict.verdict});
}

std::vector<DoorProblem> DoorProblems::list(const std::vector<Conflict>& conflicts,
                                            const std::vector<AskedLabel>& unprinted) const {
    std::vector<DoorProblem> problems(noted_.rbegin(), noted_.rend());
    const auto add = [&](const DoorProblem& problem) {
        const bool is_handled =
            std::find(handled_.begin(), handled_.end(), handled_key(problem)) != handled_.end();
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
    const auto erased = std::erase_if(noted_, [&](const DoorProblem& known) {
        return is_same(known, problem) && known.at_ms == problem.at_ms;
    });
    if (erased == 0) handled_.push_back(handled_key(problem));
}

}  // namespace stormote
