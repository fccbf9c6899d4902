// MountedDisk: a disk of a test's own, small or read-only, gone when the owner goes. Where this
// machine lets nobody mount one, is_mounted() says so and the test has to say that it was skipped.
#pragma once

#include <cerrno>
#include <filesystem>
#include <string>
#include <utility>

#include <sys/mount.h>

namespace stormote {

class MountedDisk {
  public:
    // An empty one of that size, in memory.
    static MountedDisk of_size(const std::filesystem::path& place, std::size_t bytes) {
        std::filesystem::create_directories(place);
        const std::string options = "size=" + std::to_string(bytes);
        return {place, mount("tmpfs", place.c_str(), "tmpfs", 0, options.c_str()) == 0};
    }
    // A folder seen once more at `place`, where nothing can be written.
    static MountedDisk read_only(const std::filesystem::path& folder,
                                 const std::filesystem::path& place) {
        std::filesystem::create_directories(place);
        if (mount(folder.c_str(), place.c_str(), nullptr, MS_BIND, nullptr) != 0) {
            return {place, false};
        }
        MountedDisk disk(place, true);
        disk.is_usable_ =
            mount(nullptr, place.c_str(), nullptr, MS_BIND | MS_REMOUNT | MS_RDONLY, nullptr) == 0;
        return disk;
    }
    ~MountedDisk() {
        if (is_mounted_) umount2(place_.c_str(), MNT_DETACH);
    }
    MountedDisk(MountedDisk&& other) noexcept
        : place_(std::move(other.place_)),
          is_mounted_(other.is_mounted_),
          is_usable_(other.is_usable_) {
        other.is_mounted_ = false;
    }
    MountedDisk& operator=(MountedDisk&&) = delete;
    MountedDisk(const MountedDisk&) = delete;
    MountedDisk& operator=(const MountedDisk&) = delete;

    [[nodiscard]] bool is_mounted() const { return is_usable_; }

  private:
    MountedDisk(std::filesystem::path place, bool is_mounted)
        : place_(std::move(place)), is_mounted_(is_mounted), is_usable_(is_mounted) {}

    std::filesystem::path place_;
    bool is_mounted_;
    bool is_usable_;
};

}  // namespace stormote
