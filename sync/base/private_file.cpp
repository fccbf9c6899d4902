#include "sync/base/private_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace stormote {

void keep_new_files_private() {
    umask(S_IRWXG | S_IRWXO);
}

void create_private_file(const std::filesystem::path& path) {
    const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor >= 0) close(descriptor);
}

}  // namespace stormote
