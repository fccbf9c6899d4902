// Opening a store by its address, whatever its kind.
#pragma once

#include "sync/central/store/store.h"

namespace stormote {

// "sqlite:FILE". Error: another kind of store, not a store, or none where that is refused.
[[nodiscard]] Result<std::unique_ptr<Store>> open_store(const std::string& url, Random& random,
                                                        MissingStore missing = MissingStore::make);

}  // namespace stormote
