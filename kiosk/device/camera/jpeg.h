// JpegDecoder: pictures of a camera from JPEG, straight to grey. One thread; owns its decoder.
#pragma once

#include <memory>
#include <optional>

#include "kiosk/device/camera/grey_frame.h"

namespace stormote {

class JpegDecoder {
  public:
    // Longer sides are refused: a hostile file must not take the memory.
    static constexpr int longest_side = 4096;

    // Throws std::bad_alloc where there is no memory for it.
    JpegDecoder();
    ~JpegDecoder();
    JpegDecoder(const JpegDecoder&) = delete;
    JpegDecoder& operator=(const JpegDecoder&) = delete;

    // Nothing where the bytes are no picture, or too little of one. A camera's small faults are
    // forgiven: what cannot be made out is grey then.
    [[nodiscard]] std::optional<GreyFrame> decode(ByteView bytes);

  private:
    void *decoder_;
};

}  // namespace stormote
