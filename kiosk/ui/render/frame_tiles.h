// FrameTiles: which part of the screen a new frame changes. The screen is cut into tiles; a tile
// whose triangles are the same as in the frame before looks the same, and need not be drawn again.
// The screen thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "kiosk/ui/render/geometry.h"
#include "kiosk/ui/render/theme.h"

struct ImDrawData;

namespace stormote {

class FrameTiles {
  public:
    static constexpr int tile_px = 32;

    // Remembers the frame and gives the rectangle around all that is new in it; empty where
    // nothing is. `picture_epoch` changes when pictures may look different in the same place.
    [[nodiscard]] Rect update(const ImDrawData& frame, std::uint64_t picture_epoch, Colour ground);
    // The next frame is new as a whole.
    void forget() { tiles_.clear(); }

  private:
    struct Span {
        int first = 0;
        int last = -1;
    };

    void resize(Size screen);
    [[nodiscard]] std::size_t tile_at(int row, int column) const;
    void add_triangle(const Rect& bounds, std::uint64_t fingerprint);
    [[nodiscard]] Span tiles_between(float from, float to, int count) const;
    [[nodiscard]] Rect differences(const std::vector<std::uint64_t>& before) const;

    Size screen_;
    int columns_ = 0;
    int rows_ = 0;
    std::uint64_t setting_ = 0;
    std::vector<std::uint64_t> tiles_;
};

}  // namespace stormote
