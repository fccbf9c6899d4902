// VideoStream: one camera of Video4Linux 2 that is open and sends pictures, by memory that it
// shares with the driver. As the kernel's documentation has it: "Streaming I/O (Memory Mapping)".
//
// One thread; owns the device until it is destroyed. Borrows the system, which must outlive it.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "kiosk/device/camera/frame_source.h"
#include "kiosk/device/camera/jpeg.h"
#include "kiosk/device/camera/video_system.h"

namespace stormote {

class VideoStream {
  public:
    // Asked for; the camera takes what comes closest to it.
    static constexpr std::uint32_t wanted_width = 1280;
    static constexpr std::uint32_t wanted_height = 720;
    static constexpr std::uint32_t wanted_frames_a_second = 15;
    static constexpr std::uint32_t buffer_count = 4;

    [[nodiscard]] static Result<std::unique_ptr<VideoStream>> open(VideoSystem& system,
                                                                   const std::string& path);
    ~VideoStream();
    VideoStream(const VideoStream&) = delete;
    VideoStream& operator=(const VideoStream&) = delete;

    // See FrameSource. A picture that came damaged is left out.
    [[nodiscard]] Result<Reading> read(GreyFrame& frame, std::chrono::milliseconds longest);

  private:
    struct Filled {
        std::uint32_t buffer = 0;
        std::size_t used_bytes = 0;
        bool is_damaged = false;
    };

    VideoStream(VideoSystem& system, std::string path, int device);

    [[nodiscard]] Result<> start();
    [[nodiscard]] bool chooses_format();
    [[nodiscard]] bool takes_format(std::uint32_t pixel_format);
    void ask_for_pace();
    [[nodiscard]] bool maps_buffers();
    // 0, or an errno: EAGAIN where there is none.
    [[nodiscard]] int take(Filled& filled);
    [[nodiscard]] int give_back(std::uint32_t buffer);
    [[nodiscard]] bool decode(const Filled& filled, GreyFrame& frame);
    [[nodiscard]] Error silent() const;

    VideoSystem& system_;
    std::string path_;
    int device_;
    std::uint32_t pixel_format_ = 0;
    int width_ = 0;
    int height_ = 0;
    int stride_ = 0;
    std::vector<std::span<std::uint8_t>> buffers_;
    JpegDecoder decoder_;
};

// What a camera calls itself; empty for a device that is no camera or does not stream.
[[nodiscard]] std::string camera_name(VideoSystem& system, int device);

}  // namespace stormote
