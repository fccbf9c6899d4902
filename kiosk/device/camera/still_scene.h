// StillScene: whether a picture is worth reading. Before a camera in which nothing moves, every
// reader has had its turn after a moment, and reading on would only burn power. One thread.
#pragma once

#include "kiosk/device/camera/grey_frame.h"

namespace stormote {

class StillScene {
  public:
    // Of pictures in which nothing moves, one in so many is read all the same.
    static constexpr int rare = 8;

    // `reads_needed`: how many pictures of a scene the readers want.
    explicit StillScene(int reads_needed) : reads_needed_(reads_needed) {}

    [[nodiscard]] bool is_worth_reading(const GreyFrame& frame);
    // A code was read: it is held there, and may be taken away at any moment.
    void note_code() { reads_ = 0; }

  private:
    // Pixels of the small picture that is compared: one stands for 16 by 16 of a common camera, so
    // that the noise of single pixels is gone.
    static constexpr int longest_side = 80;
    // Of 255. A ticket is black and white, and covers several of them.
    static constexpr int least_change = 8;

    [[nodiscard]] bool has_moved(const GreyFrame& small) const;

    int reads_needed_;
    int reads_ = 0;    // of the scene as it stands
    int skipped_ = 0;  // in a row
    GreyFrame scene_;  // small, as it was when something moved last
};

}  // namespace stormote
