// The panel of the welcome screen where a ticket is held up to the camera: what the camera sees, as
// in a mirror, with the found codes outlined. The screen thread.
#pragma once

#include <memory>
#include <string>

#include "kiosk/device/camera/camera.h"
#include "kiosk/ui/screens/check_in/panel_caption.h"
#include "kiosk/ui/widgets/ui.h"

namespace stormote {

struct CameraView {
    CameraState state = CameraState::none;
    std::shared_ptr<const CameraPicture> picture;  // null where it does not run
};

// Whether there is a camera to speak of; else nothing was drawn. Asks for the next frame by itself
// while the camera runs.
bool draw_camera_panel(Ui& ui, const Rect& panel, const CameraView& view);
// The same for another code than a ticket, as the caption says while the camera runs.
bool draw_camera_panel(Ui& ui, const Rect& panel, const CameraView& view,
                       const PanelCaption& running);

}  // namespace stormote
