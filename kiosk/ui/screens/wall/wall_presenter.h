// WallPresenter: the wall's page while it is open: has notes placed on the desk's thread, and the
// wall shown on a monitor. The wall itself goes on without it. The screen thread; borrows desk,
// clock and second screen, which outlive it.
#pragma once

#include <optional>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/ui/screens/wall/wall_cards.h"
#include "kiosk/ui/screens/wall/wall_page.h"

namespace stormote {

class WallPresenter {
  public:
    // No second screen (null): this kiosk stands in no window of its own.
    WallPresenter(DeskThread& desk, const Clock& clock, SecondScreen *second_screen)
        : desk_(desk), clock_(clock), second_screen_(second_screen) {}

    void open();
    void close();
    [[nodiscard]] bool is_open() const { return is_open_; }
    // One frame of the page; what is asked of its frame: GoBack where it is closed.
    [[nodiscard]] std::optional<FrameIntent> draw(Ui& ui, const FrameView& frame);

  private:
    struct Reading {
        WallTab tab;
        WallCards notes;
        WallView wall;
    };

    void refresh(Ui& ui);
    void read(const Texts& texts);
    void show_screens(const Texts& texts);
    void act(const std::string& chip, const Texts& texts);
    void place(const PlaceNote& wish, const Texts& texts);

    DeskThread& desk_;
    const Clock& clock_;
    SecondScreen *second_screen_;
    std::optional<WallMiniature> miniature_;  // while the page is open
    EventStyle style_;
    bool is_open_ = false;
    WallPageView view_;
    std::optional<Reading> reading_;             // nothing: not read yet
    std::map<std::string, WallAction> actions_;  // of this frame's chips
    std::optional<StatusLine> news_;
    std::optional<std::int64_t> read_ms_;
    bool is_reading_ = false;
    bool is_placing_ = false;  // something is on its way to the disk
    AskScope scope_;
};

}  // namespace stormote
