#include "sync/central/open_store.h"

#include "sync/central/postgres/pg_address.h"
#include "sync/central/postgres/postgres_store.h"
#include "sync/central/postgres/postgres_versions.h"
#include "sync/central/sqlite/sqlite_store.h"
#include "sync/central/store_address.h"

namespace stormote {

namespace {

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
    const auto file = sqlite_file_of(url);
    if (!file) return unknown_store_kind(url);
    return as_store(SqliteStore::open(*file, random, missing));
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
    const auto file = sqlite_file_of(url);
    if (!file) return unknown_store_kind(url);
    const auto store = SqliteStore::open(*file, random, MissingStore::make);
    if (!store) return store.error();
    if (store.value()->is_new()) return StoreMigration::made;
    return store.value()->was_migrated() ? StoreMigration::migrated : StoreMigration::current;
}

}  // namespace stormote
