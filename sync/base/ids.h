// Ids: 16 random-looking bytes (UUID, RFC 9562), one distinct type for each thing that has one.
#pragma once

#include <compare>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "sync/base/bytes.h"

namespace stormote {

class Clock;
class Random;

struct Uuid {
    ByteArray<16> bytes{};

    auto operator<=>(const Uuid&) const = default;  // NOLINT(modernize-use-nullptr): LLVM 14
    [[nodiscard]] bool is_nil() const { return *this == Uuid{}; }
};

// Time-ordered (version 7): 48 bits of milliseconds, then random bits.
[[nodiscard]] Uuid make_uuid(const Clock& clock, Random& random);
// Random (version 4): where a time in the id would say too much.
[[nodiscard]] Uuid make_random_uuid(Random& random);
// Name-based (version 8): the same name under the same key gives the same id everywhere.
[[nodiscard]] Uuid make_named_uuid(ByteView key, std::string_view name);

// 8-4-4-4-12 lower-case hexadecimal.
[[nodiscard]] std::string to_string(const Uuid& uuid);
[[nodiscard]] std::optional<Uuid> parse_uuid(std::string_view text);

template <typename Tag>
struct Id {
    Uuid value;

    auto operator<=>(const Id&) const = default;  // NOLINT(modernize-use-nullptr): LLVM 14
    [[nodiscard]] bool is_nil() const { return value.is_nil(); }
};

template <typename Tag>
[[nodiscard]] std::string to_string(const Id<Tag>& id) {
    return to_string(id.value);
}

template <typename AnyId>
[[nodiscard]] std::optional<AnyId> parse_id(std::string_view text) {
    if (const auto uuid = parse_uuid(text)) return AnyId{*uuid};
    return std::nullopt;
}

template <typename AnyId>
[[nodiscard]] AnyId make_id(const Clock& clock, Random& random) {
    return AnyId{make_uuid(clock, random)};
}

}  // namespace stormote

template <>
struct std::hash<stormote::Uuid> {
    std::size_t operator()(const stormote::Uuid& uuid) const noexcept {
        // The last eight bytes are random in version 7 and hashed in version 8.
        std::size_t value = 0;
        std::memcpy(&value, uuid.bytes.data() + 8, sizeof value);
        return value;
    }
};

template <typename Tag>
struct std::hash<stormote::Id<Tag>> {
    std::size_t operator()(const stormote::Id<Tag>& id) const noexcept {
        return std::hash<stormote::Uuid>{}(id.value);
    }
};
