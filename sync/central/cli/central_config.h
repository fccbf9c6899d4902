// CentralConfig: the configuration file of stormote-central, which keeps a database's password out
// of command lines. Lines "store = STORE" and "password = PASSWORD"; "#" begins a comment line. Any
// thread.
#pragma once

#include <string>

#include "sync/base/error.h"

namespace stormote {

struct CentralConfig {
    std::string store;
    std::string password;
};

// Error: no such file, one that cannot be read or that everybody may read, or a line that is not
// understood; never what stands on it.
[[nodiscard]] Result<CentralConfig> read_central_config(const std::string& file);

}  // namespace stormote
