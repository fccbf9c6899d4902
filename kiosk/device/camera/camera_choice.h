// What may stand after --camera, and which source of pictures it means. One thread.
#pragma once

#include <memory>
#include <string>

#include "kiosk/device/camera/frame_source.h"

namespace stormote {

// "none": null. A path of a device, or a part of a camera's name: that camera, whenever it is
// there. A file: its pictures; refused where it cannot be played. Empty: the first camera that
// there is.
[[nodiscard]] Result<std::unique_ptr<FrameSource>> choose_camera(const std::string& choice);

}  // namespace stormote
