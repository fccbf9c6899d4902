// FrameRenderer: draws a frame and brings it onto the screen, and no more of it than has changed.
// The screen thread.
#pragma once

#include "kiosk/ui/platform/window_pixels.h"
#include "kiosk/ui/render/frame_tiles.h"
#include "kiosk/ui/render/texture_memory.h"

namespace stormote {

class FrameRenderer {
  public:
    // For the window with that X id, which must outlive this. Throws as WindowPixels does.
    explicit FrameRenderer(std::uint32_t window) : pixels_(window) {}

    [[nodiscard]] TextureMemory& textures() { return textures_; }
    // Shows the frame that Dear ImGui has ended. Whether anything had to be shown.
    bool present(std::uint64_t picture_epoch, Colour ground);
    // What the screen shows is not known any more: a window lay on it, or it was resized.
    void forget() { tiles_.forget(); }

  private:
    TextureMemory textures_;
    WindowPixels pixels_;
    FrameTiles tiles_;
};

}  // namespace stormote
