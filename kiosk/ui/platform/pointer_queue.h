// PointerQueue: what fingers and mouse did, handed out one change a frame, so that a quick tap
// between two frames is not lost. The newest finger is the pointer: a hand that rests on the screen
// does not keep the other from working. Pure; one thread.
#pragma once

#include <deque>
#include <optional>

#include "kiosk/ui/platform/input.h"

namespace stormote {

class PointerQueue {
  public:
    void touch_begin(int finger, Point position);
    void touch_move(int finger, Point position);
    void touch_end(int finger, Point position);

    void mouse_move(Point position);
    void mouse_down(Point position);
    void mouse_up(Point position);
    void mouse_leave();

    // The pointer of the next frame.
    Pointer take();
    // Whether frames are owed.
    [[nodiscard]] bool pending() const { return !steps_.empty(); }
    // While a finger is down the X server also moves its mouse pointer: that is to be ignored.
    [[nodiscard]] bool touching() const { return finger_.has_value(); }

  private:
    void move(Point position);

    std::deque<Pointer> steps_;
    Pointer last_step_;  // as it will be once all steps are taken
    Pointer now_;
    std::optional<int> finger_;
};

}  // namespace stormote
