// SubstitutePresenter: somebody comes in the place of a person who stays away: whose place, found
// as everybody finds their own name; then who they are, and their consent. Nothing of the absent
// person's registration is shown. Keeps what was answered so far. The screen thread.
#pragma once

#include <optional>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/ui/screens/common/name_finder.h"
#include "kiosk/ui/screens/common/walk_in_presenter.h"
#include "kiosk/ui/widgets/idle_watch.h"

namespace stormote {

struct Substitution {
    AttendeeId absent;
    NewAttendee newcomer;
};

class SubstitutePresenter {
  public:
    // The pace is the whole screen's, whoever searches.
    SubstitutePresenter(const DeskThread& desk, SearchPace& pace)
        : desk_(desk), finder_(desk, pace) {}

    // What the frame's buttons ask for; Back within the questions is handled here.
    std::optional<FrameIntent> draw(Ui& ui, const FrameView& frame);

    // The room comes back after another screen: its time begins anew.
    void restart_time();

    // The person has agreed: this is to be recorded. Once.
    [[nodiscard]] std::optional<Substitution> take_substitution();
    // Given up, by declining or time, or going back from the first question.
    [[nodiscard]] bool is_over() const { return is_over_; }

  private:
    std::optional<FrameIntent> draw_search(Ui& ui, const FrameView& frame);
    void choose(const DoorMatch& match, const Texts& texts);

    const DeskThread& desk_;
    NameFinder finder_;
    std::optional<AttendeeId> absent_;
    std::optional<WalkInPresenter> newcomer_;  // once the absent person is known
    bool is_over_ = false;
    IdleWatch idle_{20'000, 8'000};
};

}  // namespace stormote
