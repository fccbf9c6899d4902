#include "kiosk/documents/user_folders.h"

#include <algorithm>
#include <cstdlib>

#include <unistd.h>

namespace stormote {

namespace {

bool is_usable(const std::filesystem::path& path, FolderUse use) {
    std::error_code error;
    const int wanted = X_OK | (use == FolderUse::write ? W_OK : R_OK);
    return std::filesystem::is_directory(path, error) && ::access(path.c_str(), wanted) == 0;
}

// The folders in a folder; none where it cannot be read.
std::vector<std::filesystem::path> folders_in(const std::filesystem::path& parent, FolderUse use) {
    std::vector<std::filesystem::path> folders;
    std::error_code error;
    std::filesystem::directory_iterator entry(parent, error);
    // A stick may be pulled out meanwhile.
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        if (is_usable(entry->path(), use)) folders.push_back(entry->path());
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

}  // namespace

FolderPlaces folder_places() {
    FolderPlaces places;
    const char *user = std::getenv("USER");  // NOLINT(concurrency-mt-unsafe): nobody sets it
    const char *home = std::getenv("HOME");  // NOLINT(concurrency-mt-unsafe): nobody sets it
    if (user != nullptr) {
        for (const char *parent : {"/media", "/run/media"}) {
            places.plugged_in.push_back(std::filesystem::path(parent) / user);
        }
    }
    if (home != nullptr) places.home = home;
    return places;
}

std::vector<std::filesystem::path> find_user_folders(FolderUse use, const FolderPlaces& places) {
    std::vector<std::filesystem::path> folders;
    for (const std::filesystem::path& parent : places.plugged_in) {
        const auto found = folders_in(parent, use);
        folders.insert(folders.end(), found.begin(), found.end());
    }
    if (places.home.empty()) return folders;
    for (const auto& path : {places.home / "Dokument", places.home / "Documents", places.home}) {
        if (is_usable(path, use)) {
            folders.push_back(path);
            break;
        }
    }
    return folders;
}

}  // namespace stormote
