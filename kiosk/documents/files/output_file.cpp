#include "kiosk/documents/files/output_file.h"

#include <cerrno>
#include <set>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "sync/base/durable_folder.h"

namespace stormote {

namespace fs = std::filesystem;

namespace {

Error cannot_write(const fs::path& path) {
    return machine_error({"{} cannot be written. Check that the disk has space and that you may "
                          "write there."},
                         path.string());
}

class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] bool is_open() const { return number_ >= 0; }

    bool write_all(std::string_view content) {
        while (!content.empty()) {
            const ssize_t written = write(number_, content.data(), content.size());
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) return false;
            content.remove_prefix(static_cast<std::size_t>(written));
        }
        return true;
    }
    bool flush() { return fsync(number_) == 0; }

  private:
    int number_;
};

PiecewiseContent in_one_piece(std::string_view content) {
    return [content](const PieceWriter& write) { return write(content); };
}

Result<> write_pieces(const PiecewiseContent& content, Descriptor& file, const fs::path& path) {
    if (!file.is_open()) return cannot_write(path);
    return content([&](std::string_view piece) -> Result<> {
        if (!file.write_all(piece)) return cannot_write(path);
        return Done{};
    });
}

// /dev/stdout, a named pipe: nothing to rename, and nothing that a half write would spoil.
Result<> write_to_device(const fs::path& path, const PiecewiseContent& content) {
    Descriptor file(open(path.c_str(), O_WRONLY | O_CLOEXEC));
    return write_pieces(content, file, path);
}

bool is_device(const fs::path& path) {
    std::error_code error;
    const auto kind = fs::status(path, error).type();
    return kind == fs::file_type::character || kind == fs::file_type::fifo;
}

// Another name in the same folder, so that the rename cannot cross file systems.
fs::path draft_beside(const fs::path& path) {
    return path.string() + ".part-" + std::to_string(getpid());
}

}  // namespace

OutputFile::OutputFile(fs::path path, fs::path draft)
    : path_(std::move(path)), draft_(std::move(draft)) {}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)), draft_(std::exchange(other.draft_, {})) {}

OutputFile& OutputFile::operator=(OutputFile&& other) noexcept {
    std::swap(path_, other.path_);
    std::swap(draft_, other.draft_);
    return *this;
}

OutputFile::~OutputFile() {
    std::error_code error;
    if (!draft_.empty()) fs::remove(draft_, error);
}

Result<OutputFile> OutputFile::prepare(const fs::path& path, std::string_view content) {
    return prepare(path, in_one_piece(content));
}

Result<OutputFile> OutputFile::prepare(const fs::path& path, const PiecewiseContent& content) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
        return input_error({"{} is a folder. Name a file."}, path.string());
    }
    // A link stays a link: what it points to is replaced.
    fs::path target = fs::canonical(path, error);
    if (error) target = path;
    const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
    if (!fs::is_directory(folder, error)) {
        return input_error({"There is no folder {}. Make it first."}, folder.string());
    }
    OutputFile output(target, draft_beside(target));
    // One that a killed program left may be readable by others.
    fs::remove(output.draft_, error);
    Descriptor file(open(output.draft_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    if (auto written = write_pieces(content, file, path); !written) return written.error();
    if (!file.flush()) return cannot_write(path);
    return output;
}

Result<> OutputFile::put_in_place() {
    if (rename(draft_.c_str(), path_.c_str()) != 0) return cannot_write(path_);
    draft_.clear();
    return Done{};
}

Result<> OutputFile::publish() {
    return publish_all({this, 1}, [] {});
}

Result<> OutputFile::publish_all(std::span<OutputFile> files, const std::function<void()>& tell) {
    std::set<fs::path> folders;
    for (OutputFile& file : files) {
        if (auto placed = file.put_in_place(); !placed) return placed;
        folders.insert(fs::absolute(file.path_).parent_path());
        tell();
    }
    for (const fs::path& folder : folders) make_folder_durable(folder);
    return Done{};
}

Result<> write_whole_file(const fs::path& path, std::string_view content) {
    return write_whole_file(path, in_one_piece(content));
}

Result<> write_whole_file(const fs::path& path, const PiecewiseContent& content) {
    if (is_device(path)) return write_to_device(path, content);
    auto output = OutputFile::prepare(path, content);
    if (!output) return output.error();
    return output->publish();
}

}  // namespace stormote
