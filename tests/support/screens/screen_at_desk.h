// ScreenAtDesk: what tests of rooms have in common: an event, its desk on a thread of its own, and
// a person before the screen. A test's fixture derives from it, fills the event, opens the desk and
// shows its room, which goes before the desk does. One thread: the test's.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/ui/screens/common/navigation.h"
#include "tests/support/record/event_desk.h"
#include "tests/support/screens/ui_driver.h"

namespace stormote::testing {

class ScreenAtDesk {
  public:
    ScreenAtDesk();
    ScreenAtDesk(const ScreenAtDesk&) = delete;
    ScreenAtDesk& operator=(const ScreenAtDesk&) = delete;

    // Draws what has come, once the desk has done all that was asked.
    void settle();
    template <typename Job>
    void do_at_desk(Job job) {
        desk->do_quietly([job](Desk& at) { job(at); });
        settle();
    }
    // Draws until the screen says so, as answers come from the desk.
    [[nodiscard]] bool comes_to_say(std::string_view words);
    // A tap right after a screen appeared would be meant for the one before.
    void tap(std::string_view id_or_label);
    // On a real keyboard.
    void write(std::u32string_view text);
    [[nodiscard]] bool says(std::string_view words) const { return driver.record().says(words); }
    [[nodiscard]] const std::string& screen() const { return driver.record().head().screen; }
    // Draws the presenter from now on, each frame, and notes where it leads.
    template <typename Presenter>
    void show(std::optional<Presenter>& presenter) {
        driver.show([this, &presenter](Ui& ui) {
            if (auto to = presenter->draw(ui, {})) navigation = std::move(to);
        });
    }
    // What the presenter has answered last, or null where that was something else.
    template <typename To>
    [[nodiscard]] const To *led_to() const {
        return navigation ? std::get_if<To>(&*navigation) : nullptr;
    }

    EventDesk event;
    std::optional<DeskThread> desk;
    UiDriver driver;
    std::optional<Navigation> navigation;  // where the presenter has led last

  protected:
    ~ScreenAtDesk();
    // Once the event holds all that it is to hold at first.
    void open_desk();
};

}  // namespace stormote::testing
