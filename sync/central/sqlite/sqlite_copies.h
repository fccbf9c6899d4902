// Copies of a store in an SQLite file: made by SQLite's backup interface while others write, whole
// and checked, or not there. One thread; other programs may use the store meanwhile.
#pragma once

#include <filesystem>

#include "sync/base/crypto.h"
#include "sync/base/error.h"

namespace stormote {

[[nodiscard]] Result<> back_up_file(const std::filesystem::path& store,
                                    const std::filesystem::path& copy, std::int64_t now_ms);
[[nodiscard]] Result<> restore_file(const std::filesystem::path& store,
                                    const std::filesystem::path& copy, Random& random);
[[nodiscard]] Result<> renew_file(const std::filesystem::path& store, Random& random);

}  // namespace stormote
