// TextureStore: where drawn pictures are kept for the renderer. One in memory, one that keeps
// nothing, so that screens can be laid out and tested without being drawn. The screen thread.
#pragma once

#include <cstdint>

#include "kiosk/ui/render/raster_image.h"

namespace stormote {

// 0 is no texture.
using TextureId = std::uint64_t;

class TextureStore {
  public:
    virtual ~TextureStore() = default;
    // Of that many pixels, all transparent.
    virtual TextureId create(int width, int height, PixelFormat format) = 0;
    // Puts a picture of the texture's own format there.
    virtual void update(TextureId texture, int left, int top, const RasterImage& image) = 0;
};

class NullTextureStore final : public TextureStore {
  public:
    TextureId create(int /*width*/, int /*height*/, PixelFormat /*format*/) override {
        return ++last_;
    }
    void update(TextureId /*texture*/, int /*left*/, int /*top*/,
                const RasterImage& /*image*/) override {}

  private:
    TextureId last_ = 0;
};

}  // namespace stormote
