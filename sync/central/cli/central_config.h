// CentralConfig: the configuration file of stormote-central: everything that `serve` needs, and a
// database's password, which has no place on a command line. Lines "NAME = VALUE"; "#" begins a
// comment line. Any thread.
#pragma once

#include <string>

#include "sync/base/error.h"

namespace stormote {

struct CentralConfig {
    std::string store;
    std::string password;
    // As the options of serve.
    std::string listen;
    std::string certificate;
    std::string key;
    std::string log;
    std::string connections;
};

// Error: no such file, one that cannot be read or that everybody may read, or a line that is not
// understood; never what stands on it.
[[nodiscard]] Result<CentralConfig> read_central_config(const std::string& file);

}  // namespace stormote
