#include "tests/support/machine/durable_shadow.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace stormote::testing {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t piece_size = 64U << 10;

fs::path path_of(int descriptor) {
    std::error_code error;
    return fs::read_symlink("/proc/self/fd/" + std::to_string(descriptor), error);
}

bool is_below(const fs::path& path, const fs::path& folder) {
    return std::mismatch(folder.begin(), folder.end(), path.begin(), path.end()).first ==
           folder.end();
}

std::size_t read_piece(int descriptor, std::vector<char>& piece, off_t offset) {
    const ssize_t size = pread(descriptor, piece.data(), piece_size, offset);
    return size < 0 ? 0 : static_cast<std::size_t>(size);
}

// In place and only what differs: a program that is killed in the middle has synced a part, and
// lost nothing that was synced before.
void copy_content(int from, int to) {
    std::vector<char> now(piece_size);
    std::vector<char> before(piece_size);
    off_t offset = 0;
    for (;;) {
        const std::size_t size = read_piece(from, now, offset);
        if (size == 0) break;
        const std::size_t known = read_piece(to, before, offset);
        if (known != size ||
            !std::equal(now.begin(), now.begin() + static_cast<long>(size), before.begin())) {
            [[maybe_unused]] const ssize_t written = pwrite(to, now.data(), size, offset);
        }
        offset += static_cast<off_t>(size);
    }
    [[maybe_unused]] const int cut = ftruncate(to, offset);
}

}  // namespace

bool DurableShadow::covers(int descriptor) const {
    return is_below(path_of(descriptor), folder_);
}

void DurableShadow::sync(int descriptor) const {
    struct stat status {};
    if (fstat(descriptor, &status) != 0) return;
    const fs::path path = path_of(descriptor);
    if (S_ISDIR(status.st_mode)) sync_folder(path);
    if (S_ISREG(status.st_mode) && status.st_nlink > 0) sync_file(descriptor, path);
}

fs::path DurableShadow::content_of(const fs::path& file) const {
    // An inode's number alone may have belonged to a file that is gone.
    struct statx status {};
    statx(AT_FDCWD, file.c_str(), 0, STATX_INO | STATX_BTIME, &status);
    return shadow_ / "content" /
           (std::to_string(status.stx_ino) + "-" + std::to_string(status.stx_btime.tv_sec) + "-" +
            std::to_string(status.stx_btime.tv_nsec));
}

void DurableShadow::sync_file(int descriptor, const fs::path& file) const {
    const fs::path content = content_of(file);
    fs::create_directories(content.parent_path());
    const int to = open(content.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    // Through the program's own descriptor where it can be read: closing another one of the same
    // file would give up the program's locks.
    const bool is_readable = (fcntl(descriptor, F_GETFL) & O_ACCMODE) != O_WRONLY;
    const int from = is_readable ? descriptor : open(file.c_str(), O_RDONLY | O_CLOEXEC);
    copy_content(from, to);
    if (!is_readable) close(from);
    close(to);
    take_name(file);
}

void DurableShadow::sync_folder(const fs::path& folder) const {
    const fs::path disk = on_disk(folder);
    fs::create_directories(disk);
    for (const auto& entry : fs::directory_iterator(folder)) {
        if (entry.is_regular_file()) take_name(entry.path());
        if (entry.is_directory() && !fs::exists(on_disk(entry.path()))) {
            fs::create_directory(on_disk(entry.path()));
            // A folder that was renamed keeps what was durable in it.
            for (const auto& inner : fs::recursive_directory_iterator(entry.path())) {
                if (inner.is_regular_file() && fs::exists(content_of(inner.path()))) {
                    take_name(inner.path());
                }
            }
        }
    }
    std::vector<fs::path> gone;
    for (const auto& entry : fs::directory_iterator(disk)) {
        if (!fs::exists(folder / entry.path().filename())) gone.push_back(entry.path());
    }
    for (const fs::path& path : gone) fs::remove_all(path);
}

void DurableShadow::take_name(const fs::path& file) const {
    const fs::path content = content_of(file);
    fs::create_directories(content.parent_path());
    close(open(content.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600));
    const fs::path name = on_disk(file);
    fs::create_directories(name.parent_path());
    std::error_code error;
    if (fs::equivalent(name, content, error)) return;
    // Under another name first: the one that was durable is never missing.
    const fs::path draft = shadow_ / "draft";
    fs::remove(draft, error);
    fs::create_hard_link(content, draft);
    fs::rename(draft, name);
}

fs::path DurableShadow::on_disk(const fs::path& path) const {
    const fs::path inner = path.lexically_relative(folder_);
    return inner == "." ? disk() : disk() / inner;
}

}  // namespace stormote::testing
