#include "kiosk/ui/platform/frame_renderer.h"

#include <imgui.h>

namespace stormote {

bool FrameRenderer::present(std::uint64_t picture_epoch, Colour ground) {
    const ImDrawData& frame = *ImGui::GetDrawData();
    const Rect part = tiles_.update(frame, picture_epoch, ground);
    if (part.width <= 0 || part.height <= 0) return false;
    const PixelGrid grid =
        pixels_.begin(static_cast<int>(frame.DisplaySize.x), static_cast<int>(frame.DisplaySize.y));
    draw_frame(frame, textures_, part, ground, grid);
    pixels_.show(part);
    return true;
}

}  // namespace stormote
