// GreyFrame: one picture of a camera, in grey, and the few ways in which the code reader looks at
// it. Pure; any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "sync/base/bytes.h"

namespace stormote {

struct GreyFrame {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;  // row by row from the top left; 0 is black

    GreyFrame() = default;
    // All black.
    GreyFrame(int frame_width, int frame_height);

    [[nodiscard]] std::uint8_t at(int x, int y) const { return row(y)[x]; }
    [[nodiscard]] const std::uint8_t *row(int y) const { return pixels.data() + offset_of(y); }
    [[nodiscard]] std::uint8_t *row(int y) { return pixels.data() + offset_of(y); }

  private:
    [[nodiscard]] std::size_t offset_of(int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(width);
    }
};

// Each pixel the mean of four; an odd last row or column is left out.
[[nodiscard]] GreyFrame half_size(const GreyFrame& frame);
// Four pixels for each one, with even steps between neighbours.
[[nodiscard]] GreyFrame double_size(const GreyFrame& frame);
// Edges that a lens or a shaking hand has washed out, drawn stronger.
[[nodiscard]] GreyFrame sharpen(const GreyFrame& frame);
// White where a pixel is about as light as the mean of the square around it, which reaches so many
// pixels each way, or lighter; else black. For light that differs within the code.
[[nodiscard]] GreyFrame adaptive_threshold(const GreyFrame& frame, int reach);
// Black for white. A mail or a document that a phone shows on dark ground has its ticket so.
[[nodiscard]] GreyFrame inverted(const GreyFrame& frame);
// Halved until neither side is longer than that.
[[nodiscard]] GreyFrame shrink_to(const GreyFrame& frame, int longest_side);

// The grey of packed YUYV 4:2:2, `stride` bytes a row; nothing where the bytes are too few.
[[nodiscard]] std::optional<GreyFrame> grey_from_yuyv(ByteView bytes, int width, int height,
                                                      int stride);

}  // namespace stormote
