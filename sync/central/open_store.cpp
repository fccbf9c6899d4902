#include "sync/central/open_store.h"

#include "sync/central/sqlite/sqlite_store.h"

namespace stormote {

Result<std::unique_ptr<Store>> open_store(const std::string& url, Random& random,
                                          MissingStore missing) {
    constexpr std::string_view sqlite = "sqlite:";
    if (!url.starts_with(sqlite) || url.size() == sqlite.size()) {
        return usage_error({"\"{}\" is not a store that this version can open. Write sqlite:FILE."},
                           url);
    }
    auto store = SqliteStore::open(url.substr(sqlite.size()), random, missing);
    if (!store) return store.error();
    return std::unique_ptr<Store>(std::move(store).value());
}

}  // namespace stormote
