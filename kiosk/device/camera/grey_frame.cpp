#include "kiosk/device/camera/grey_frame.h"

#include <algorithm>

namespace stormote {

namespace {

// What grey ground may differ by from pixel to pixel without becoming black.
constexpr int threshold_tolerance = 2;
// How much of the difference between a pixel and its surroundings is added to it, in quarters.
constexpr int sharpening_quarters = 6;

std::uint8_t to_pixel(int value) {
    return static_cast<std::uint8_t>(std::clamp(value, 0, 255));
}

// Sums of three rows of three are kept running from row to row, or this would be the slowest part.
class Surroundings {
  public:
    explicit Surroundings(const GreyFrame& frame)
        : frame_(frame), columns_(static_cast<std::size_t>(frame.width)) {}

    void move_to(int y) {
        const std::uint8_t *above = frame_.row(y - 1);
        const std::uint8_t *here = frame_.row(y);
        const std::uint8_t *below = frame_.row(y + 1);
        for (std::size_t x = 0; x < columns_.size(); ++x)
            columns_[x] = above[x] + here[x] + below[x];
    }
    // Of the nine pixels around it.
    [[nodiscard]] int mean(int x) const {
        const auto at = static_cast<std::size_t>(x);
        return (columns_[at - 1] + columns_[at] + columns_[at + 1]) / 9;
    }

  private:
    const GreyFrame& frame_;
    std::vector<int> columns_;
};

// Sums over squares around each pixel, cut off at the rims. Kept running, so that a wide square
// costs no more than a narrow one. From the top left, row by row.
class RunningSquares {
  public:
    RunningSquares(const GreyFrame& frame, int reach)
        : frame_(frame), reach_(reach), columns_(static_cast<std::size_t>(frame.width)) {
        for (int y = 0; y < std::min(reach, frame.height); ++y) add_row(y, 1);
    }

    void begin_row(int y) {
        if (y + reach_ < frame_.height) add_row(y + reach_, 1);
        if (y > reach_) add_row(y - reach_ - 1, -1);
        rows_ = count_within(y, frame_.height);
        sum_ = 0;
        for (int x = 0; x < std::min(reach_, frame_.width); ++x) sum_ += column(x);
    }
    void move_to(int x) {
        if (x + reach_ < frame_.width) sum_ += column(x + reach_);
        if (x > reach_) sum_ -= column(x - reach_ - 1);
        count_ = rows_ * count_within(x, frame_.width);
    }
    [[nodiscard]] int sum() const { return sum_; }
    [[nodiscard]] int count() const { return count_; }

  private:
    void add_row(int y, int sign) {
        const std::uint8_t *row = frame_.row(y);
        for (std::size_t x = 0; x < columns_.size(); ++x) columns_[x] += sign * row[x];
    }
    [[nodiscard]] int column(int x) const { return columns_[static_cast<std::size_t>(x)]; }
    [[nodiscard]] int count_within(int place, int size) const {
        return std::min(size - 1, place + reach_) - std::max(0, place - reach_) + 1;
    }

    const GreyFrame& frame_;
    int reach_;
    std::vector<int> columns_;
    int rows_ = 0;
    int sum_ = 0;
    int count_ = 0;
};

}  // namespace

GreyFrame::GreyFrame(int frame_width, int frame_height)
    : width(frame_width),
      height(frame_height),
      pixels(static_cast<std::size_t>(frame_width) * static_cast<std::size_t>(frame_height)) {}

GreyFrame half_size(const GreyFrame& frame) {
    GreyFrame half(frame.width / 2, frame.height / 2);
    for (int y = 0; y < half.height; ++y) {
        const std::uint8_t *upper = frame.row(2 * y);
        const std::uint8_t *lower = frame.row(2 * y + 1);
        std::uint8_t *target = half.row(y);
        for (int x = 0; x < half.width; ++x) {
            target[x] =
                static_cast<std::uint8_t>((upper[0] + upper[1] + lower[0] + lower[1] + 2) / 4);
            upper += 2;
            lower += 2;
        }
    }
    return half;
}

GreyFrame double_size(const GreyFrame& frame) {
    GreyFrame twice(2 * frame.width, 2 * frame.height);
    for (int y = 0; y < twice.height; ++y) {
        const std::uint8_t *near = frame.row(y / 2);
        // The row on the other side of this half of the pixel.
        const int beyond = std::clamp(y / 2 + (y % 2 == 0 ? -1 : 1), 0, frame.height - 1);
        const std::uint8_t *far = frame.row(beyond);
        std::uint8_t *target = twice.row(y);
        const auto blend = [&](int x) { return 3 * near[x] + far[x]; };
        for (int x = 0; x < frame.width; ++x) {
            const int here = blend(x);
            const int before = blend(std::max(0, x - 1));
            const int after = blend(std::min(frame.width - 1, x + 1));
            *target++ = static_cast<std::uint8_t>((3 * here + before + 8) / 16);
            *target++ = static_cast<std::uint8_t>((3 * here + after + 8) / 16);
        }
    }
    return twice;
}

GreyFrame sharpen(const GreyFrame& frame) {
    GreyFrame sharp = frame;
    Surroundings surroundings(frame);
    for (int y = 1; y + 1 < frame.height; ++y) {
        surroundings.move_to(y);
        const std::uint8_t *source = frame.row(y);
        std::uint8_t *target = sharp.row(y);
        for (int x = 1; x + 1 < frame.width; ++x) {
            const int difference = source[x] - surroundings.mean(x);
            target[x] = to_pixel(source[x] + difference * sharpening_quarters / 4);
        }
    }
    return sharp;
}

GreyFrame adaptive_threshold(const GreyFrame& frame, int reach) {
    GreyFrame black_and_white(frame.width, frame.height);
    RunningSquares squares(frame, reach);
    for (int y = 0; y < frame.height; ++y) {
        squares.begin_row(y);
        const std::uint8_t *source = frame.row(y);
        std::uint8_t *target = black_and_white.row(y);
        for (int x = 0; x < frame.width; ++x) {
            squares.move_to(x);
            const bool is_black =
                (source[x] + threshold_tolerance) * squares.count() < squares.sum();
            target[x] = is_black ? 0 : 255;
        }
    }
    return black_and_white;
}

GreyFrame inverted(const GreyFrame& frame) {
    GreyFrame negative = frame;
    for (std::uint8_t& pixel : negative.pixels) pixel = static_cast<std::uint8_t>(255 - pixel);
    return negative;
}

GreyFrame shrink_to(const GreyFrame& frame, int longest_side) {
    GreyFrame small = half_size(frame);
    while (std::max(small.width, small.height) > longest_side) small = half_size(small);
    return std::max(frame.width, frame.height) <= longest_side ? frame : small;
}

std::optional<GreyFrame> grey_from_yuyv(ByteView bytes, int width, int height, int stride) {
    if (width <= 0 || height <= 0 || stride < 2 * width) return std::nullopt;
    const auto row_bytes = static_cast<std::size_t>(stride);
    const auto used = 2 * static_cast<std::size_t>(width);
    if (bytes.size() < row_bytes * static_cast<std::size_t>(height - 1) + used) return std::nullopt;
    GreyFrame frame(width, height);
    for (int y = 0; y < height; ++y) {
        const std::uint8_t *source = bytes.data() + row_bytes * static_cast<std::size_t>(y);
        std::uint8_t *target = frame.row(y);
        for (int x = 0; x < width; ++x) {
            target[x] = *source;
            source += 2;
        }
    }
    return frame;
}

}  // namespace stormote
