#include "kiosk/device/camera/video_stream.h"

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <system_error>

#include <linux/videodev2.h>

namespace stormote {

namespace {

template <typename Argument>
int control(VideoSystem& system, int device, unsigned long request, Argument& argument) {
    return system.control(device, request, &argument);
}

v4l2_buffer captured_buffer(std::uint32_t index) {
    v4l2_buffer buffer{};
    buffer.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    buffer.memory = V4L2_MEMORY_MMAP;
    buffer.index = index;
    return buffer;
}

}  // namespace

std::string camera_name(VideoSystem& system, int device) {
    v4l2_capability capability{};
    if (control(system, device, VIDIOC_QUERYCAP, capability) != 0) return "";
    // A camera has several devices; what this one of them can do is said apart.
    const std::uint32_t abilities = (capability.capabilities & V4L2_CAP_DEVICE_CAPS) != 0
                                        ? capability.device_caps
                                        : capability.capabilities;
    constexpr std::uint32_t needed = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
    if ((abilities & needed) != needed) return "";
    const auto *name = reinterpret_cast<const char *>(capability.card);
    return {name, strnlen(name, sizeof capability.card)};
}

VideoStream::VideoStream(VideoSystem& system, std::string path, int device)
    : system_(system), path_(std::move(path)), device_(device) {}

VideoStream::~VideoStream() {
    int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    // The camera may be unplugged already: nothing is left to be done about an error.
    static_cast<void>(control(system_, device_, VIDIOC_STREAMOFF, type));
    for (const auto& buffer : buffers_) system_.unmap(buffer);
    system_.close(device_);
}

Result<std::unique_ptr<VideoStream>> VideoStream::open(VideoSystem& system,
                                                       const std::string& path) {
    const int device = system.open(path);
    if (device < 0) {
        return input_error({"The camera {} cannot be opened: {}."}, path,
                           std::generic_category().message(-device));
    }
    std::unique_ptr<VideoStream> stream(new VideoStream(system, path, device));
    if (auto started = stream->start(); !started) return started.error();
    return stream;
}

Result<> VideoStream::start() {
    if (camera_name(system_, device_).empty() || !chooses_format()) {
        return input_error({"The camera {} sends no pictures that can be read."}, path_);
    }
    ask_for_pace();
    if (!maps_buffers()) return silent();
    for (std::uint32_t i = 0; i < buffers_.size(); ++i) {
        if (give_back(i) != 0) return silent();
    }
    int type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    if (control(system_, device_, VIDIOC_STREAMON, type) != 0) return silent();
    return Done{};
}

bool VideoStream::chooses_format() {
    // MJPEG first: a cable carries few large pictures as they are.
    for (const std::uint32_t wanted : {V4L2_PIX_FMT_MJPEG, V4L2_PIX_FMT_JPEG, V4L2_PIX_FMT_YUYV}) {
        v4l2_fmtdesc offered{};
        offered.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
        for (; control(system_, device_, VIDIOC_ENUM_FMT, offered) == 0; ++offered.index) {
            if (offered.pixelformat == wanted && takes_format(wanted)) return true;
        }
    }
    return false;
}

bool VideoStream::takes_format(std::uint32_t pixel_format) {
    v4l2_format format{};
    format.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    format.fmt.pix.width = wanted_width;
    format.fmt.pix.height = wanted_height;
    format.fmt.pix.pixelformat = pixel_format;
    format.fmt.pix.field = V4L2_FIELD_ANY;
    if (control(system_, device_, VIDIOC_S_FMT, format) != 0) return false;
    const v4l2_pix_format& taken = format.fmt.pix;
    constexpr auto longest = static_cast<std::uint32_t>(JpegDecoder::longest_side);
    if (taken.pixelformat != pixel_format || taken.width == 0 || taken.height == 0 ||
        taken.width > longest || taken.height > longest) {
        return false;
    }
    pixel_format_ = pixel_format;
    width_ = static_cast<int>(taken.width);
    height_ = static_cast<int>(taken.height);
    // Some drivers leave it out.
    stride_ = taken.bytesperline == 0 ? 2 * width_ : static_cast<int>(taken.bytesperline);
    return true;
}

void VideoStream::ask_for_pace() {
    v4l2_streamparm pace{};
    pace.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    pace.parm.capture.timeperframe = {1, wanted_frames_a_second};
    // A camera that goes on at its own pace is as good: pictures that come too soon are left out.
    static_cast<void>(control(system_, device_, VIDIOC_S_PARM, pace));
}

bool VideoStream::maps_buffers() {
    v4l2_requestbuffers request{};
    request.count = buffer_count;
    request.type = V4L2_BUF_TYPE_VIDEO_CAPTURE;
    request.memory = V4L2_MEMORY_MMAP;
    if (control(system_, device_, VIDIOC_REQBUFS, request) != 0) return false;
    for (std::uint32_t i = 0; i < request.count; ++i) {
        v4l2_buffer buffer = captured_buffer(i);
        if (control(system_, device_, VIDIOC_QUERYBUF, buffer) != 0) return false;
        const auto memory = system_.map(device_, buffer.length, buffer.m.offset);
        if (memory.empty()) return false;
        buffers_.push_back(memory);
    }
    return !buffers_.empty();
}

int VideoStream::take(Filled& filled) {
    v4l2_buffer buffer = captured_buffer(0);
    if (const int error = control(system_, device_, VIDIOC_DQBUF, buffer); error != 0) return error;
    // A driver that names another buffer than it was given cannot be trusted with memory.
    if (buffer.index >= buffers_.size()) return EIO;
    filled = {buffer.index, std::min<std::size_t>(buffer.bytesused, buffers_[buffer.index].size()),
              (buffer.flags & V4L2_BUF_FLAG_ERROR) != 0};
    return 0;
}

int VideoStream::give_back(std::uint32_t buffer) {
    v4l2_buffer empty = captured_buffer(buffer);
    return control(system_, device_, VIDIOC_QBUF, empty);
}

Result<Reading> VideoStream::read(GreyFrame& frame, std::chrono::milliseconds longest) {
    if (!system_.wait(device_, longest)) return Reading::nothing_yet;
    std::optional<Filled> newest;
    for (std::size_t i = 0; i < buffers_.size(); ++i) {
        Filled filled;
        const int error = take(filled);
        if (error == EAGAIN) break;
        if (error != 0) return silent();
        if (newest && give_back(newest->buffer) != 0) return silent();
        newest = filled;
    }
    if (!newest) return Reading::nothing_yet;
    const bool is_decoded = decode(*newest, frame);
    if (give_back(newest->buffer) != 0) return silent();
    return is_decoded ? Reading::frame : Reading::nothing_yet;
}

bool VideoStream::decode(const Filled& filled, GreyFrame& frame) {
    if (filled.is_damaged) return false;
    const ByteView bytes = ByteView(buffers_[filled.buffer]).first(filled.used_bytes);
    auto decoded = pixel_format_ == V4L2_PIX_FMT_YUYV
                       ? grey_from_yuyv(bytes, width_, height_, stride_)
                       : decoder_.decode(bytes);
    if (decoded) frame = std::move(*decoded);
    return decoded.has_value();
}

Error VideoStream::silent() const {
    return input_error({"The camera {} does not answer."}, path_);
}

}  // namespace stormote
