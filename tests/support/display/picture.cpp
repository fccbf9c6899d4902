#include "tests/support/display/picture.h"

#include <cstring>
#include <memory>
#include <stdexcept>

#include <cairo.h>

namespace stormote {

void save_png(const Picture& picture, const std::filesystem::path& path) {
    const std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, picture.size.width, picture.size.height),
        cairo_surface_destroy);
    unsigned char *rows = cairo_image_surface_get_data(surface.get());
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    const auto width = static_cast<std::size_t>(picture.size.width);
    for (std::size_t y = 0; rows != nullptr && y < picture.pixels.size() / width; ++y) {
        std::memcpy(rows + y * stride, picture.pixels.data() + y * width,
                    width * sizeof(std::uint32_t));
    }
    cairo_surface_mark_dirty(surface.get());
    const cairo_status_t status = cairo_surface_write_to_png(surface.get(), path.c_str());
    if (status != CAIRO_STATUS_SUCCESS) {
        throw std::runtime_error("The picture " + path.string() +
                                 " could not be written: " + cairo_status_to_string(status));
    }
}

}  // namespace stormote
