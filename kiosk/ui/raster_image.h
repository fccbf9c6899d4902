// RasterImage: a small drawn picture on its way to the screen. Plain value; any thread.
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/ui/geometry.h"

namespace stormote {

struct RasterImage {
    int width = 0;
    int height = 0;
    // Where its upper left corner belongs, seen from the box that was asked for: letters reach out
    // of their line.
    Point offset;
    // Row by row; bytes red, green, blue, alpha in memory, colour not multiplied by alpha.
    std::vector<std::uint32_t> pixels;
};

}  // namespace stormote
