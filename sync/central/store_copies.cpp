#include "sync/central/store_copies.h"

#include "sync/central/postgres/postgres_copies.h"
#include "sync/central/sqlite/sqlite_copies.h"
#include "sync/central/store_address.h"

namespace stormote {

Result<> back_up_store(const std::string& url, const std::string& password,
                       const std::filesystem::path& copy, std::int64_t now_ms) {
    if (is_postgres_url(url)) return back_up_database({url, password}, copy, now_ms);
    const auto file = sqlite_file_of(url);
    return file ? back_up_file(*file, copy, now_ms) : unknown_store_kind(url);
}

Result<> restore_store(const std::string& url, const std::string& password,
                       const std::filesystem::path& copy, Random& random) {
    if (is_postgres_url(url)) return restore_database({url, password}, copy, random);
    const auto file = sqlite_file_of(url);
    return file ? restore_file(*file, copy, random) : unknown_store_kind(url);
}

Result<> renew_store(const std::string& url, const std::string& password, Random& random) {
    if (is_postgres_url(url)) return renew_database({url, password}, random);
    const auto file = sqlite_file_of(url);
    return file ? renew_file(*file, random) : unknown_store_kind(url);
}

}  // namespace stormote
