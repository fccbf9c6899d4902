#include "sync/central/open_store.h"

#include "sync/central/postgres/pg_address.h"
#include "sync/central/postgres/postgres_store.h"
#include "sync/central/postgres/postgres_versions.h"
#include "sync/central/sqlite/sqlite_store.h"

namespace stormote {

namespace {

constexpr std::string_view sqlite_prefix = "sqlite:";

bool is_sqlite_url(const std::string& url) {
    return url.starts_with(sqlite_prefix) && url.size() > sqlite_prefix.size();
}

// Never more of it than its kind: what follows might hold a password.
Error unknown_kind(const std::string& url) {
    return usage_error({"\"{}\" is not a kind of store. Write sqlite:FILE or "
                        "postgresql://HOST/DATABASE."},
                       url.substr(0, url.find(':')));
}

template <typename Kind>
Result<std::unique_ptr<Store>> as_store(Result<std::unique_ptr<Kind>> opened) {
    if (!opened) return opened.error();
    return std::unique_ptr<Store>(*std::move(opened));
}

}  // namespace

Result<std::unique_ptr<Store>> open_store(const std::string& url, Random& random,
                                          MissingStore missing, const std::string& password) {
    if (is_postgres_url(url)) {
        return as_store(PostgresStore::open({url, password}, random, missing));
    }
    if (!is_sqlite_url(url)) return unknown_kind(url);
    return as_store(SqliteStore::open(url.substr(sqlite_prefix.size()), random, missing));
}

Result<StoreMigration> migrate_store(const std::string& url, Random& random,
                                     const std::string& password) {
    if (is_postgres_url(url)) {
        const auto before = PostgresStore::migrate({url, password}, random);
        if (!before) return before.error();
        return *before == 0                        ? StoreMigration::made
               : *before == postgres_store_version ? StoreMigration::current
                                                   : StoreMigration::migrated;
    }
    // A file is brought to this version whenever it is opened.
    if (!is_sqlite_url(url)) return unknown_kind(url);
    const auto store =
        SqliteStore::open(url.substr(sqlite_prefix.size()), random, MissingStore::make);
    if (!store) return store.error();
    if (store.value()->is_new()) return StoreMigration::made;
    return store.value()->was_migrated() ? StoreMigration::migrated : StoreMigration::current;
}

}  // namespace stormote
