// Passphrase file: an event's passphrase in a file, for programs that nobody sits at. Any thread.
#pragma once

#include <string>

#include "sync/base/error.h"

namespace stormote {

// The first line of the file. Error when there is no such file, or nothing on that line.
[[nodiscard]] Result<std::string> read_passphrase_file(const std::string& file);

}  // namespace stormote
