// Bundle file: an event's record by memory stick: written to a file, and taken in from one by the
// way of what a store sends. On the desk's thread, since it waits for a disk; keeps nothing.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "kiosk/desk/desk.h"
#include "sync/replication/bundle.h"

namespace stormote {

// Writes the file whole, or not at all. Error: it cannot be written.
Result<BundleContents> write_bundle_file(Desk& desk, const std::filesystem::path& file);

struct MergedBundle {
    BundleContents contents;
    std::uint64_t added = 0;
    std::uint64_t known = 0;
    std::uint64_t put_aside = 0;  // they contradict the record
    std::vector<RefusedRun> refused{};
};
// Takes in what the file has and the event has not, all in one step. Error: as BundleReader::open,
// or no such file; the event is as it was then.
Result<MergedBundle> merge_bundle_file(Desk& desk, const std::filesystem::path& file);

// "stormote-3f2a91c0.bundle": the same for all bundles of a device, so that a newer one takes the
// place of the one before, and two devices write two files.
[[nodiscard]] std::string bundle_file_name(const DeviceId& device);
// The bundles of an event that lie in the folders, by name, whoever wrote them. A folder that
// cannot be read has none.
[[nodiscard]] std::vector<std::filesystem::path> find_bundle_files(
    const EventId& event, const std::vector<std::filesystem::path>& folders);

}  // namespace stormote
