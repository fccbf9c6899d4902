// V4l2Source: the camera of Video4Linux 2 that was asked for by its path or name, or the first one
// that sends pictures. Finds it again after it was unplugged. One thread; borrows the system, which
// must outlive it.
#pragma once

#include "kiosk/device/camera/video_stream.h"

namespace stormote {

class V4l2Source final : public FrameSource {
  public:
    // A path begins with "/". A name is a part of what the camera calls itself, in any case of
    // letters. Empty takes the first one.
    V4l2Source(VideoSystem& system, std::string camera)
        : system_(system), camera_(std::move(camera)) {}

    [[nodiscard]] Result<Opening> open() override;
    [[nodiscard]] Result<Reading> read(GreyFrame& frame,
                                       std::chrono::milliseconds longest) override;
    void close() override { stream_.reset(); }

  private:
    [[nodiscard]] Result<Opening> open_path(const std::string& path);
    [[nodiscard]] bool is_called_so(const std::string& path);

    VideoSystem& system_;
    std::string camera_;
    std::unique_ptr<VideoStream> stream_;
};

}  // namespace stormote
