#include "kiosk/web/accounts/secret_token.h"

#include <sodium.h>

namespace stormote {

namespace {

constexpr std::size_t token_size = 43;  // of 32 bytes in base 64

}  // namespace

std::string make_secret_token(Random& random) {
    return to_base64(random.bytes<32>());
}

std::optional<Hash> hash_of_token(std::string_view token) {
    if (token.size() != token_size) return std::nullopt;
    const auto bytes = from_base64(token);
    if (!bytes || bytes->size() != 32) return std::nullopt;
    return keyed_hash(view_bytes("stormote-web token"), *bytes);
}

std::string csrf_token_of(std::string_view token) {
    return to_base64(keyed_hash(view_bytes("stormote-web form"), view_bytes(token)));
}

std::string make_one_time_password(Random& random) {
    // Without letters that are taken for digits.
    constexpr std::string_view letters = "abcdefghjkmnpqrstvwxyz0123456789";
    std::string password;
    for (int i = 0; i < 20; ++i) {
        if (i > 0 && i % 5 == 0) password += '-';
        password += letters[random.below(letters.size())];
    }
    return password;
}

bool is_same_secret(ByteView one, ByteView other) {
    return one.size() == other.size() && sodium_memcmp(one.data(), other.data(), one.size()) == 0;
}

}  // namespace stormote
