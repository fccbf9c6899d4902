// Durable folder: names that survive a power cut. Any thread.
#pragma once

#include <filesystem>

namespace stormote {

// Waits until the names of new and renamed files in the folder are on the disk. A file's own flush
// does not do that. A folder that cannot be opened is left as it is: some disks have no such thing.
void make_folder_durable(const std::filesystem::path& folder);

}  // namespace stormote
