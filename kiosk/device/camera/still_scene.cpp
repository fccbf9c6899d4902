#include "kiosk/device/camera/still_scene.h"

#include <cmath>
#include <cstdlib>
#include <utility>

namespace stormote {

bool StillScene::has_moved(const GreyFrame& small) const {
    if (small.width != scene_.width || small.height != scene_.height) return true;
    for (std::size_t i = 0; i < small.pixels.size(); ++i) {
        if (std::abs(int{small.pixels[i]} - int{scene_.pixels[i]}) >= least_change) return true;
    }
    return false;
}

bool StillScene::is_worth_reading(const GreyFrame& frame) {
    GreyFrame small = shrink_to(frame, longest_side);
    // Compared with the scene of the last movement, not of the last picture: what comes in slowly
    // is seen as well.
    if (has_moved(small)) {
        scene_ = std::move(small);
        reads_ = 0;
    }
    const bool is_known = reads_ >= reads_needed_;
    if (is_known && ++skipped_ < rare) return false;
    skipped_ = 0;
    if (!is_known) ++reads_;
    return true;
}

}  // namespace stormote
