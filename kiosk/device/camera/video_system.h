// VideoSystem: what the operating system offers for cameras (Video4Linux 2), as thin as can be, so
// that a test can play a camera. One thread.
#pragma once

#include <chrono>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace stormote {

class VideoSystem {
  public:
    virtual ~VideoSystem() = default;
    // "/dev/video0" and so on, by number.
    [[nodiscard]] virtual std::vector<std::string> device_paths() = 0;
    // A number from 0 on, or an errno as a negative number.
    [[nodiscard]] virtual int open(const std::string& path) = 0;
    virtual void close(int device) = 0;
    // A VIDIOC_ request with its argument; 0, or an errno.
    [[nodiscard]] virtual int control(int device, unsigned long request, void *argument) = 0;
    // Empty where that fails.
    [[nodiscard]] virtual std::span<std::uint8_t> map(int device, std::size_t length,
                                                      std::int64_t offset) = 0;
    virtual void unmap(std::span<std::uint8_t> memory) = 0;
    // Until a picture or an error waits to be fetched; whether one does.
    [[nodiscard]] virtual bool wait(int device, std::chrono::milliseconds longest) = 0;
};

class LinuxVideoSystem final : public VideoSystem {
  public:
    explicit LinuxVideoSystem(std::string device_directory = "/dev")
        : device_directory_(std::move(device_directory)) {}

    [[nodiscard]] std::vector<std::string> device_paths() override;
    [[nodiscard]] int open(const std::string& path) override;
    void close(int device) override;
    [[nodiscard]] int control(int device, unsigned long request, void *argument) override;
    [[nodiscard]] std::span<std::uint8_t> map(int device, std::size_t length,
                                              std::int64_t offset) override;
    void unmap(std::span<std::uint8_t> memory) override;
    [[nodiscard]] bool wait(int device, std::chrono::milliseconds longest) override;

  private:
    std::string device_directory_;
};

}  // namespace stormote
