// The contents of bodies as CBOR, kind by kind: what encode_body and decode_body are made of. Pure;
// any thread.
#pragma once

#include "sync/base/cbor.h"
#include "sync/model/body.h"

namespace stormote {

// Not for unknown kinds, which are passed on as they came.
void write_content(CborWriter& out, const BodyContent& content);
// UnknownContent of an unknown kind. Fails the reader where the content is not of its kind's shape.
[[nodiscard]] BodyContent read_content(CborReader& in, OperationKind kind);

// --- Values that bodies have around their contents, too ---

template <typename Enum>
void write_enum(CborWriter& out, Enum value) {
    out.integer(static_cast<std::int64_t>(value));
}

// A value outside its type's range fails the reader.
template <typename Enum>
Enum read_enum(CborReader& in, Enum last) {
    const std::int64_t value = in.integer();
    if (value < 0 || value > static_cast<std::int64_t>(last)) in.fail();
    return in.ok() ? static_cast<Enum>(value) : Enum{};
}

template <typename AnyId>
AnyId read_id(CborReader& in) {
    return AnyId{Uuid{in.fixed_bytes<16>()}};
}

template <typename AnyId>
std::vector<AnyId> read_ids(CborReader& in) {
    std::vector<AnyId> ids;
    const std::size_t count = in.array();
    for (std::size_t i = 0; i < count && in.ok(); ++i) ids.push_back(read_id<AnyId>(in));
    return ids;
}

}  // namespace stormote
