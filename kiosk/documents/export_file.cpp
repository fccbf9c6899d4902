#include "kiosk/documents/export_file.h"

#include <algorithm>
#include <cstdlib>

#include <unistd.h>

#include "kiosk/documents/output_file.h"

namespace stormote {

namespace {

bool is_writable_folder(const std::filesystem::path& path) {
    std::error_code error;
    return std::filesystem::is_directory(path, error) && ::access(path.c_str(), W_OK) == 0;
}

// The folders in a folder; none where it cannot be read.
std::vector<std::filesystem::path> folders_in(const std::filesystem::path& parent) {
    std::vector<std::filesystem::path> folders;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator(parent, error)) {
        if (is_writable_folder(entry.path())) folders.push_back(entry.path());
    }
    std::sort(folders.begin(), folders.end());
    return folders;
}

}  // namespace

Result<std::filesystem::path> write_export(const ExportSource& source, const ChosenExport& chosen,
                                           const std::filesystem::path& folder) {
    std::string name = source.state.setting(SettingField::starts).substr(0, 10);
    if (!name.empty()) name += "-";
    name += source.texts.get(chosen.kind->file_name);
    name += ".";
    name += chosen.format->name;
    const std::filesystem::path path = folder / name;
    const auto content = chosen.format->write(source);
    if (!content) return content.error();
    auto written = write_whole_file(path, *content);
    if (!written) return written.error();
    return path;
}

std::vector<std::filesystem::path> find_export_folders() {
    std::vector<std::filesystem::path> folders;
    const char *user = std::getenv("USER");  // NOLINT(concurrency-mt-unsafe): nobody sets it
    if (user != nullptr) {
        for (const char *parent : {"/media", "/run/media"}) {
            const auto found = folders_in(std::filesystem::path(parent) / user);
            folders.insert(folders.end(), found.begin(), found.end());
        }
    }
    const char *home = std::getenv("HOME");  // NOLINT(concurrency-mt-unsafe): nobody sets it
    if (home == nullptr) return folders;
    for (const auto& path :
         {std::filesystem::path(home) / "Dokument", std::filesystem::path(home) / "Documents",
          std::filesystem::path(home)}) {
        if (is_writable_folder(path)) {
            folders.push_back(path);
            break;
        }
    }
    return folders;
}

}  // namespace stormote
