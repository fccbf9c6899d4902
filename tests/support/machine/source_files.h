// Source files: the project's own sources as text, for tests that read them. The folder comes from
// the build, as STORMOTE_SOURCES.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <string>
#include <vector>

namespace stormote::testing {

struct SourceFile {
    std::string path;  // from the top of the project, as in "sync/base/error.h"
    std::string text;
};

// One file of the project as text, from the top as in "sync/README.md"; empty when it is not there.
inline std::string read_source(const std::string& path) {
    std::ifstream stream(std::filesystem::path(STORMOTE_SOURCES) / path);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// The files of a folder of the project that end in one of these, sorted; none when there is no such
// folder. Of the top, "", only those that lie in itself: what is built lies below it, too.
inline std::vector<SourceFile> read_files(const std::string& folder,
                                          const std::set<std::string>& endings) {
    const std::filesystem::path top = STORMOTE_SOURCES;
    std::vector<SourceFile> files;
    if (!std::filesystem::is_directory(top / folder)) return files;
    std::filesystem::recursive_directory_iterator entries(top / folder);
    for (const auto end = std::filesystem::end(entries); entries != end; ++entries) {
        const auto& entry = *entries;
        if (folder.empty()) entries.disable_recursion_pending();
        if (!endings.contains(entry.path().extension().string())) continue;
        const std::string path = std::filesystem::relative(entry.path(), top).string();
        files.push_back({path, read_source(path)});
    }
    std::sort(files.begin(), files.end(),
              [](const auto& left, const auto& right) { return left.path < right.path; });
    return files;
}

// The .h and .cpp files of a folder.
inline std::vector<SourceFile> read_sources(const std::string& folder) {
    return read_files(folder, {".h", ".cpp"});
}

}  // namespace stormote::testing
