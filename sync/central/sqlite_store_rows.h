// What the parts of SqliteStore share: its values as SQLite takes and gives them.
#pragma once

#include "sync/central/sqlite_store.h"

namespace stormote {

inline ByteView view(const EventId& event) {
    return event.value.bytes;
}
inline ByteView view(const DeviceId& device) {
    return device.value.bytes;
}
inline std::int64_t number(std::uint64_t value) {
    return static_cast<std::int64_t>(value);
}

// Whether the body of an operation goes: it is about somebody erased, or was purged.
[[nodiscard]] bool is_destroyed(const OperationHeader& header, ByteView body,
                                const DestroyedRecord& destroyed);

[[noreturn]] void fail_damaged_store(const std::filesystem::path& file);

}  // namespace stormote
