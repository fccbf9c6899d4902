// JoinPresenter: a kiosk before it has its event: takes a code from the camera or the hand scanner,
// and fetches the event with it on a thread of its own, so that the screen never waits for the
// network. Codes are wiped once they were tried. The screen thread. Borrows what it is given.
#pragma once

#include <future>
#include <optional>
#include <string>

#include "kiosk/device/camera/camera.h"
#include "kiosk/ui/screens/unlock/join_page.h"
#include "kiosk/ui/screens/unlock/setup_frame.h"
#include "kiosk/ui/screens/unlock/unlock_presenter.h"

namespace stormote {

class JoinPresenter {
  public:
    // Called on another thread, with what was scanned.
    using Join = std::function<OpenedDesk(const std::string&)>;

    // No camera (null): the hand scanner alone reads the code.
    JoinPresenter(Ui& ui, UserPreferences& preferences, std::string event_line, Camera *camera,
                  Join join);

    void draw();
    void speak() { frame_.speak(); }
    // The event is open, or somebody has closed the window. Throws MachineFailure from draw() where
    // joining threw it.
    [[nodiscard]] bool is_done() const { return desk_ != nullptr || is_left_; }
    // Nothing where it was left.
    [[nodiscard]] std::unique_ptr<Desk> take_desk() { return std::move(desk_); }

  private:
    void collect();
    void take_codes();
    void take_code(std::string text);

    Ui& ui_;
    SetupFrame frame_;
    Camera *camera_;
    Join join_;
    std::optional<Error> problem_;
    std::future<OpenedDesk> joining_;
    std::unique_ptr<Desk> desk_;
    bool is_left_ = false;
};

}  // namespace stormote
