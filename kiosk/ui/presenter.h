// Presenter: brings a drawn frame onto the glass by OpenGL, and no more of it than has changed.
// The screen thread, with the window's context current.
#pragma once

#include "kiosk/ui/frame_tiles.h"

struct GLFWwindow;

namespace stormote {

class Presenter {
  public:
    // Dear ImGui must be switched on; the window must outlive this.
    explicit Presenter(GLFWwindow *window);
    ~Presenter();
    Presenter(const Presenter&) = delete;
    Presenter& operator=(const Presenter&) = delete;

    // Whether anything had to be shown.
    bool present(std::uint64_t picture_epoch, Colour ground);
    // What the glass shows is not known any more: a window lay on it, or it was resized.
    void forget() { tiles_.forget(); }

  private:
    void show(const Rect& rect);

    GLFWwindow *window_;
    FrameTiles tiles_;
    // glXCopySubBufferMESA, null where the driver has no such thing.
    void (*copy_part_)(void *display, unsigned long drawable, int x, int y, int width,
                       int height) = nullptr;
};

}  // namespace stormote
