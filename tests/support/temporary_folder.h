// TemporaryFolder: a folder of its own for one test, removed with everything in it at the end: in
// memory, or at a chosen place, whose disk matters. Also whole files as values, for tests that
// damage them.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "sync/base/bytes.h"

namespace stormote::testing {

class TemporaryFolder {
  public:
    TemporaryFolder() : TemporaryFolder(usual_parent()) {}
    // The parent is made where it does not exist.
    explicit TemporaryFolder(const std::filesystem::path& parent) {
        std::filesystem::create_directories(parent);
        std::string pattern = (parent / "stormote-test-XXXXXX").string();
        if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
        path_ = pattern;
    }
    ~TemporaryFolder() {
        std::error_code error;
        std::filesystem::remove_all(path_, error);
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const {
        return path_ / name;
    }

  private:
    // In memory where there is such a disk: the tests wait for a thousand commits.
    static std::filesystem::path usual_parent() {
        const bool is_chosen = std::getenv("TMPDIR") != nullptr;
        const std::filesystem::path memory = "/dev/shm";
        return !is_chosen && std::filesystem::is_directory(memory)
                   ? memory
                   : std::filesystem::temp_directory_path();
    }

    std::filesystem::path path_;
};

// Empty when there is no such file.
inline Bytes read_file(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

inline void write_file(const std::filesystem::path& path, ByteView content) {
    // Anew: truncating a file makes ext4 wait for the disk.
    std::filesystem::remove(path);
    std::ofstream stream(path, std::ios::binary);
    stream.write(reinterpret_cast<const char *>(content.data()),
                 static_cast<std::streamsize>(content.size()));
    if (!stream.flush()) throw std::runtime_error("cannot write " + path.string());
}

inline void write_file(const std::filesystem::path& path, std::string_view content) {
    write_file(path, view_bytes(content));
}

}  // namespace stormote::testing
