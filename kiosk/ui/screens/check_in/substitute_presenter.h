// SubstitutePresenter: somebody comes in the place of a person who stays away: whose place, found
// as everybody finds their own name; then who they are, and their consent. Nothing of the absent
// person's registration is shown. Keeps what was answered so far. The screen thread.
#pragma once

#include <optional>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/ui/screens/common/name_finder.h"
#include "kiosk/ui/screens/common/navigation.h"
#include "kiosk/ui/screens/common/walk_in_presenter.h"
#include "kiosk/ui/widgets/idle_watch.h"

namespace stormote {

class SubstitutePresenter {
  public:
    // The pace is the whole screen's, whoever searches.
    SubstitutePresenter(const DeskThread& desk, SearchPace& pace)
        : desk_(desk), finder_(desk, pace) {}

    // Submitted once the person has agreed; Declined where they decline; GoHome where they go back
    // from the first question, or time is up.
    [[nodiscard]] std::optional<Navigation> draw(Ui& ui, const FrameView& frame);

    // The screen comes back after another one: its time begins anew.
    void restart_time();

  private:
    [[nodiscard]] std::optional<Navigation> draw_search(Ui& ui, const FrameView& frame);
    void choose(const FoundPerson& person, const Texts& texts);

    const DeskThread& desk_;
    NameFinder finder_;
    std::optional<AttendeeId> absent_;
    std::optional<WalkInPresenter> newcomer_;  // once the absent person is known
    IdleWatch idle_{20'000, 8'000};
};

}  // namespace stormote
