// PNG picture: a logo as pixels, read and written. What is read may be what a stranger sent: it is
// a picture within limits, or nothing. Pure, any thread; owns what it returns.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include <cairo.h>

#include "sync/base/bytes.h"

namespace stormote {

// Row by row, four bytes a pixel: alpha, red, green, blue in one number; colour times alpha.
struct LogoPicture {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> pixels;
};

// Nothing when the bytes are no whole PNG, or a side of it is longer than that.
[[nodiscard]] std::optional<LogoPicture> read_png(ByteView bytes, int most_side);
[[nodiscard]] Bytes write_png(const LogoPicture& picture);
// Fits into a square of that side, with its proportions kept; never larger than it was.
[[nodiscard]] LogoPicture shrink_logo(const LogoPicture& picture, int side);

// Whether what can be seen of it is mostly light, so that it needs a dark ground.
[[nodiscard]] bool is_light(const LogoPicture& picture);

struct FreePictureSurface {
    void operator()(cairo_surface_t *surface) const { cairo_surface_destroy(surface); }
};
using PictureSurface = std::unique_ptr<cairo_surface_t, FreePictureSurface>;

// A copy of the pixels as cairo paints them.
[[nodiscard]] PictureSurface surface_of(const LogoPicture& picture);

}  // namespace stormote
