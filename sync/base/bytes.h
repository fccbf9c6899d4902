// Bytes: raw bytes and their spellings (hexadecimal, big-endian numbers). No domain, any thread.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stormote {

using Bytes = std::vector<std::uint8_t>;
using ByteView = std::span<const std::uint8_t>;

template <std::size_t Size>
using ByteArray = std::array<std::uint8_t, Size>;

// The bytes of a text, not copied: valid as long as the text is.
[[nodiscard]] ByteView view_bytes(std::string_view text);
[[nodiscard]] std::string to_string(ByteView bytes);

// Lower-case hexadecimal, two digits a byte, without separators.
[[nodiscard]] std::string to_hex(ByteView bytes);
// Nothing when a digit is not hexadecimal or their number is odd.
[[nodiscard]] std::optional<Bytes> from_hex(std::string_view text);

// Unpadded URL-safe base 64 (RFC 4648, section 5), for keys that people copy.
[[nodiscard]] std::string to_base64(ByteView bytes);
[[nodiscard]] std::optional<Bytes> from_base64(std::string_view text);

void append_big_endian(Bytes& target, std::uint64_t value, std::size_t byte_count);
[[nodiscard]] std::uint64_t read_big_endian(ByteView bytes);

// Copies the bytes into a fixed array; nothing when their number is another.
template <std::size_t Size>
[[nodiscard]] std::optional<ByteArray<Size>> to_array(ByteView bytes) {
    if (bytes.size() != Size) return std::nullopt;
    ByteArray<Size> array{};
    std::copy(bytes.begin(), bytes.end(), array.begin());
    return array;
}

}  // namespace stormote
