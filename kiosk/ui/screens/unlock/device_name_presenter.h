// DeviceNamePresenter: the page that asks for this screen's name, between unlocking the event and
// the first screen. The screen thread. Borrows what it is given.
#pragma once

#include <optional>
#include <string>

#include "kiosk/ui/screens/unlock/device_name.h"
#include "kiosk/ui/screens/unlock/setup_frame.h"

namespace stormote {

class DeviceNamePresenter {
  public:
    // With a name to begin with, which may be changed.
    DeviceNamePresenter(Ui& ui, UserPreferences& preferences, std::string event_line,
                        std::string proposal);

    void draw();
    void speak() { frame_.speak(); }
    [[nodiscard]] bool is_done() const { return is_done_; }
    // False where the window was closed instead.
    [[nodiscard]] bool is_answered() const { return is_answered_; }
    // Nothing where the machine's own is to stand.
    [[nodiscard]] const std::optional<std::string>& name() const { return name_; }

  private:
    void follow(const DeviceNameIntent& intent);

    Ui& ui_;
    SetupFrame frame_;
    std::string text_;
    NoteKeys keys_;
    bool is_done_ = false;
    bool is_answered_ = false;
    std::optional<std::string> name_;
};

}  // namespace stormote
