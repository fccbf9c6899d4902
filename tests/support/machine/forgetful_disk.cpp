#include "tests/support/machine/forgetful_disk.h"

#include <algorithm>
#include <set>

#include <fcntl.h>
#include <unistd.h>

#include "sync/base/random.h"
#include "tests/support/machine/process.h"

namespace stormote::testing {

namespace fs = std::filesystem;

namespace {

// What a disk writes as a whole.
constexpr std::size_t sector_size = 512;

// Some sectors of the one, some of the other, and the length of either.
Bytes tear(const Bytes& durable, const Bytes& written, Random& random) {
    Bytes torn = random.below(2) == 0 ? durable : written;
    for (std::size_t start = 0; start < torn.size(); start += sector_size) {
        const Bytes& source = random.below(2) == 0 ? durable : written;
        const std::size_t end = std::min(start + sector_size, torn.size());
        for (std::size_t i = start; i < end; ++i) torn[i] = i < source.size() ? source[i] : 0;
    }
    return torn;
}

// A folder whose names are those of before or of after, never a mixture: a renamed file has one
// name or the other.
void tear_folder(const fs::path& now, const fs::path& disk, const DurableShadow& shadow,
                 const fs::path& result, Random& random) {
    const bool has_new_names = !fs::exists(disk) || (fs::exists(now) && random.below(2) == 0);
    const fs::path& names = has_new_names ? now : disk;
    fs::create_directories(result);
    std::set<fs::path> entries;
    for (const auto& entry : fs::directory_iterator(names)) entries.insert(entry.path().filename());
    for (const fs::path& name : entries) {
        if (fs::is_directory(names / name)) {
            tear_folder(now / name, disk / name, shadow, result / name, random);
            continue;
        }
        const bool is_there = fs::exists(now / name);
        const fs::path content = is_there ? shadow.content_of(now / name) : disk / name;
        // Of a file that was replaced meanwhile the old name keeps what it had.
        std::error_code error;
        const bool is_same =
            is_there && (!fs::exists(disk / name) || fs::equivalent(content, disk / name, error));
        if (is_same || (has_new_names && is_there)) {
            write_file(result / name, tear(read_file(content), read_file(now / name), random));
        } else {
            write_file(result / name, read_file(disk / name));
        }
    }
}

}  // namespace

ForgetfulDisk::ForgetfulDisk() {
    fs::create_directories(folder_);
    settle();
}

std::vector<std::pair<std::string, std::string>> ForgetfulDisk::environment(
    std::optional<int> cut_at_sync) const {
    std::vector<std::pair<std::string, std::string>> variables = {
        {"LD_PRELOAD", (program_directory() / "libforgetful_probe.so").string()},
        {"STORMOTE_FORGETFUL_FOLDER", folder_.string()},
        {"STORMOTE_FORGETFUL_SHADOW", shadow_folder_.string()}};
    if (cut_at_sync) variables.emplace_back("STORMOTE_CUT_AT_SYNC", std::to_string(*cut_at_sync));
    return variables;
}

void ForgetfulDisk::settle() {
    fs::remove_all(shadow_folder_);
    fs::create_directories(shadow_.disk());
    const auto sync = [this](const fs::path& path) {
        const int descriptor = open(path.c_str(), O_RDONLY | O_CLOEXEC);
        shadow_.sync(descriptor);
        close(descriptor);
    };
    sync(folder_);
    for (const auto& entry : fs::recursive_directory_iterator(folder_)) sync(entry.path());
}

void ForgetfulDisk::cut_power(Unsynced unsynced, std::uint64_t seed) {
    const fs::path result = place_ / "after";
    switch (unsynced) {
        case Unsynced::kept:
            return settle();
        case Unsynced::lost:
            fs::copy(shadow_.disk(), result, fs::copy_options::recursive);
            break;
        case Unsynced::torn: {
            SeededRandom random(seed);
            tear_folder(folder_, shadow_.disk(), shadow_, result, random);
            break;
        }
    }
    fs::remove_all(folder_);
    fs::rename(result, folder_);
    settle();
}

void ForgetfulDisk::keep_copy() {
    fs::remove_all(place_ / "copy");
    fs::copy(folder_, place_ / "copy", fs::copy_options::recursive);
}

void ForgetfulDisk::return_to_copy() {
    fs::remove_all(folder_);
    fs::copy(place_ / "copy", folder_, fs::copy_options::recursive);
    settle();
}

}  // namespace stormote::testing
