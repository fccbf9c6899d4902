// Secret token: what a browser shows to say who it is: 32 bytes by chance, in URL-safe base 64. The
// server keeps a hash of it alone, so that who reads the file cannot use what stands there. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sync/base/crypto.h"

namespace stormote {

[[nodiscard]] std::string make_secret_token(Random& random);
// Nothing where the text cannot be a token.
[[nodiscard]] std::optional<Hash> hash_of_token(std::string_view token);
// Of a session's token: what its forms carry. Not to be told from chance, and known to nobody who
// has not the token.
[[nodiscard]] std::string csrf_token_of(std::string_view token);
// For people to type once: 20 letters and digits in groups, 100 bits.
[[nodiscard]] std::string make_one_time_password(Random& random);

// Takes as long wherever they differ.
[[nodiscard]] bool is_same_secret(ByteView one, ByteView other);

}  // namespace stormote
