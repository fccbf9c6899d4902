// MjpegFileSource: a file of JPEG pictures one after another, played as a camera would send them,
// over and over. For tries without a camera, and for tests. One thread; holds the file in memory.
#pragma once

#include <filesystem>
#include <memory>
#include <vector>

#include "kiosk/device/camera/frame_source.h"
#include "kiosk/device/camera/jpeg.h"

namespace stormote {

class MjpegFileSource final : public FrameSource {
  public:
    static constexpr int frames_a_second = 15;
    static constexpr std::uintmax_t largest_file_bytes = std::uintmax_t{512} * 1024 * 1024;

    // Refuses a file that cannot be read, is larger than that, or holds no JPEG at all.
    [[nodiscard]] static Result<std::unique_ptr<MjpegFileSource>> load(
        const std::filesystem::path& path);

    [[nodiscard]] Result<Opening> open() override;
    // A picture that is no JPEG after all is left out.
    [[nodiscard]] Result<Reading> read(GreyFrame& frame,
                                       std::chrono::milliseconds longest) override;
    void close() override {}

  private:
    using Clock = std::chrono::steady_clock;

    explicit MjpegFileSource(Bytes bytes);

    Bytes bytes_;
    std::vector<ByteView> pictures_;
    JpegDecoder decoder_;
    Clock::time_point start_;
    std::int64_t next_ = 0;  // counted from the start, through all repetitions
};

// The JPEG pictures in a row of them, each from its first byte to its last; what is no picture, or
// only the beginning of one, is left out.
[[nodiscard]] std::vector<ByteView> split_jpegs(ByteView bytes);

}  // namespace stormote
