// RasterImage: a small drawn picture on its way to the screen. Plain value; any thread.
#pragma once

#include <cstdint>
#include <vector>

#include "kiosk/ui/render/geometry.h"

namespace stormote {

enum class PixelFormat : std::uint8_t {
    coverage,  // a byte: how much of the pixel is drawn; its colour comes when it is shown
    colour,    // four: red, green, blue, alpha; colour not multiplied by alpha
};

struct RasterImage {
    int width = 0;
    int height = 0;
    // Where its upper left corner belongs, seen from the box that was asked for: letters reach out
    // of their line.
    Point offset;
    PixelFormat format = PixelFormat::coverage;
    // Row by row.
    std::vector<std::uint8_t> pixels;
};

}  // namespace stormote
