#include "kiosk/ui/render/texture_memory.h"

#include <algorithm>
#include <new>
#include <stdexcept>

namespace stormote {

namespace {

template <typename Pixel>
Pixel *zeroed(int width, int height) {
    const auto count = static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    auto *pixels = static_cast<Pixel *>(std::calloc(count, sizeof(Pixel)));
    if (pixels == nullptr) throw std::bad_alloc();
    return pixels;
}

// From four bytes, red first.
std::uint32_t packed(const std::uint8_t *pixel) {
    return std::uint32_t{pixel[3]} << 24 | std::uint32_t{pixel[0]} << 16 |
           std::uint32_t{pixel[1]} << 8 | pixel[2];
}

}  // namespace

Texture::Texture(int width, int height, PixelFormat format)
    : width_(width), height_(height), format_(format) {
    if (format == PixelFormat::coverage) {
        coverage_.reset(zeroed<std::uint8_t>(width, height));
    } else {
        colours_.reset(zeroed<std::uint32_t>(width, height));
    }
}

void Texture::update(int left, int top, const RasterImage& image) {
    const bool fits = left >= 0 && top >= 0 && left + image.width <= width_ &&
                      top + image.height <= height_ && image.format == format_;
    if (!fits) throw std::logic_error("a picture that does not belong on this texture");
    const std::uint8_t *source = image.pixels.data();
    for (int row = 0; row < image.height; ++row) {
        if (format_ == PixelFormat::coverage) {
            std::copy_n(source, image.width, coverage_.get() + at(top + row) + left);
            source += image.width;
            continue;
        }
        std::uint32_t *target = colours_.get() + at(top + row) + left;
        for (int column = 0; column < image.width; ++column, source += 4) {
            target[column] = packed(source);
        }
    }
}

TextureId TextureMemory::create(int width, int height, PixelFormat format) {
    textures_.emplace_back(width, height, format);
    return textures_.size();
}

void TextureMemory::update(TextureId texture, int left, int top, const RasterImage& image) {
    textures_.at(texture - 1).update(left, top, image);
}

const Texture *TextureMemory::find(TextureId texture) const {
    return texture == 0 ? nullptr : &textures_.at(texture - 1);
}

}  // namespace stormote
