// StaffCorner: the staff's quick way in: the corner of the header that is farthest from the coat of
// arms, held for a second while a ring fills. Where Back stands there, there is none. Nobody needs
// it who cannot hold a finger still: Help leads in as well. The screen thread.
#pragma once

#include <cstdint>
#include <optional>

#include "kiosk/ui/widgets/ui.h"

namespace stormote {

class StaffCorner {
  public:
    static constexpr std::int64_t hold_ms = 1'000;

    // Once a frame, after the screen, so that the ring lies upon it. Whether the corner has been
    // held long enough; once for each touch.
    [[nodiscard]] bool draw(Ui& ui);

  private:
    std::optional<std::int64_t> since_ms_;
};

}  // namespace stormote
