// OutputFile: a whole file that appears at once or not at all. Its content is written and flushed
// to the disk under another name beside it, then renamed. Owns that draft and removes it unless it
// was published. Readable by its owner only, since most hold personal data. One thread.
#pragma once

#include <filesystem>
#include <functional>
#include <span>
#include <string_view>

#include "sync/base/error.h"

namespace stormote {

// A content that is made piece by piece: hands over each to be written, and ends with an error
// where one could not be, or where it fails itself.
using PieceWriter = std::function<Result<>(std::string_view)>;
using PiecewiseContent = std::function<Result<>(const PieceWriter&)>;

class OutputFile {
  public:
    // Writes the draft. Error when the folder is missing or cannot be written, or the disk is full.
    static Result<OutputFile> prepare(const std::filesystem::path& path, std::string_view content);
    // Errors of the content, too.
    static Result<OutputFile> prepare(const std::filesystem::path& path,
                                      const PiecewiseContent& content);

    OutputFile(OutputFile&& other) noexcept;
    OutputFile& operator=(OutputFile&& other) noexcept;
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile();

    // Puts the draft in the file's place; durable on return.
    Result<> publish();
    // The same for many files, whose folders are waited for once: tells after each file.
    static Result<> publish_all(std::span<OutputFile> files, const std::function<void()>& tell);

  private:
    OutputFile(std::filesystem::path path, std::filesystem::path draft);
    Result<> put_in_place();

    std::filesystem::path path_;
    std::filesystem::path draft_;  // empty: there is none any more
};

// Prepares and publishes.
[[nodiscard]] Result<> write_whole_file(const std::filesystem::path& path,
                                        std::string_view content);
[[nodiscard]] Result<> write_whole_file(const std::filesystem::path& path,
                                        const PiecewiseContent& content);

}  // namespace stormote
