// ZipWriter: files of any names as one ZIP archive in memory, as office documents and packages are.
// The same files in the same order are the same bytes on every machine: none has a time. One
// thread; owns what it was given.
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace stormote {

class ZipWriter {
  public:
    // Names are paths with slashes, each once; files stand in the order in which they were added.
    void add(std::string name, std::string content);
    // Of the archive; it stands at its very end, and is at most 65,535 bytes.
    void set_comment(std::string comment) { comment_ = std::move(comment); }

    // The bytes of the archive. MachineFailure where memory does not hold it.
    [[nodiscard]] std::string finish() const;

  private:
    struct File {
        std::string name;
        std::string content;
    };
    std::vector<File> files_;
    std::string comment_;
};

}  // namespace stormote
