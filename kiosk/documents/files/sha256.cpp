#include "kiosk/documents/files/sha256.h"

#include <sodium.h>

namespace stormote {

static_assert(crypto_hash_sha256_BYTES == std::tuple_size_v<Hash>);

Hash sha256(std::string_view content) {
    const ByteView bytes = view_bytes(content);
    Hash hash{};
    crypto_hash_sha256(hash.data(), bytes.data(), bytes.size());
    return hash;
}

}  // namespace stormote
