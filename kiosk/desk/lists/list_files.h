// List files: the lists that lie in folders, such as those of a stick, and what is in one. Waits
// for a disk: not for the screen thread.
#pragma once

#include <cstdint>
#include <filesystem>
#include <istream>
#include <string>
#include <vector>

#include "sync/base/error.h"

namespace stormote {

struct ListFile {
    std::filesystem::path path;
    std::int64_t changed_ms = 0;  // wall clock
};

// Spreadsheets and CSV in the folders and in the folders in these, newest first; what cannot be
// looked at is left out.
[[nodiscard]] std::vector<ListFile> find_list_files(
    const std::vector<std::filesystem::path>& folders);

// The bytes of a list; where it is larger than one may be, only so many that it shows.
[[nodiscard]] std::string read_list_stream(std::istream& stream);
// Error: missing, a folder, or unreadable.
[[nodiscard]] Result<std::string> read_list_file(const std::filesystem::path& file);

}  // namespace stormote
