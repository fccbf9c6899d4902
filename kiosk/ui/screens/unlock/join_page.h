// Join page: a kiosk that has no event yet asks for the code that a hub shows. Plain values in, an
// intent out. The screen thread.
#pragma once

#include <optional>
#include <string>

#include "kiosk/ui/screens/check_in/camera_panel.h"
#include "kiosk/ui/shell/frame.h"

namespace stormote {

struct JoinView {
    FrameView frame;
    CameraView camera;
    bool is_fetching = false;  // the event, with the code that was read
    std::string problem;       // why the last code did not lead there; may be empty
};

[[nodiscard]] std::optional<FrameIntent> draw_join_page(Ui& ui, const JoinView& view);

}  // namespace stormote
