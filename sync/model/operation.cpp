#include "sync/model/operation.h"

#include <algorithm>
#include <tuple>

namespace stormote {

Bytes encode_header_core(const OperationHeader& header) {
    Bytes bytes;
    bytes.reserve(header_core_size);
    const auto append = [&bytes](const auto& part) {
        bytes.insert(bytes.end(), part.begin(), part.end());
    };
    append(header.id.value.bytes);
    append(header.device.value.bytes);
    append_big_endian(bytes, header.sequence, 8);
    append_big_endian(bytes, header.lamport, 8);
    append_big_endian(bytes, static_cast<std::uint64_t>(header.wall_ms), 8);
    append_big_endian(bytes, static_cast<std::uint64_t>(header.kind), 2);
    append(header.body_hash);
    return bytes;
}

std::optional<OperationHeader> decode_header_core(ByteView bytes) {
    if (bytes.size() != header_core_size) return std::nullopt;
    const auto take = [&bytes](std::size_t count) {
        const ByteView part = bytes.first(count);
        bytes = bytes.subspan(count);
        return part;
    };
    OperationHeader header;
    header.id.value.bytes = *to_array<16>(take(16));
    header.device.value.bytes = *to_array<16>(take(16));
    header.sequence = read_big_endian(take(8));
    header.lamport = read_big_endian(take(8));
    header.wall_ms = static_cast<std::int64_t>(read_big_endian(take(8)));
    header.kind = static_cast<OperationKind>(read_big_endian(take(2)));
    header.body_hash = *to_array<32>(take(32));
    // Both count from 1: a stamp of 0 means "never written".
    if (header.lamport == 0 || header.lamport > largest_lamport) return std::nullopt;
    if (header.sequence == 0 || header.sequence > largest_lamport) return std::nullopt;
    return header;
}

Hash hash_body(const SaltedBody& body) {
    return keyed_hash(body.salt, body.bytes);
}

Hash chain_start(const EventId& event, const DeviceId& device) {
    Bytes bytes(event.value.bytes.begin(), event.value.bytes.end());
    bytes.insert(bytes.end(), device.value.bytes.begin(), device.value.bytes.end());
    return hash_bytes(bytes);
}

Hash chain(const Hash& previous, const OperationHeader& header) {
    Bytes bytes = encode_header_core(header);
    bytes.insert(bytes.begin(), previous.begin(), previous.end());
    return hash_bytes(bytes);
}

DeviceId device_of(const PublicKey& key) {
    const Hash digest = hash_bytes(key);
    DeviceId device;
    std::copy_n(digest.begin(), device.value.bytes.size(), device.value.bytes.begin());
    return device;
}

bool is_before(const OperationHeader& left, const OperationHeader& right) {
    return std::tie(left.lamport, left.device, left.sequence) <
           std::tie(right.lamport, right.device, right.sequence);
}

}  // namespace stormote
