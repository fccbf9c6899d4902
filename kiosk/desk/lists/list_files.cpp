#include "kiosk/desk/lists/list_files.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <fstream>

#include "kiosk/lists/list_text.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

// More than anybody has on a stick for an evening; who looks further waits for the disk.
constexpr std::size_t most_entries = 5000;

bool is_list(const std::filesystem::path& path) {
    const std::string name = fold_text(path.filename().string());
    // What office programs leave beside a file that is open.
    if (name.starts_with(".") || name.starts_with("~$")) return false;
    return name.ends_with(".xlsx") || name.ends_with(".ods") || name.ends_with(".csv");
}

std::int64_t changed_ms(const std::filesystem::directory_entry& entry) {
    using namespace std::chrono;
    std::error_code error;
    const auto changed = entry.last_write_time(error);
    if (error) return 0;
    return duration_cast<milliseconds>(file_clock::to_sys(changed).time_since_epoch()).count();
}

void find_in(const std::filesystem::path& folder, int depth, std::size_t& looked_at,
             std::vector<ListFile>& files) {
    std::error_code error;
    std::filesystem::directory_iterator entry(folder, error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        if (++looked_at > most_entries) return;
        std::error_code of_entry;
        const std::string name = entry->path().filename().string();
        if (entry->is_directory(of_entry)) {
            if (depth > 0 && !name.starts_with(".")) {
                find_in(entry->path(), depth - 1, looked_at, files);
            }
        } else if (entry->is_regular_file(of_entry) && is_list(entry->path())) {
            files.push_back({entry->path(), changed_ms(*entry)});
        }
    }
}

}  // namespace

std::vector<ListFile> find_list_files(const std::vector<std::filesystem::path>& folders) {
    std::vector<ListFile> files;
    for (const std::filesystem::path& folder : folders) {
        std::size_t looked_at = 0;
        find_in(folder, 1, looked_at, files);
    }
    std::sort(files.begin(), files.end(), [](const ListFile& left, const ListFile& right) {
        if (left.changed_ms != right.changed_ms) return left.changed_ms > right.changed_ms;
        return left.path < right.path;
    });
    const auto twice =
        std::unique(files.begin(), files.end(),
                    [](const auto& left, const auto& right) { return left.path == right.path; });
    files.erase(twice, files.end());
    return files;
}

std::string read_list_stream(std::istream& stream) {
    std::string bytes;
    std::array<char, 65536> part{};
    while (stream && bytes.size() <= most_list_bytes) {
        stream.read(part.data(), part.size());
        bytes.append(part.data(), static_cast<std::size_t>(stream.gcount()));
    }
    return bytes;
}

Result<std::string> read_list_file(const std::filesystem::path& file) {
    std::error_code error;
    const auto kind = std::filesystem::status(file, error).type();
    if (kind == std::filesystem::file_type::not_found) {
        return input_error({"There is no file {}. Check the name and the folder."}, file.string());
    }
    if (kind == std::filesystem::file_type::directory) {
        return input_error({"{} is a folder. Name a file."}, file.string());
    }
    std::ifstream stream(file, std::ios::binary);
    std::string bytes = read_list_stream(stream);
    if (!stream && !stream.eof()) {
        return machine_error({"{} cannot be opened. Check the name and that you may read it."},
                             file.string());
    }
    return bytes;
}

}  // namespace stormote
