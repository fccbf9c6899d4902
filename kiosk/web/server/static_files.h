// StaticFiles: what pages link to besides pages: style, scripts, icons. An address carries a hash
// of what lies there, so that browsers may keep it for ever and never show an old one. Loaded once;
// any thread reads.
#pragma once

#include <filesystem>
#include <map>
#include <optional>

#include "kiosk/web/server/web_request.h"
#include "sync/base/error.h"

namespace stormote {

class StaticFiles {
  public:
    // All files of the folder. Error: one cannot be read.
    static Result<StaticFiles> load(const std::filesystem::path& folder);

    // "/static/HASH/style.css"; the file must be there.
    [[nodiscard]] const std::string& address(const std::string& name) const {
        return files_.at(name).address;
    }
    // Every file's address by its name.
    [[nodiscard]] std::map<std::string, std::string> addresses() const;
    // Nothing where there is no such file. The hash of an earlier version is answered with this
    // one, not to be kept.
    [[nodiscard]] std::optional<WebResponse> find(const std::string& hash,
                                                  const std::string& name) const;
    // For an address that has to stay the same, such as a service worker's.
    [[nodiscard]] WebResponse get(const std::string& name) const;

  private:
    struct File {
        std::string address;
        std::string hash;
        std::string content_type;
        std::string text;
    };
    std::map<std::string, File> files_;
};

}  // namespace stormote
