#include "sync/journal/file/writer_lock.h"

#include <cerrno>
#include <fstream>
#include <optional>
#include <sstream>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace stormote {

namespace {

struct Holder {
    std::string program;
    std::string process;
};

// From the kernel's list of locks; nothing where another user's program hides.
std::optional<Holder> find_holder(int descriptor) {
    struct stat file {};
    fstat(descriptor, &file);
    std::ifstream locks("/proc/locks");
    std::string line;
    while (std::getline(locks, line)) {
        // "1: FLOCK  ADVISORY  WRITE 123 fe:00:4567 0 EOF"
        std::istringstream words(line);
        std::string number;
        std::string kind;
        std::string mode;
        std::string access;
        std::string process;
        std::string place;
        words >> number >> kind >> mode >> access >> process >> place;
        const auto colon = place.rfind(':');
        if (kind != "FLOCK" || colon == std::string::npos ||
            place.substr(colon + 1) != std::to_string(file.st_ino)) {
            continue;
        }
        std::ifstream name_file("/proc/" + process + "/comm");
        std::string name;
        std::getline(name_file, name);
        if (!name.empty()) return Holder{name, process};
    }
    return std::nullopt;
}

Error already_open(const std::filesystem::path& file, const std::optional<Holder>& holder) {
    if (!holder) {
        return input_error({"{} is open in another program. Close that program first; two must "
                            "not write to the same event."},
                           file.string());
    }
    return input_error({"{} is open in {} (process {}). Close that program first; two must not "
                        "write to the same event."},
                       file.string(), holder->program, holder->process);
}

}  // namespace

Result<WriterLock> WriterLock::take(const std::filesystem::path& file) {
    const int descriptor = open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) {
        return machine_error({"{} cannot be opened. Check the name and that you may read it."},
                             file.string());
    }
    WriterLock lock(descriptor);
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        return already_open(file, find_holder(descriptor));
    }
    return lock;
}

WriterLock::WriterLock(WriterLock&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)) {}

WriterLock& WriterLock::operator=(WriterLock&& other) noexcept {
    std::swap(descriptor_, other.descriptor_);
    return *this;
}

WriterLock::~WriterLock() {
    if (descriptor_ >= 0) close(descriptor_);
}

}  // namespace stormote
