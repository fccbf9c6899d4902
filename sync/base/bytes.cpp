#include "sync/base/bytes.h"

#include <sodium.h>

namespace stormote {

ByteView view_bytes(std::string_view text) {
    return {reinterpret_cast<const std::uint8_t *>(text.data()), text.size()};
}

std::string to_string(ByteView bytes) {
    return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

std::string to_hex(ByteView bytes) {
    std::string text(bytes.size() * 2 + 1, '\0');
    sodium_bin2hex(text.data(), text.size(), bytes.data(), bytes.size());
    text.pop_back();
    return text;
}

std::optional<Bytes> from_hex(std::string_view text) {
    if (text.size() % 2 != 0) return std::nullopt;
    // libsodium takes no null pointer, which is what an empty vector has.
    if (text.empty()) return Bytes();
    Bytes bytes(text.size() / 2);
    std::size_t written = 0;
    if (sodium_hex2bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &written,
                       nullptr) != 0 ||
        written != bytes.size()) {
        return std::nullopt;
    }
    return bytes;
}

std::string to_base64(ByteView bytes) {
    constexpr int variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING;
    std::string text(sodium_base64_ENCODED_LEN(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), bytes.data(), bytes.size(), variant);
    text.pop_back();
    return text;
}

std::optional<Bytes> from_base64(std::string_view text) {
    if (text.empty()) return Bytes();
    Bytes bytes(text.size());
    std::size_t written = 0;
    const char *end = nullptr;
    if (sodium_base642bin(bytes.data(), bytes.size(), text.data(), text.size(), nullptr, &written,
                          &end, sodium_base64_VARIANT_URLSAFE_NO_PADDING) != 0 ||
        end != text.data() + text.size()) {
        return std::nullopt;
    }
    bytes.resize(written);
    return bytes;
}

void append_big_endian(Bytes& target, std::uint64_t value, std::size_t byte_count) {
    for (std::size_t i = byte_count; i-- > 0;) {
        target.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
    }
}

std::uint64_t read_big_endian(ByteView bytes) {
    std::uint64_t value = 0;
    for (const std::uint8_t byte : bytes) value = value << 8 | byte;
    return value;
}

}  // namespace stormote
