// LogPages: what a store tells of its log: whole batches as they were appended, from a position on.
// One decision for every kind of store. On the thread of the transaction, which sees one moment.
#pragma once

#include "sync/central/store/store_rows.h"

namespace stormote {

// As Store::read.
[[nodiscard]] PullPage read_page(StoreRows& rows, std::uint64_t after, const DeviceId& without);

}  // namespace stormote
