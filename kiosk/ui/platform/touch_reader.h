// TouchReader: the fingers on the screen, by XInput 2, on an X connection and a thread of its own.
//
// GLFW knows no touch: through its mouse, quick taps are lost and a resting second finger blocks
// the first. Construct and take on the screen thread; `wake` is called from the reader's thread.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "kiosk/ui/render/geometry.h"

namespace stormote {

enum class TouchKind { begin, move, end };

struct TouchEvent {
    TouchKind kind = TouchKind::begin;
    int finger = 0;
    Point position;  // within the window
};

class TouchReader {
  public:
    // Reads touches on that X window until destroyed. Without XInput 2.2 it reads nothing.
    TouchReader(unsigned long x_window, std::function<void()> wake);
    ~TouchReader();
    TouchReader(const TouchReader&) = delete;
    TouchReader& operator=(const TouchReader&) = delete;

    // What happened since the last call, in order.
    [[nodiscard]] std::vector<TouchEvent> take();

  private:
    struct Reader;
    std::unique_ptr<Reader> reader_;
};

}  // namespace stormote
