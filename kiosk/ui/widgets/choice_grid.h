// A grid of equal buttons, one of which is to be chosen. The screen thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

// All in letters of one size, from the top of the rectangle; ids are "choice_0" and so on. Which
// one was chosen. The first `of_event` are in the event's own words.
std::optional<std::size_t> choice_grid(Ui& ui, const Rect& rect,
                                       const std::vector<std::string>& labels,
                                       std::size_t of_event = 0);

}  // namespace stormote
