// Package files: what is in a package for the archive, taken out, changed and packed again. For
// tests; one thread.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "kiosk/documents/files/zip_writer.h"
#include "kiosk/lists/spreadsheet/zip_archive.h"

namespace stormote::testing {

class PackageContents {
  public:
    using File = std::pair<std::string, std::string>;

    explicit PackageContents(const std::string& package) {
        auto archive = ZipArchive::open(package, std::size_t{1} << 30);
        REQUIRE(archive);
        for (const std::string& name : archive->names()) {
            auto content = archive->read(name);
            REQUIRE(content);
            files.emplace_back(name, *content);
        }
    }

    [[nodiscard]] std::string folder() const {
        return files.front().first.substr(0, files.front().first.find('/'));
    }
    // By its path below the package's folder.
    [[nodiscard]] bool has(std::string_view path) const { return find(path) != files.end(); }
    [[nodiscard]] const std::string& get(std::string_view path) const {
        INFO(path);
        const auto found = find(path);
        REQUIRE(found != files.end());
        return found->second;
    }
    void set(std::string_view path, std::string content) {
        const std::string name = folder() + '/' + std::string(path);
        std::erase_if(files, [&name](const File& file) { return file.first == name; });
        files.emplace_back(name, std::move(content));
    }
    void remove(std::string_view path) {
        const std::string name = folder() + '/' + std::string(path);
        std::erase_if(files, [&name](const File& file) { return file.first == name; });
    }
    // As another program packs them: without the checksum.
    [[nodiscard]] std::string packed() const {
        ZipWriter archive;
        for (const auto& [name, content] : files) archive.add(name, content);
        return archive.finish();
    }

    std::vector<File> files;

  private:
    [[nodiscard]] std::vector<File>::const_iterator find(std::string_view path) const {
        const std::string name = folder() + '/' + std::string(path);
        return std::find_if(files.begin(), files.end(),
                            [&name](const File& file) { return file.first == name; });
    }
};

}  // namespace stormote::testing
