#include "kiosk/ui/render/live_picture.h"

#include <utility>

namespace stormote {

TextureId LivePicture::show(const GreyFrame& frame, std::uint64_t number) {
    if (std::exchange(number_, number) == number) return textures_[current_];
    current_ = 1 - current_;
    TextureId& texture = textures_[current_];
    if (texture == 0) texture = store_.create(side, side, PixelFormat::coverage);
    store_.update(texture, 0, 0,
                  {frame.width, frame.height, {}, PixelFormat::coverage, frame.pixels});
    return texture;
}

}  // namespace stormote
