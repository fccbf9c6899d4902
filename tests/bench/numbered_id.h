// Ids by number, for events that the benchmarks invent. Pure; any thread.
#pragma once

#include <cstddef>
#include <cstdint>

namespace stormote::testing {

// Below 65,536, each its own.
template <typename AnyId>
AnyId numbered_id(std::size_t number) {
    AnyId id;
    id.value.bytes[14] = static_cast<std::uint8_t>(number / 256);
    id.value.bytes[15] = static_cast<std::uint8_t>(number % 256);
    return id;
}

}  // namespace stormote::testing
