// TextureStore: where drawn pictures are kept for the renderer. One on GL, one that keeps nothing,
// so that screens can be laid out and tested with no window. The screen thread.
#pragma once

#include <cstdint>
#include <span>

namespace stormote {

// 0 is no texture.
using TextureId = std::uint64_t;

class TextureStore {
  public:
    virtual ~TextureStore() = default;
    // Of that many pixels, all transparent.
    virtual TextureId create(int width, int height) = 0;
    virtual void update(TextureId texture, int left, int top, int width, int height,
                        std::span<const std::uint32_t> pixels) = 0;
};

class NullTextureStore final : public TextureStore {
  public:
    TextureId create(int /*width*/, int /*height*/) override { return ++last_; }
    void update(TextureId /*texture*/, int /*left*/, int /*top*/, int /*width*/, int /*height*/,
                std::span<const std::uint32_t> /*pixels*/) override {}

  private:
    TextureId last_ = 0;
};

}  // namespace stormote
