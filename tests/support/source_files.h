// Source files: the project's own sources as text, for tests that read them. The folder comes from
// the build, as STORMOTE_SOURCES.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace stormote::testing {

struct SourceFile {
    std::string path;  // from the top of the project, as in "sync/base/error.h"
    std::string text;
};

// The .h and .cpp files of a folder of the project, sorted; none when there is no such folder.
inline std::vector<SourceFile> read_sources(const std::string& folder) {
    const std::filesystem::path top = STORMOTE_SOURCES;
    std::vector<SourceFile> files;
    if (!std::filesystem::is_directory(top / folder)) return files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(top / folder)) {
        const auto extension = entry.path().extension();
        if (extension != ".h" && extension != ".cpp") continue;
        std::ifstream stream(entry.path());
        files.push_back({std::filesystem::relative(entry.path(), top).string(),
                         {std::istreambuf_iterator<char>(stream), {}}});
    }
    std::sort(files.begin(), files.end(),
              [](const auto& left, const auto& right) { return left.path < right.path; });
    return files;
}

}  // namespace stormote::testing
