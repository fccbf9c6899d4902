// Every screen in every state worth looking at, with people who do not exist: for the checks of
// layout and for the gallery of pictures. Any thread; a sample draws on the screen thread.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kiosk/ui/widgets/ui.h"

namespace stormote {

struct ScreenSample {
    std::string name;
    std::function<void(Ui&)> draw;
    // Holds names and organisations as long as they may get.
    bool extreme = false;
};

// Of entrance, tables and organiser; what is no sentence of the screens is Swedish for "sv" and
// English for all others.
[[nodiscard]] std::vector<ScreenSample> screen_samples(const std::string& language);
// Of the entrance alone, without the staff's.
[[nodiscard]] std::vector<ScreenSample> attendee_samples(const std::string& language);

}  // namespace stormote
