// LivePicture: a picture that changes many times a second, as of a camera, on textures of its own.
// The screen thread; borrows the texture store, which must outlive it.
#pragma once

#include <array>

#include "kiosk/device/camera/grey_frame.h"
#include "kiosk/ui/render/texture_store.h"

namespace stormote {

class LivePicture {
  public:
    // The longest side of a picture.
    static constexpr int side = 640;

    explicit LivePicture(TextureStore& store) : store_(store) {}

    // The texture that has this picture in its upper left corner, the rest of it empty or old.
    // Pictures are told apart by their numbers. Two textures take turns: what is drawn differs
    // with each new picture then, which is how the changed part of the screen is found.
    [[nodiscard]] TextureId show(const GreyFrame& frame, std::uint64_t number);

  private:
    TextureStore& store_;
    std::array<TextureId, 2> textures_{};
    std::size_t current_ = 0;
    std::uint64_t number_ = 0;
};

}  // namespace stormote
