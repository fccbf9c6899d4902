#include "sync/base/durable_folder.h"

#include <fcntl.h>
#include <unistd.h>

namespace stormote {

void make_folder_durable(const std::filesystem::path& folder) {
    const int descriptor = open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    fsync(descriptor);
    close(descriptor);
}

}  // namespace stormote
