// DueErasures: which bodies a store destroys, and when: a day after an erasure or a purge came,
// where its writer may erase. One decision for every kind of store. On the thread of the
// transaction.
#pragma once

#include "sync/central/store/store_rows.h"

namespace stormote {

// Whether the body of an operation goes: it is about somebody erased, or was purged.
[[nodiscard]] bool is_destroyed(const OperationHeader& header, ByteView body,
                                const DestroyedRecord& destroyed);

// Until when an erasure must have been heard of, to be due.
[[nodiscard]] std::int64_t due_until_ms(std::int64_t now_ms);

// Of one event; nobody else may write to it meanwhile. True where something was destroyed.
[[nodiscard]] bool destroy_due(StoreRows& rows, std::int64_t now_ms);

}  // namespace stormote
