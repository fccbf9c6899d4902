// What the wall shows, in every state worth looking at. Nothing on it can be touched, so that these
// are no screen samples. Any thread; a sample draws on the screen thread.
#pragma once

#include "kiosk/ui/screens/wall/wall.h"
#include "tests/support/screens/screen_samples.h"

namespace stormote {

[[nodiscard]] std::vector<ScreenSample> wall_samples(const std::string& language);

// During a question, with proposals.
[[nodiscard]] WallView sample_wall(const std::string& language);

}  // namespace stormote
