#include "sync/base/ids.h"

#include <algorithm>

#include "sync/base/clock.h"
#include "sync/base/crypto.h"
#include "sync/base/random.h"

namespace stormote {

namespace {

void mark_version(Uuid& uuid, std::uint8_t version) {
    uuid.bytes[6] = static_cast<std::uint8_t>((uuid.bytes[6] & 0x0F) | (version << 4));
    uuid.bytes[8] = static_cast<std::uint8_t>((uuid.bytes[8] & 0x3F) | 0x80);
}

}  // namespace

Uuid make_uuid(const Clock& clock, Random& random) {
    Uuid uuid;
    random.fill(uuid.bytes);
    const auto now_ms = static_cast<std::uint64_t>(clock.wall_ms());
    for (std::size_t i = 0; i < 6; ++i) {
        uuid.bytes[i] = static_cast<std::uint8_t>(now_ms >> (8 * (5 - i)));
    }
    mark_version(uuid, 7);
    return uuid;
}

Uuid make_random_uuid(Random& random) {
    Uuid uuid;
    random.fill(uuid.bytes);
    mark_version(uuid, 4);
    return uuid;
}

Uuid make_named_uuid(ByteView key, std::string_view name) {
    const Hash digest = keyed_hash(key, view_bytes(name));
    Uuid uuid;
    std::copy_n(digest.begin(), uuid.bytes.size(), uuid.bytes.begin());
    mark_version(uuid, 8);
    return uuid;
}

std::string to_string(const Uuid& uuid) {
    std::string text = to_hex(uuid.bytes);
    for (const std::size_t position : {20U, 16U, 12U, 8U}) text.insert(position, 1, '-');
    return text;
}

std::optional<Uuid> parse_uuid(std::string_view text) {
    if (text.size() != 36) return std::nullopt;
    std::string digits;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool is_dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (is_dash != (text[i] == '-')) return std::nullopt;
        if (!is_dash) digits += text[i];
    }
    const auto bytes = from_hex(digits);
    if (!bytes) return std::nullopt;
    return Uuid{*to_array<16>(*bytes)};
}

}  // namespace stormote
