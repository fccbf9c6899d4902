// WallDisplay: the wall on its second screen: reads once a second what it shows, and draws it where
// that has changed. Holds nothing of the kiosk's own screens. The screen thread; borrows window,
// desk, clock and texts, which outlive it.
#pragma once

#include <optional>

#include "kiosk/desk/desk_thread.h"
#include "kiosk/ui/platform/second_window.h"
#include "kiosk/ui/screens/wall/wall_frames.h"
#include "kiosk/ui/screens/wall/wall_news.h"

namespace stormote {

class WallDisplay {
  public:
    // In the language of the texts, whatever is chosen at the kiosk.
    WallDisplay(SecondWindow& window, DeskThread& desk, const Clock& clock, const Texts& texts)
        : window_(window), desk_(desk), clock_(clock), texts_(texts) {}

    // After each frame of the kiosk.
    void update();
    // On the steady clock; nothing while the wall is closed.
    [[nodiscard]] std::optional<std::int64_t> due_ms() const { return due_ms_; }

  private:
    void read();
    void draw();

    SecondWindow& window_;
    DeskThread& desk_;
    const Clock& clock_;
    const Texts& texts_;
    EventStyle style_;
    std::uint64_t window_number_ = 0;
    std::optional<WallFrames> frames_;  // of the open window
    std::optional<WallNews> news_;
    std::optional<WallView> read_view_;
    std::optional<WallView> shown_view_;
    std::optional<std::int64_t> due_ms_;
    bool is_reading_ = false;
    AskScope scope_;
};

}  // namespace stormote
