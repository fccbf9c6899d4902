// TemporaryFolder: a folder of its own for one test, removed with everything in it at the end: in
// memory, or at a chosen place, whose disk matters. Also whole files as values, for tests that
// damage them.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "sync/base/bytes.h"

namespace stormote::testing {

class TemporaryFolder {
  public:
    // In memory where there is such a disk: the tests wait for a thousand commits.
    [[nodiscard]] static std::filesystem::path usual_parent();

    TemporaryFolder() : TemporaryFolder(usual_parent()) {}
    // The parent is made where it does not exist.
    explicit TemporaryFolder(const std::filesystem::path& parent);
    ~TemporaryFolder();
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    [[nodiscard]] std::filesystem::path operator/(const std::string& name) const;

  private:
    std::filesystem::path path_;
};

// Empty when there is no such file.
[[nodiscard]] Bytes read_file(const std::filesystem::path& path);

// Throws std::runtime_error where it cannot be written.
void write_file(const std::filesystem::path& path, ByteView content);
void write_file(const std::filesystem::path& path, std::string_view content);

}  // namespace stormote::testing
