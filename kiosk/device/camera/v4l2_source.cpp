#include "kiosk/device/camera/v4l2_source.h"

#include "sync/base/text_folding.h"

namespace stormote {

Result<Opening> V4l2Source::open() {
    if (camera_.starts_with('/')) return open_path(camera_);
    for (const std::string& path : system_.device_paths()) {
        if (!is_called_so(path)) continue;
        auto opened = open_path(path);
        // Asked for by name, its own fault says more than that there is none.
        if (opened || !camera_.empty()) return opened;
    }
    if (camera_.empty()) return Opening::no_camera;
    return input_error({"There is no camera called {}."}, camera_);
}

bool V4l2Source::is_called_so(const std::string& path) {
    const int device = system_.open(path);
    if (device < 0) return false;
    const std::string name = camera_name(system_, device);
    system_.close(device);
    return !name.empty() && fold_text(name).find(fold_text(camera_)) != std::string::npos;
}

Result<Opening> V4l2Source::open_path(const std::string& path) {
    auto opened = VideoStream::open(system_, path);
    if (!opened) return opened.error();
    stream_ = std::move(opened).value();
    return Opening::opened;
}

Result<Reading> V4l2Source::read(GreyFrame& frame, std::chrono::milliseconds longest) {
    return stream_->read(frame, longest);
}

}  // namespace stormote
