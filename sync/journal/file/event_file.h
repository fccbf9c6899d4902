// Event file: how an event file and its second part, FILE-wal, look from outside, before SQLite
// opens them. Nothing here is called while this process has the file open: closing any descriptor
// of a file drops SQLite's locks on it.
#pragma once

#include <filesystem>

#include "sync/base/error.h"
#include "sync/journal/file/wal_check.h"
#include "sync/model/ids.h"

namespace stormote {

enum class JournalAccess : std::uint8_t { read, write };

[[nodiscard]] std::filesystem::path wal_of(const std::filesystem::path& file);

// Whether new files can be made beside it.
[[nodiscard]] bool is_folder_writable(const std::filesystem::path& file);

[[nodiscard]] Error not_an_event_file(const std::filesystem::path& file);
// Where the record in it contradicts itself or cannot be read.
[[nodiscard]] Error damaged_operation(const std::filesystem::path& file, const DeviceId& device,
                                      std::uint64_t sequence);
// Error: it is missing, no event file, or of a newer version.
Result<> check_event_file(const std::filesystem::path& file);

// Error when confirmed operations cannot be read: the file was copied without its WAL while it
// was open, or the WAL is damaged.
Result<> check_is_whole(const std::filesystem::path& file, JournalAccess access);

// Writes the space of the WAL beforehand, unless it has some: a commit then overwrites blocks
// instead of making the file longer, which costs the disk half as much. May be called while
// SQLite has the WAL open and nothing is in it.
void reserve_wal(const std::filesystem::path& file, std::size_t bytes);

// Throws MachineFailure that names the path.
[[noreturn]] void fail_to_write(const std::filesystem::path& path);

}  // namespace stormote
