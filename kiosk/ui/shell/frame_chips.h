// What stands in the bar of every screen: the languages, and what makes a screen easier to use.
// The screen thread.
#pragma once

#include <string>
#include <vector>

#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

struct BarChip {
    ChipStyle style;
    FrameIntent intent;
    Size size;
};

// The chips' ids are kept in `ids`, which must outlive them.
[[nodiscard]] std::vector<BarChip> language_chips(const FrameView& view,
                                                  std::vector<std::string>& ids);
// One for all of them.
[[nodiscard]] std::vector<BarChip> language_chip(const Ui& ui, const FrameView& view);
[[nodiscard]] std::vector<BarChip> tool_chips(const Ui& ui, const FrameView& view);
// Sets the chips' sizes; their width in a row.
float measure_chips(Ui& ui, std::vector<BarChip>& chips);

}  // namespace stormote
