#include "kiosk/ui/platform/compose_cache.h"

#include <cstdlib>
#include <system_error>

namespace stormote {

void keep_compose_table(const std::filesystem::path& folder) {
    std::error_code failure;
    std::filesystem::create_directories(folder, failure);
    if (!failure) setenv("XCOMPOSECACHE", folder.c_str(), 0);
}

}  // namespace stormote
