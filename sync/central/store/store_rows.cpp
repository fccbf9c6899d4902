#include "sync/central/store/store_rows.h"

namespace stormote {

Bytes join_body(const SaltedBody& body) {
    Bytes bytes;
    bytes.reserve(body.salt.size() + body.bytes.size());
    bytes.insert(bytes.end(), body.salt.begin(), body.salt.end());
    bytes.insert(bytes.end(), body.bytes.begin(), body.bytes.end());
    return bytes;
}

std::optional<SaltedBody> split_body(ByteView joined) {
    if (joined.size() < sizeof(Salt)) return std::nullopt;
    const ByteView bytes = joined.subspan(sizeof(Salt));
    return SaltedBody{*to_array<32>(joined.first(sizeof(Salt))), Bytes(bytes.begin(), bytes.end())};
}

}  // namespace stormote
