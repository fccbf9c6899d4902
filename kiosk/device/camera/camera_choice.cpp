#include "kiosk/device/camera/camera_choice.h"

#include <filesystem>

#include "kiosk/device/camera/mjpeg_file_source.h"
#include "kiosk/device/camera/v4l2_source.h"

namespace stormote {

namespace {

class LinuxCamera final : public FrameSource {
  public:
    explicit LinuxCamera(const std::string& camera) : source_(system_, camera) {}

    [[nodiscard]] Result<Opening> open() override { return source_.open(); }
    [[nodiscard]] Result<Reading> read(GreyFrame& frame,
                                       std::chrono::milliseconds longest) override {
        return source_.read(frame, longest);
    }
    void close() override { source_.close(); }

  private:
    LinuxVideoSystem system_;
    V4l2Source source_;
};

bool is_file(const std::filesystem::path& path) {
    // A file that is not there yet is told by its ending: no camera is called so.
    const std::string ending = path.extension().string();
    std::error_code error;
    return ending == ".mjpeg" || ending == ".mjpg" || ending == ".jpg" ||
           std::filesystem::is_regular_file(path, error);
}

}  // namespace

Result<std::unique_ptr<FrameSource>> choose_camera(const std::string& choice) {
    std::unique_ptr<FrameSource> source;
    if (choice == "none") return source;
    if (is_file(choice)) {
        auto file = MjpegFileSource::load(choice);
        if (!file) return file.error();
        source = std::move(file).value();
    } else {
        source = std::make_unique<LinuxCamera>(choice);
    }
    return source;
}

}  // namespace stormote
