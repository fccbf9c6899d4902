// FrameSource: where pictures come from: a camera, a file, or a test. One thread; the caller owns
// it.
#pragma once

#include <chrono>

#include "kiosk/device/camera/grey_frame.h"
#include "sync/base/error.h"

namespace stormote {

enum class Opening {
    opened,
    no_camera,  // nothing is plugged in, and nothing in particular was asked for
};

enum class Reading { frame, nothing_yet };

class FrameSource {
  public:
    virtual ~FrameSource() = default;
    // Called again some time after a failure. Closed before.
    [[nodiscard]] virtual Result<Opening> open() = 0;
    // The newest picture; those that came before it since the last call are left out. Waits for
    // one, at most that long. An error is the end until it is opened again.
    [[nodiscard]] virtual Result<Reading> read(GreyFrame& frame,
                                               std::chrono::milliseconds longest) = 0;
    virtual void close() = 0;
};

}  // namespace stormote
