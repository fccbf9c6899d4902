// DoorProblems: what staff should have a look at by this screen. What somebody did here (called for
// help, showed a ticket that did not do) is kept in memory, and forgotten when the kiosk closes;
// labels that did not print and double check-ins are read anew from the printer and the record, and
// of these only what was dealt with is remembered. The screen thread.
#pragma once

#include <tuple>
#include <vector>

#include "kiosk/desk/conflicts.h"
#include "kiosk/ui/door_labels.h"

namespace stormote {

enum class ProblemKind : std::uint8_t {
    help_called,
    ticket_refused,   // or let in, where its registration is not known here
    check_in_denied,  // somebody was told that they are here, and says that it was not them
    label_missing,    // the printer is in trouble
    checked_in_twice,
};

struct DoorProblem {
    ProblemKind kind = ProblemKind::help_called;
    std::int64_t at_ms = 0;  // the wall clock, where it happened last
    std::optional<AttendeeId> person{};
    Verdict verdict = Verdict::unknown_ticket;  // of a ticket
    int times = 1;
    std::optional<DoubleCheckIn> twice{};
};

class DoorProblems {
  public:
    // The same again within a minute is one problem: somebody who is impatient.
    void note(const DoorProblem& problem);
    // A ticket that needs a person's look; all else is no problem.
    void note(const CheckInOutcome& outcome, std::int64_t wall_ms);

    // The newest first.
    [[nodiscard]] std::vector<DoorProblem> list(const std::vector<Conflict>& conflicts,
                                                const std::vector<AskedLabel>& unprinted) const;
    // Somebody has dealt with it.
    void dismiss(const DoorProblem& problem);

  private:
    using Handled = std::tuple<ProblemKind, std::optional<AttendeeId>, std::int64_t>;
    static Handled handled_key(const DoorProblem& problem) {
        return {problem.kind, problem.person, problem.at_ms};
    }

    std::vector<DoorProblem> noted_;  // the oldest first
    std::vector<Handled> handled_;
};

}  // namespace stormote
