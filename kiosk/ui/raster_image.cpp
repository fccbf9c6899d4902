#include "kiosk/ui/raster_image.h"

#include <algorithm>
#include <cstring>

#include <cairo.h>

namespace stormote {

namespace {

// cairo multiplies colour by alpha; the renderer's blending wants them apart.
std::uint32_t to_straight_rgba(std::uint32_t argb) {
    const std::uint32_t alpha = argb >> 24;
    if (alpha == 0) return 0;
    const auto restore = [&](std::uint32_t channel) {
        return std::min<std::uint32_t>(255, (channel * 255 + alpha / 2) / alpha);
    };
    const std::uint32_t red = restore(argb >> 16 & 0xFF);
    const std::uint32_t green = restore(argb >> 8 & 0xFF);
    const std::uint32_t blue = restore(argb & 0xFF);
    return alpha << 24 | blue << 16 | green << 8 | red;
}

}  // namespace

RasterImage copy_surface(cairo_surface_t *surface, Point offset) {
    cairo_surface_flush(surface);
    RasterImage image{cairo_image_surface_get_width(surface),
                      cairo_image_surface_get_height(surface),
                      offset,
                      {}};
    const auto width = static_cast<std::size_t>(image.width);
    const auto height = static_cast<std::size_t>(image.height);
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
    const unsigned char *bytes = cairo_image_surface_get_data(surface);
    image.pixels.resize(width * height);
    for (std::size_t row = 0; row < height; ++row) {
        for (std::size_t column = 0; column < width; ++column) {
            std::uint32_t argb = 0;
            std::memcpy(&argb, bytes + row * stride + column * 4, sizeof argb);
            image.pixels[row * width + column] = to_straight_rgba(argb);
        }
    }
    return image;
}

}  // namespace stormote
