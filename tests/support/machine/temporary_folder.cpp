#include "tests/support/machine/temporary_folder.h"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace stormote::testing {

TemporaryFolder::TemporaryFolder(const std::filesystem::path& parent) {
    std::filesystem::create_directories(parent);
    std::string pattern = (parent / "stormote-test-XXXXXX").string();
    if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
    path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code error;
    std::filesystem::remove_all(path_, error);
}

std::filesystem::path TemporaryFolder::operator/(const std::string& name) const {
    return path_ / name;
}

std::filesystem::path TemporaryFolder::usual_parent() {
    const bool is_chosen = std::getenv("TMPDIR") != nullptr;
    const std::filesystem::path memory = "/dev/shm";
    return !is_chosen && std::filesystem::is_directory(memory)
               ? memory
               : std::filesystem::temp_directory_path();
}

Bytes read_file(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void write_file(const std::filesystem::path& path, ByteView content) {
    // Anew: truncating a file makes ext4 wait for the disk.
    std::filesystem::remove(path);
    std::ofstream stream(path, std::ios::binary);
    stream.write(reinterpret_cast<const char *>(content.data()),
                 static_cast<std::streamsize>(content.size()));
    if (!stream.flush()) throw std::runtime_error("cannot write " + path.string());
}

void write_file(const std::filesystem::path& path, std::string_view content) {
    write_file(path, view_bytes(content));
}

}  // namespace stormote::testing
