#include "kiosk/ui/gl_texture_store.h"

#include <vector>

#include <GL/gl.h>
#include <GL/glext.h>

namespace stormote {

TextureId GlTextureStore::create(int width, int height) {
    GLuint texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    const std::vector<std::uint32_t> nothing(static_cast<std::size_t>(width) *
                                             static_cast<std::size_t>(height));
    glTexImage2D(GL_TEXTURE_2D, 0, GL_RGBA8, width, height, 0, GL_RGBA, GL_UNSIGNED_BYTE,
                 nothing.data());
    return texture;
}

void GlTextureStore::update(TextureId texture, int left, int top, int width, int height,
                            std::span<const std::uint32_t> pixels) {
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture));
    glPixelStorei(GL_UNPACK_ALIGNMENT, 4);
    glTexSubImage2D(GL_TEXTURE_2D, 0, left, top, width, height, GL_RGBA, GL_UNSIGNED_BYTE,
                    pixels.data());
}

}  // namespace stormote
