// ZipArchive: the files in a ZIP archive that lies in memory, each unpacked no further than what is
// left of a budget: a small archive may hold more than any machine. One thread; borrows the bytes.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/base/error.h"

struct zip;

namespace stormote {

class ZipArchive {
  public:
    // Error: no ZIP archive, or a damaged one.
    static Result<ZipArchive> open(std::string_view bytes, std::size_t most_bytes);

    [[nodiscard]] bool contains(const std::string& name) const;
    // Of all its files, in their order.
    [[nodiscard]] std::vector<std::string> names() const;
    // Of the whole archive; empty where it has none.
    [[nodiscard]] std::string comment() const;
    // Error: there is no such file, it is damaged or encrypted, or unpacks to more than is left.
    Result<std::string> read(const std::string& name);

  private:
    struct Closer {
        void operator()(zip *archive) const;
    };
    ZipArchive(std::unique_ptr<zip, Closer> archive, std::size_t most_bytes)
        : archive_(std::move(archive)), left_(most_bytes) {}

    std::unique_ptr<zip, Closer> archive_;
    std::size_t left_;
};

}  // namespace stormote
