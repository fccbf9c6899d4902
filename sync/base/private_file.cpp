#include "sync/base/private_file.h"

#include <cerrno>
#include <cstdio>
#include <cstdlib>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "sync/base/durable_folder.h"
#include "sync/base/error.h"

namespace stormote {

namespace fs = std::filesystem;

namespace {

bool write_all(int descriptor, std::string_view text) {
    return descriptor >= 0 &&
           write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
           fsync(descriptor) == 0;
}

// Where a name is taken, false and EEXIST. Some file systems know no hard links, others no such
// renaming.
bool name_if_free(const std::string& draft, const fs::path& path) {
    if (renameat2(AT_FDCWD, draft.c_str(), AT_FDCWD, path.c_str(), RENAME_NOREPLACE) == 0) {
        return true;
    }
    if (errno != EINVAL && errno != ENOSYS) return false;
    if (link(draft.c_str(), path.c_str()) != 0) return false;
    unlink(draft.c_str());
    return true;
}

[[noreturn]] void fail_unwritable(const fs::path& path) {
    throw MachineFailure(
        machine_error({"{} cannot be written. Check that the disk has space and that you may "
                       "write there."},
                      path.string()));
}

}  // namespace

void keep_new_files_private() {
    umask(S_IRWXG | S_IRWXO);
}

void create_private_file(const std::filesystem::path& path) {
    const int descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor >= 0) close(descriptor);
}

void create_private_folder(const fs::path& path) {
    std::error_code error;
    const bool is_first = fs::create_directories(path, error);
    fs::permissions(path, fs::perms::owner_all, error);
    if (is_first) make_folder_durable(path.parent_path());
}

void replace_private_file(const fs::path& path, std::string_view text) {
    const fs::path folder = path.parent_path();
    create_private_folder(folder);
    std::error_code error;
    const fs::path draft = path.string() + ".new";
    const int descriptor = open(draft.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    const bool is_written = write_all(descriptor, text);
    if (descriptor >= 0) close(descriptor);
    if (is_written) fs::rename(draft, path, error);
    make_folder_durable(folder);
    if (!is_written || error) fail_unwritable(path);
}

bool add_private_file(const fs::path& path, std::string_view text) {
    create_private_folder(path.parent_path());
    // Of this program alone: two would write into one.
    std::string draft = path.string() + ".XXXXXX";
    const int descriptor = mkostemp(draft.data(), O_CLOEXEC);
    const bool is_written = write_all(descriptor, text);
    if (descriptor >= 0) close(descriptor);
    const bool is_added = is_written && name_if_free(draft, path);
    const bool is_there = is_written && !is_added && errno == EEXIST;
    if (descriptor >= 0 && !is_added) unlink(draft.c_str());
    if (!is_added && !is_there) fail_unwritable(path);
    make_folder_durable(path.parent_path());
    return is_added;
}

}  // namespace stormote
