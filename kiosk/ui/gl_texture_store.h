// GlTextureStore: textures in OpenGL, for the context that is current. The screen thread; its
// textures live until the context dies.
#pragma once

#include "kiosk/ui/texture_store.h"

namespace stormote {

class GlTextureStore final : public TextureStore {
  public:
    TextureId create(int width, int height, PixelFormat format) override;
    void update(TextureId texture, int left, int top, const RasterImage& image) override;
};

}  // namespace stormote
