// ProblemAutosave: what staff should have a look at outlives the kiosk. What the record and the
// printer do not tell lies sealed in the event file, in one row that is overwritten, as a draft of
// a note does: what happened at this screen, what was dealt with, and which labels the printer
// owes. The screen thread; borrows what it is given.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/ui/screens/common/door_problems.h"

namespace stormote {

struct KeptProblems {
    RememberedProblems remembered;
    std::vector<AskedLabel> labels;
};

[[nodiscard]] std::string write_problems(const KeptProblems& problems);
// Nothing when it is damaged, or another version's.
[[nodiscard]] std::optional<KeptProblems> read_problems(std::string_view text);

class ProblemAutosave {
  public:
    // Yesterday's calls for help are nobody's any more.
    static constexpr std::int64_t longest_ms = 12LL * 60 * 60 * 1000;

    // Asks for what was kept; labels that the printer owed are printed. `labels` may be null.
    ProblemAutosave(DeskThread& desk, const Clock& clock, DoorProblems& problems,
                    DoorLabels *labels);
    ProblemAutosave(const ProblemAutosave&) = delete;
    ProblemAutosave& operator=(const ProblemAutosave&) = delete;

    // Once a frame: has what is new written down, without waiting for it.
    void keep();

  private:
    void take(KeptProblems kept);

    DeskThread& desk_;
    const Clock& clock_;
    DoorProblems& problems_;
    DoorLabels *labels_;
    bool is_read_ = false;
    std::uint64_t kept_revision_ = 0;
    std::vector<AskedLabel> kept_labels_;
    AskScope scope_;
};

}  // namespace stormote
