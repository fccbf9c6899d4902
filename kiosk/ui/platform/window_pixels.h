// WindowPixels: what a window of the X server shows, in memory that the server reads, too; where it
// cannot, as over a network, the pixels are sent. The screen thread; has a connection of its own.
#pragma once

#include <memory>

#include "kiosk/ui/render/geometry.h"
#include "kiosk/ui/render/rasteriser.h"

namespace stormote {

class WindowPixels {
  public:
    // Of the window with that X id, which must outlive this. Throws MachineFailure where there is
    // no X server or its pixels are not 24 bits of red, green and blue.
    explicit WindowPixels(std::uint32_t window);
    ~WindowPixels();
    WindowPixels(const WindowPixels&) = delete;
    WindowPixels& operator=(const WindowPixels&) = delete;

    // The pixels to draw on, as they were shown last where the size is the same. Waits until the
    // server has read them.
    [[nodiscard]] PixelGrid begin(int width, int height);
    // Shows that part of them, in whole pixels and within the grid. Does not wait.
    void show(const Rect& part);

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace stormote
