// FoundCode: a QR code in a picture: what it says, and where it is. Plain value; any thread.
#pragma once

#include <array>
#include <string>

namespace stormote {

// In pixels of the frame.
struct FramePoint {
    float x = 0;
    float y = 0;
};

struct FoundCode {
    std::string text;  // UTF-8
    // Around the code, one after the other; all zero where the reader does not say.
    std::array<FramePoint, 4> corners;
};

}  // namespace stormote
