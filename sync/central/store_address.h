// Which kind of store an address means: "sqlite:FILE" or "postgresql://HOST/DATABASE"
// (postgres/pg_address.h). Pure, any thread.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "sync/base/error.h"

namespace stormote {

// Nothing where it is no file.
[[nodiscard]] std::optional<std::filesystem::path> sqlite_file_of(const std::string& url);
// Never more of the address than its kind: what follows might hold a password.
[[nodiscard]] Error unknown_store_kind(const std::string& url);

}  // namespace stormote
