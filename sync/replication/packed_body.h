// Packed bodies: bodies of messages as Zstandard (RFC 8878), HTTP's content coding "zstd". Pure,
// any thread.
#pragma once

#include <optional>
#include <string_view>

#include "sync/base/bytes.h"

namespace stormote {

constexpr const char *packed_coding = "zstd";
// Smaller bodies travel as they are: they would hardly be smaller.
constexpr std::size_t least_packed_bytes = 1'024;

// Empty where it would not be smaller, or hardly. Throws MachineFailure where the memory is short.
[[nodiscard]] Bytes pack_if_smaller(ByteView bytes);

// What a packed body says that it unpacks to; nothing where it does not say so, or is none.
[[nodiscard]] std::optional<std::size_t> unpacked_size(ByteView packed);
// Nothing where it is damaged, or unpacks to more or less than it says or to more than is allowed.
// However much that were, no more than is allowed is ever written.
[[nodiscard]] std::optional<Bytes> unpack(ByteView packed, std::size_t most_bytes);

// Whether a header of codings ("gzip, zstd;q=0.5") has this one, and does not refuse it (q=0).
[[nodiscard]] bool names_packed_coding(std::string_view header);

}  // namespace stormote
