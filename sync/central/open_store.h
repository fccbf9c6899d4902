// Opening a store by its address, whatever its kind: "sqlite:FILE" or "postgresql://HOST/DATABASE".
// The password is that of a database, from a configuration file; no error repeats it.
#pragma once

#include "sync/central/store/store.h"

namespace stormote {

// Error: another kind of store, not a store, one of another version, or none where that is refused.
[[nodiscard]] Result<std::unique_ptr<Store>> open_store(const std::string& url, Random& random,
                                                        MissingStore missing = MissingStore::make,
                                                        const std::string& password = {});

enum class StoreMigration : std::uint8_t {
    made,      // there was none
    migrated,  // from an earlier version
    current,   // nothing was to be done
};

// Makes a store, or brings one to this version.
[[nodiscard]] Result<StoreMigration> migrate_store(const std::string& url, Random& random,
                                                   const std::string& password = {});

}  // namespace stormote
