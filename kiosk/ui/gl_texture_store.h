// GlTextureStore: textures in OpenGL, for the context that is current. The screen thread; its
// textures live until the context dies.
#pragma once

#include "kiosk/ui/texture_store.h"

namespace stormote {

class GlTextureStore final : public TextureStore {
  public:
    TextureId create(int width, int height) override;
    void update(TextureId texture, int left, int top, int width, int height,
                std::span<const std::uint32_t> pixels) override;
};

}  // namespace stormote
