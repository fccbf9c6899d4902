// DurableShadow: what a disk would hold of a folder after a power cut, kept in a second folder.
//
// The model is that of journaling file systems (ext4, XFS, btrfs) at their strictest:
// - The content of a file is durable as it was at the last sync of that file.
// - A name is durable once its folder was synced as it then stood: names made, changed and removed.
// - Syncing a file makes its own name durable too, and the folders above it; those file systems
//   promise that, POSIX does not. An old name of the file stays until its folder is synced.
// A file whose name is durable and which was never synced is empty.
//
// Used by the preloaded library within the program that is watched, and by the test that owns the
// disk; not by both at once. One thread at a time.
#pragma once

#include <filesystem>

#include <sys/types.h>

namespace stormote::testing {

class DurableShadow {
  public:
    // Both without symbolic links in them, and on one file system.
    DurableShadow(std::filesystem::path folder, std::filesystem::path shadow)
        : folder_(std::move(folder)), shadow_(std::move(shadow)) {}

    // Whether an open file or folder is watched.
    [[nodiscard]] bool covers(int descriptor) const;
    // What fsync() of the descriptor does to the disk.
    void sync(int descriptor) const;

    // The folder as the disk holds it.
    [[nodiscard]] std::filesystem::path disk() const { return shadow_ / "disk"; }
    // Where the durable content of a file is kept, whatever its name; it need not be there.
    [[nodiscard]] std::filesystem::path content_of(const std::filesystem::path& file) const;

  private:
    void sync_file(int descriptor, const std::filesystem::path& file) const;
    void sync_folder(const std::filesystem::path& folder) const;
    void take_name(const std::filesystem::path& file) const;
    [[nodiscard]] std::filesystem::path on_disk(const std::filesystem::path& path) const;

    std::filesystem::path folder_;
    std::filesystem::path shadow_;
};

}  // namespace stormote::testing
