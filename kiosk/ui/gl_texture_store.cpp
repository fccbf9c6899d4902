#include "kiosk/ui/gl_texture_store.h"

#include <array>
#include <vector>

#include <GL/gl.h>
#include <GL/glext.h>

namespace stormote {

namespace {

struct GlFormat {
    GLint internal;
    GLenum pixels;
    std::size_t bytes;
};

GlFormat gl_format(PixelFormat format) {
    if (format == PixelFormat::coverage) return {GL_R8, GL_RED, 1};
    return {GL_RGBA8, GL_RGBA, 4};
}

}  // namespace

TextureId GlTextureStore::create(int width, int height, PixelFormat format) {
    GLuint texture = 0;
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_LINEAR);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    if (format == PixelFormat::coverage) {
        // White of that opacity; the vertices give the colour.
        const std::array<GLint, 4> channels{GL_ONE, GL_ONE, GL_ONE, GL_RED};
        glTexParameteriv(GL_TEXTURE_2D, GL_TEXTURE_SWIZZLE_RGBA, channels.data());
    }
    const GlFormat gl = gl_format(format);
    const std::vector<std::uint8_t> nothing(static_cast<std::size_t>(width) *
                                            static_cast<std::size_t>(height) * gl.bytes);
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexImage2D(GL_TEXTURE_2D, 0, gl.internal, width, height, 0, gl.pixels, GL_UNSIGNED_BYTE,
                 nothing.data());
    return texture;
}

void GlTextureStore::update(TextureId texture, int left, int top, const RasterImage& image) {
    glBindTexture(GL_TEXTURE_2D, static_cast<GLuint>(texture));
    glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
    glTexSubImage2D(GL_TEXTURE_2D, 0, left, top, image.width, image.height,
                    gl_format(image.format).pixels, GL_UNSIGNED_BYTE, image.pixels.data());
}

}  // namespace stormote
