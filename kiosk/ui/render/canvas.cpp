#include "kiosk/ui/render/canvas.h"

#include <algorithm>
#include <cstring>
#include <numbers>

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

// In cairo's premultiplied colours.
bool is_white_or_nothing(std::uint32_t argb) {
    return (argb & 0xFFFFFF) == (argb >> 24) * 0x010101;
}

double radians(double degrees) {
    return degrees * std::numbers::pi / 180;
}

}  // namespace

Canvas::Canvas(int width, int height)
    : surface_(cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height)),
      cairo_(cairo_create(surface_.get())) {}

void Canvas::set_colour(Colour colour) {
    cairo_set_source_rgba(cairo_.get(), colour.red / 255.0, colour.green / 255.0,
                          colour.blue / 255.0, colour.alpha / 255.0);
}

void Canvas::circle(double x, double y, double radius, double from_degrees, double to_degrees) {
    cairo_new_sub_path(cairo_.get());
    cairo_arc(cairo_.get(), x, y, radius, radians(from_degrees), radians(to_degrees));
}

void Canvas::round_rectangle(double x, double y, double width, double height, double radius) {
    cairo_t *cairo = cairo_.get();
    cairo_new_sub_path(cairo);
    cairo_arc(cairo, x + width - radius, y + radius, radius, radians(-90), 0);
    cairo_arc(cairo, x + width - radius, y + height - radius, radius, 0, radians(90));
    cairo_arc(cairo, x + radius, y + height - radius, radius, radians(90), radians(180));
    cairo_arc(cairo, x + radius, y + radius, radius, radians(180), radians(270));
    cairo_close_path(cairo);
}

RasterImage Canvas::picture(Point offset) const {
    cairo_surface_t *surface = surface_.get();
    cairo_surface_flush(surface);
    RasterImage image;
    image.width = cairo_image_surface_get_width(surface);
    image.height = cairo_image_surface_get_height(surface);
    image.offset = offset;
    const auto width = static_cast<std::size_t>(image.width);
    const auto height = static_cast<std::size_t>(image.height);
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
    const unsigned char *bytes = cairo_image_surface_get_data(surface);
    std::vector<std::uint32_t> pixels(width * height);
    for (std::size_t row = 0; row < height; ++row) {
        std::memcpy(pixels.data() + row * width, bytes + row * stride, width * 4);
    }
    const bool is_white = std::all_of(pixels.begin(), pixels.end(), is_white_or_nothing);
    image.format = is_white ? PixelFormat::coverage : PixelFormat::colour;
    if (is_white) {
        image.pixels.reserve(pixels.size());
        for (const std::uint32_t argb : pixels) {
            image.pixels.push_back(static_cast<std::uint8_t>(argb >> 24));
        }
        return image;
    }
    image.pixels.resize(pixels.size() * 4);
    for (std::uint32_t& pixel : pixels) pixel = to_straight_rgba(pixel);
    std::memcpy(image.pixels.data(), pixels.data(), image.pixels.size());
    return image;
}

}  // namespace stormote
