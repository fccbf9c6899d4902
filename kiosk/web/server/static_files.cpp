#include "kiosk/web/server/static_files.h"

#include <fstream>
#include <iterator>

#include "sync/base/crypto.h"

namespace stormote {

namespace {

std::string type_of(const std::filesystem::path& name) {
    static const std::map<std::string, std::string> types{
        {".css", "text/css; charset=utf-8"},
        {".js", "text/javascript; charset=utf-8"},
        {".svg", "image/svg+xml"},
        {".png", "image/png"},
        {".webmanifest", "application/manifest+json"}};
    const auto found = types.find(name.extension().string());
    return found == types.end() ? "application/octet-stream" : found->second;
}

}  // namespace

Result<StaticFiles> StaticFiles::load(const std::filesystem::path& folder) {
    constexpr std::size_t hash_bytes_shown = 8;
    StaticFiles files;
    std::error_code failed;
    for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
        std::ifstream stream(entry.path(), std::ios::binary);
        std::string text{std::istreambuf_iterator<char>(stream), {}};
        if (!stream) {
            return machine_error({"The file {} cannot be read. Install the program again."},
                                 entry.path().string());
        }
        const std::string name = entry.path().filename().string();
        const Hash hash = hash_bytes(view_bytes(text));
        const std::string shown = to_hex(ByteView(hash).first(hash_bytes_shown));
        files.files_.emplace(
            name, File{"/static/" + shown + "/" + name, shown, type_of(name), std::move(text)});
    }
    if (failed || files.files_.empty()) {
        return machine_error({"There are no pages in {}. Install the program again."},
                             folder.string());
    }
    return files;
}

std::map<std::string, std::string> StaticFiles::addresses() const {
    std::map<std::string, std::string> addresses;
    for (const auto& [name, file] : files_) addresses.emplace(name, file.address);
    return addresses;
}

std::optional<WebResponse> StaticFiles::find(const std::string& hash,
                                             const std::string& name) const {
    const auto found = files_.find(name);
    if (found == files_.end()) return std::nullopt;
    WebResponse response = get(name);
    if (found->second.hash == hash) {
        response.headers = {{"Cache-Control", "public, max-age=31536000, immutable"}};
    }
    return response;
}

WebResponse StaticFiles::get(const std::string& name) const {
    const File& file = files_.at(name);
    return {200, file.content_type, file.text, {{"Cache-Control", "no-cache"}}};
}

}  // namespace stormote
