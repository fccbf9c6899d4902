// ForgetfulDisk: a folder that programs write to, and from which a power cut takes what they did
// not sync, whatever the disk beneath it is.
//
// A program that is started with environment() reports its syncs (forgetful_probe.cpp); what is
// synced means is described in durable_shadow.h. One thread.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tests/support/machine/durable_shadow.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote::testing {

// What the disk has kept of that which was not synced: real disks may keep nothing, everything, or
// some sectors of some files.
enum class Unsynced : std::uint8_t { lost, torn, kept };

class ForgetfulDisk {
  public:
    ForgetfulDisk();

    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }
    // For a program that writes there; it is killed instead of making that sync, where one is
    // given.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> environment(
        std::optional<int> cut_at_sync = std::nullopt) const;

    // Everything in the folder is on the disk, whoever wrote it.
    void settle();
    // The folder becomes what the disk held. No program may use it any more. The seed says what
    // is torn.
    void cut_power(Unsynced unsynced, std::uint64_t seed = 1);

    // Keeps a copy of the folder, and makes the folder what it was then, all of it on the disk.
    void keep_copy();
    void return_to_copy();

  private:
    TemporaryFolder place_;
    // Without symbolic links, as the kernel names open files.
    std::filesystem::path folder_ = std::filesystem::canonical(place_.path()) / "folder";
    std::filesystem::path shadow_folder_ = std::filesystem::canonical(place_.path()) / "shadow";
    DurableShadow shadow_{folder_, shadow_folder_};
};

}  // namespace stormote::testing
