// TextureMemory: textures in the program's own memory, where the rasteriser reads them. The screen
// thread; its textures live as long as it does.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <memory>
#include <vector>

#include "kiosk/ui/render/texture_store.h"

namespace stormote {

class Texture {
  public:
    Texture(int width, int height, PixelFormat format);

    void update(int left, int top, const RasterImage& image);

    [[nodiscard]] int width() const { return width_; }
    [[nodiscard]] int height() const { return height_; }
    [[nodiscard]] PixelFormat format() const { return format_; }
    // Of a texture of coverage: a byte for each pixel of that row.
    [[nodiscard]] const std::uint8_t *coverage(int row) const { return coverage_.get() + at(row); }
    // Of a texture in colour: 0xAARRGGBB for each pixel of that row.
    [[nodiscard]] const std::uint32_t *colours(int row) const { return colours_.get() + at(row); }

  private:
    struct Free {
        void operator()(void *pixels) const { std::free(pixels); }
    };
    // From calloc: pages that nothing was drawn on take no memory.
    template <typename Pixel>
    using Pixels = std::unique_ptr<Pixel[], Free>;

    [[nodiscard]] std::ptrdiff_t at(int row) const {
        return static_cast<std::ptrdiff_t>(row) * width_;
    }

    int width_;
    int height_;
    PixelFormat format_;
    Pixels<std::uint8_t> coverage_;
    Pixels<std::uint32_t> colours_;
};

class TextureMemory final : public TextureStore {
  public:
    TextureId create(int width, int height, PixelFormat format) override;
    void update(TextureId texture, int left, int top, const RasterImage& image) override;

    // Null for 0, which is no texture.
    [[nodiscard]] const Texture *find(TextureId texture) const;

  private:
    std::vector<Texture> textures_;
};

}  // namespace stormote
