// Items of bodies as CBOR: one overload a type for writing, and beside it the one for reading,
// which fails the reader where it does not find such an item. Pure; any thread.
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <type_traits>
#include <vector>

#include "sync/base/cbor.h"
#include "sync/model/body.h"

namespace stormote {

// The number of a group, a round or a question: 0 to a million.
void write_item(CborWriter& out, std::int32_t number);
void read_item(CborReader& in, std::int32_t& number);

void write_item(CborWriter& out, std::int64_t number);
void read_item(CborReader& in, std::int64_t& number);

void write_item(CborWriter& out, const std::string& text);
void read_item(CborReader& in, std::string& text);

// A public key, or a hash.
void write_item(CborWriter& out, const PublicKey& key);
void read_item(CborReader& in, PublicKey& key);

void write_item(CborWriter& out, const Signature& signature);
void read_item(CborReader& in, Signature& signature);

// [key, signature], and with a certificate [key, signature, issuer, operations that it had written,
// role, the issuer's signature].
void write_item(CborWriter& out, const DeviceAdmission& admission);
void read_item(CborReader& in, DeviceAdmission& admission);

void write_item(CborWriter& out, const TicketId& ticket);
void read_item(CborReader& in, TicketId& ticket);

void write_item(CborWriter& out, const Bytes& bytes);
void read_item(CborReader& in, Bytes& bytes);

void write_item(CborWriter& out, const RecordHead& head);
void read_item(CborReader& in, RecordHead& head);

void write_item(CborWriter& out, const DestroyedCount& count);
void read_item(CborReader& in, DestroyedCount& count);

void write_item(CborWriter& out, const GroupSeat& seat);
void read_item(CborReader& in, GroupSeat& seat);

// Maps from a number to a text, ascending.
void write_item(CborWriter& out, const FieldTexts& fields);
void read_item(CborReader& in, FieldTexts& fields);
void write_item(CborWriter& out, const std::vector<SurveyAnswer>& answers);
void read_item(CborReader& in, std::vector<SurveyAnswer>& answers);

template <typename Tag>
void write_item(CborWriter& out, const Id<Tag>& id) {
    out.bytes(id.value.bytes);
}
template <typename Tag>
void read_item(CborReader& in, Id<Tag>& id) {
    id.value.bytes = in.fixed_bytes<16>();
}

// A value of operation_values.h.
template <typename Enum>
requires std::is_enum_v<Enum>
void write_item(CborWriter& out, Enum value) {
    out.integer(static_cast<std::int64_t>(value));
}
template <typename Enum>
requires std::is_enum_v<Enum>
void read_item(CborReader& in, Enum& value) {
    const std::int64_t number = in.integer();
    if (number < 0 || number > static_cast<std::int64_t>(Enum::last)) in.fail();
    if (in.ok()) value = static_cast<Enum>(number);
}

// Null stands for nothing.
template <typename Value>
void write_item(CborWriter& out, const std::optional<Value>& value) {
    if (value) {
        write_item(out, *value);
    } else {
        out.null();
    }
}
template <typename Value>
void read_item(CborReader& in, std::optional<Value>& value) {
    if (!in.null()) read_item(in, value.emplace());
}

template <typename Value>
void write_item(CborWriter& out, const std::vector<Value>& values) {
    out.array(values.size());
    for (const Value& value : values) write_item(out, value);
}
template <typename Value>
void read_item(CborReader& in, std::vector<Value>& values) {
    const std::size_t count = in.array();
    for (std::size_t i = 0; i < count && in.ok(); ++i) read_item(in, values.emplace_back());
}

}  // namespace stormote
