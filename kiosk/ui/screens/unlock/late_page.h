// Late page: why a kiosk shows nobody's name, and what to do: it stands instead of every other
// screen until the kiosk has heard from the central store. Plain values in, an intent out. The
// screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "kiosk/ui/screens/common/status_line.h"
#include "kiosk/ui/shell/frame.h"

namespace stormote {

struct LatePageView {
    FrameView frame;
    std::string last_day;  // in words: on which registrations were there
    StoreView store;       // how things stand with it; there may be none
    std::string today;     // in words: by this machine's clock
};

struct CloseLateKiosk {};

using LatePageIntent = std::variant<CloseLateKiosk, FrameIntent>;

[[nodiscard]] std::optional<LatePageIntent> draw_late_page(Ui& ui, const LatePageView& view);

}  // namespace stormote
