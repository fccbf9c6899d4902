// FakeVideo: an operating system with cameras of Video4Linux 2 that a test plays: which devices
// there are, what they can do, which pictures they send and when they fail. One thread.
#pragma once

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <deque>
#include <map>
#include <set>

#include <linux/videodev2.h>

#include "kiosk/device/camera/video_system.h"
#include "sync/base/bytes.h"

namespace stormote::testing {

struct FakeDevice {
    std::string name;
    std::uint32_t abilities = V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
    std::vector<std::uint32_t> formats{V4L2_PIX_FMT_YUYV, V4L2_PIX_FMT_MJPEG};
    std::uint32_t width = 0;  // whatever is asked for, where 0
    std::uint32_t height = 0;
    std::uint32_t bytes_per_row = 0;
    std::size_t buffer_bytes = 100'000;
    std::map<unsigned long, int> failures{};  // the errno of a request
    std::deque<Bytes> pictures{};             // that wait to be fetched
    std::uint32_t picture_flags = 0;

    // What the driver knows of the program's requests.
    bool is_streaming = false;
    std::uint32_t format = 0;
    std::vector<Bytes> buffers{};
    std::deque<std::uint32_t> queued{};
    std::uint32_t wrong_index = 0;  // added to the number of a fetched buffer
};

class FakeVideo final : public VideoSystem {
  public:
    std::map<std::string, FakeDevice> devices;
    int open_count = 0;
    std::set<const std::uint8_t *> mapped;

    [[nodiscard]] std::vector<std::string> device_paths() override {
        std::vector<std::string> paths;
        for (const auto& [path, device] : devices) paths.push_back(path);
        return paths;
    }
    [[nodiscard]] int open(const std::string& path) override {
        if (!devices.contains(path)) return -ENOENT;
        opened_.push_back(path);
        ++open_count;
        return static_cast<int>(opened_.size()) - 1;
    }
    void close(int /*device*/) override { --open_count; }
    [[nodiscard]] std::span<std::uint8_t> map(int number, std::size_t length,
                                              std::int64_t offset) override {
        if (length == 0) return {};
        Bytes& buffer = device(number)->buffers.at(static_cast<std::size_t>(offset));
        mapped.insert(buffer.data());
        return buffer;
    }
    void unmap(std::span<std::uint8_t> memory) override { mapped.erase(memory.data()); }
    [[nodiscard]] bool wait(int number, std::chrono::milliseconds /*longest*/) override {
        const FakeDevice *fake = device(number);
        return fake == nullptr || !fake->pictures.empty() || fake->failures.contains(VIDIOC_DQBUF);
    }

    [[nodiscard]] int control(int number, unsigned long request, void *argument) override {
        FakeDevice *fake = device(number);
        if (fake == nullptr) return ENODEV;
        if (const auto failure = fake->failures.find(request); failure != fake->failures.end())
            return failure->second;
        switch (request) {
            case VIDIOC_QUERYCAP:
                return tell_abilities(*fake, *static_cast<v4l2_capability *>(argument));
            case VIDIOC_ENUM_FMT:
                return tell_format(*fake, *static_cast<v4l2_fmtdesc *>(argument));
            case VIDIOC_S_FMT:
                return take_format(*fake, *static_cast<v4l2_format *>(argument));
            case VIDIOC_REQBUFS:
                return make_buffers(*fake, *static_cast<v4l2_requestbuffers *>(argument));
            case VIDIOC_QUERYBUF:
                return tell_buffer(*fake, *static_cast<v4l2_buffer *>(argument));
            case VIDIOC_QBUF:
                fake->queued.push_back(static_cast<v4l2_buffer *>(argument)->index);
                return 0;
            case VIDIOC_DQBUF:
                return fill_buffer(*fake, *static_cast<v4l2_buffer *>(argument));
            case VIDIOC_STREAMON:
            case VIDIOC_STREAMOFF:
                fake->is_streaming = request == VIDIOC_STREAMON;
                return 0;
            default:
                return ENOTTY;
        }
    }

  private:
    // Null when it was unplugged since.
    FakeDevice *device(int number) {
        const auto found = devices.find(opened_.at(static_cast<std::size_t>(number)));
        return found == devices.end() ? nullptr : &found->second;
    }
    static int tell_abilities(const FakeDevice& fake, v4l2_capability& answer) {
        std::memcpy(answer.card, fake.name.data(), std::min(fake.name.size(), sizeof answer.card));
        // All devices of a camera together say more than this one can do.
        answer.capabilities = V4L2_CAP_DEVICE_CAPS | V4L2_CAP_VIDEO_CAPTURE | V4L2_CAP_STREAMING;
        answer.device_caps = fake.abilities;
        return 0;
    }
    static int tell_format(const FakeDevice& fake, v4l2_fmtdesc& answer) {
        if (answer.index >= fake.formats.size()) return EINVAL;
        answer.pixelformat = fake.formats[answer.index];
        return 0;
    }
    static int take_format(FakeDevice& fake, v4l2_format& format) {
        fake.format = format.fmt.pix.pixelformat;
        if (fake.width != 0) format.fmt.pix.width = fake.width;
        if (fake.height != 0) format.fmt.pix.height = fake.height;
        format.fmt.pix.bytesperline = fake.bytes_per_row;
        return 0;
    }
    static int make_buffers(FakeDevice& fake, const v4l2_requestbuffers& request) {
        fake.buffers.assign(request.count, Bytes(fake.buffer_bytes));
        return 0;
    }
    static int tell_buffer(const FakeDevice& fake, v4l2_buffer& buffer) {
        buffer.length = static_cast<std::uint32_t>(fake.buffer_bytes);
        buffer.m.offset = buffer.index;
        return 0;
    }
    static int fill_buffer(FakeDevice& fake, v4l2_buffer& buffer) {
        if (fake.pictures.empty() || fake.queued.empty()) return EAGAIN;
        const Bytes picture = fake.pictures.front();
        fake.pictures.pop_front();
        buffer.index = fake.queued.front();
        fake.queued.pop_front();
        Bytes& target = fake.buffers.at(buffer.index);
        std::copy_n(picture.begin(), std::min(picture.size(), target.size()), target.begin());
        buffer.bytesused = static_cast<std::uint32_t>(picture.size());
        buffer.flags = fake.picture_flags;
        buffer.index += fake.wrong_index;
        return 0;
    }

    std::vector<std::string> opened_;
};

}  // namespace stormote::testing
