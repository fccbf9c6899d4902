#include "kiosk/documents/content/png_picture.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>

namespace stormote {

namespace {

// Of a PNG, from its first chunk, before anything is made room for (RFC 2083, 4.1.1).
struct PngHead {
    std::uint64_t width = 0;
    std::uint64_t height = 0;
};

std::optional<PngHead> read_head(ByteView bytes) {
    constexpr std::array<std::uint8_t, 16> beginning{0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n',
                                                     0,    0,   0,   13,  'I',  'H',  'D',  'R'};
    if (bytes.size() < beginning.size() + 8) return std::nullopt;
    if (!std::equal(beginning.begin(), beginning.end(), bytes.begin())) return std::nullopt;
    return PngHead{read_big_endian(bytes.subspan(16, 4)), read_big_endian(bytes.subspan(20, 4))};
}

cairo_status_t hand_out(void *rest, unsigned char *target, unsigned count) {
    auto& bytes = *static_cast<ByteView *>(rest);
    if (bytes.size() < count) return CAIRO_STATUS_READ_ERROR;
    std::copy_n(bytes.begin(), count, target);
    bytes = bytes.subspan(count);
    return CAIRO_STATUS_SUCCESS;
}

cairo_status_t take_in(void *target, const unsigned char *bytes, unsigned count) {
    auto& png = *static_cast<Bytes *>(target);
    png.insert(png.end(), bytes, bytes + count);
    return CAIRO_STATUS_SUCCESS;
}

LogoPicture picture_of(cairo_surface_t *surface) {
    cairo_surface_flush(surface);
    LogoPicture picture;
    picture.width = cairo_image_surface_get_width(surface);
    picture.height = cairo_image_surface_get_height(surface);
    const auto width = static_cast<std::size_t>(picture.width);
    const auto height = static_cast<std::size_t>(picture.height);
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface));
    picture.pixels.resize(width * height);
    for (std::size_t row = 0; row < height; ++row) {
        std::memcpy(picture.pixels.data() + row * width,
                    cairo_image_surface_get_data(surface) + row * stride,
                    width * sizeof(std::uint32_t));
    }
    return picture;
}

// In alpha and colour, whatever the file had.
LogoPicture paint_anew(cairo_surface_t *from, int width, int height) {
    const PictureSurface to{cairo_image_surface_create(CAIRO_FORMAT_ARGB32, width, height)};
    cairo_t *cairo = cairo_create(to.get());
    cairo_scale(cairo, static_cast<double>(width) / cairo_image_surface_get_width(from),
                static_cast<double>(height) / cairo_image_surface_get_height(from));
    cairo_set_source_surface(cairo, from, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_BEST);
    cairo_paint(cairo);
    cairo_destroy(cairo);
    return picture_of(to.get());
}

int scaled(int side, double scale) {
    return std::max(1, static_cast<int>(std::lround(side * scale)));
}

}  // namespace

PictureSurface surface_of(const LogoPicture& picture) {
    PictureSurface surface{
        cairo_image_surface_create(CAIRO_FORMAT_ARGB32, picture.width, picture.height)};
    const auto stride = static_cast<std::size_t>(cairo_image_surface_get_stride(surface.get()));
    const auto row_bytes = static_cast<std::size_t>(picture.width) * sizeof(std::uint32_t);
    unsigned char *rows = cairo_image_surface_get_data(surface.get());
    for (std::size_t row = 0; row < static_cast<std::size_t>(picture.height); ++row) {
        std::memcpy(rows + row * stride,
                    picture.pixels.data() + row * static_cast<std::size_t>(picture.width),
                    row_bytes);
    }
    cairo_surface_mark_dirty(surface.get());
    return surface;
}

std::optional<LogoPicture> read_png(ByteView bytes, int most_side) {
    const auto head = read_head(bytes);
    const auto most = static_cast<std::uint64_t>(most_side);
    if (!head || head->width < 1 || head->height < 1 || head->width > most || head->height > most) {
        return std::nullopt;
    }
    ByteView rest = bytes;
    const PictureSurface surface{cairo_image_surface_create_from_png_stream(hand_out, &rest)};
    if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) return std::nullopt;
    return paint_anew(surface.get(), cairo_image_surface_get_width(surface.get()),
                      cairo_image_surface_get_height(surface.get()));
}

Bytes write_png(const LogoPicture& picture) {
    Bytes png;
    cairo_surface_write_to_png_stream(surface_of(picture).get(), take_in, &png);
    return png;
}

LogoPicture shrink_logo(const LogoPicture& picture, int side) {
    const double scale =
        std::min(1.0, static_cast<double>(side) / std::max(picture.width, picture.height));
    return paint_anew(surface_of(picture).get(), scaled(picture.width, scale),
                      scaled(picture.height, scale));
}

bool is_light(const LogoPicture& picture) {
    double weight = 0;
    double light = 0;
    for (const std::uint32_t pixel : picture.pixels) {
        const std::uint32_t colours =
            (pixel >> 16 & 0xFF) * 2 + (pixel >> 8 & 0xFF) * 7 + (pixel & 0xFF);
        weight += pixel >> 24;
        light += colours / 10.0;
    }
    return weight > 0 && light / weight > 0.75;
}

}  // namespace stormote
