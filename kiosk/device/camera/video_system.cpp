#include "kiosk/device/camera/video_system.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <unistd.h>

namespace stormote {

namespace {

// Of "video12"; nothing for another name.
std::optional<int> number_of(const std::string& name) {
    constexpr std::string_view prefix = "video";
    if (!name.starts_with(prefix)) return std::nullopt;
    int number = 0;
    const char *end = name.data() + name.size();
    const auto read = std::from_chars(name.data() + prefix.size(), end, number);
    if (read.ec != std::errc() || read.ptr != end) return std::nullopt;
    return number;
}

}  // namespace

std::vector<std::string> LinuxVideoSystem::device_paths() {
    std::vector<std::pair<int, std::string>> found;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(device_directory_, error), end;
         !error && entry != end; entry.increment(error)) {
        const auto number = number_of(entry->path().filename().string());
        if (number) found.emplace_back(*number, entry->path().string());
    }
    std::sort(found.begin(), found.end());
    std::vector<std::string> paths;
    paths.reserve(found.size());
    for (auto& [number, path] : found) paths.push_back(std::move(path));
    return paths;
}

int LinuxVideoSystem::open(const std::string& path) {
    // Not blocking, so that fetching a picture that is not there yet comes back at once.
    const int device = ::open(path.c_str(), O_RDWR | O_NONBLOCK | O_CLOEXEC);
    return device < 0 ? -errno : device;
}

void LinuxVideoSystem::close(int device) {
    ::close(device);
}

int LinuxVideoSystem::control(int device, unsigned long request, void *argument) {
    while (::ioctl(device, request, argument) != 0) {
        if (errno != EINTR) return errno;
    }
    return 0;
}

std::span<std::uint8_t> LinuxVideoSystem::map(int device, std::size_t length, std::int64_t offset) {
    void *memory = ::mmap(nullptr, length, PROT_READ | PROT_WRITE, MAP_SHARED, device, offset);
    if (memory == MAP_FAILED) return {};
    return {static_cast<std::uint8_t *>(memory), length};
}

void LinuxVideoSystem::unmap(std::span<std::uint8_t> memory) {
    ::munmap(memory.data(), memory.size());
}

bool LinuxVideoSystem::wait(int device, std::chrono::milliseconds longest) {
    pollfd waiting{device, POLLIN, 0};
    return ::poll(&waiting, 1, static_cast<int>(longest.count())) > 0;
}

}  // namespace stormote
