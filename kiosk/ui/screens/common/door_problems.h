// DoorProblems: what staff should have a look at by this screen. What somebody did here (called for
// help, showed a ticket that did not do) is remembered here, and by ProblemAutosave when the kiosk
// closes; labels that did not print and double check-ins are read anew from the printer and the
// record, and of these only what was dealt with is remembered. The screen thread.
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/desk/conflicts/conflicts.h"
#include "kiosk/ui/screens/common/door_labels.h"

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

// Which one was dealt with, among those that are read anew.
struct HandledProblem {
    ProblemKind kind = ProblemKind::help_called;
    std::optional<AttendeeId> person{};
    std::int64_t at_ms = 0;

    bool operator==(const HandledProblem&) const = default;
};

// What cannot be read anew.
struct RememberedProblems {
    std::vector<DoorProblem> noted;  // the oldest first
    std::vector<HandledProblem> handled;
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

    [[nodiscard]] const RememberedProblems& remembered() const { return remembered_; }
    // Another number whenever that is another.
    [[nodiscard]] std::uint64_t revision() const { return revision_; }
    // What was remembered before the kiosk closed comes before all that happened since.
    void add_earlier(RememberedProblems earlier);

  private:
    RememberedProblems remembered_;
    std::uint64_t revision_ = 0;
};

}  // namespace stormote
