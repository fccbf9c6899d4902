#include "sync/central/store_address.h"

#include <string_view>

namespace stormote {

std::optional<std::filesystem::path> sqlite_file_of(const std::string& url) {
    constexpr std::string_view prefix = "sqlite:";
    if (!url.starts_with(prefix) || url.size() == prefix.size()) return std::nullopt;
    return url.substr(prefix.size());
}

Error unknown_store_kind(const std::string& url) {
    return usage_error({"\"{}\" is not a kind of store. Write sqlite:FILE or "
                        "postgresql://HOST/DATABASE."},
                       url.substr(0, url.find(':')));
}

}  // namespace stormote
