// SHA-256: the hash (FIPS 180-4) that archives expect of files. What the record itself uses is
// BLAKE2b (sync/base/crypto.h). Pure, any thread.
#pragma once

#include <string_view>

#include "sync/base/crypto.h"

namespace stormote {

[[nodiscard]] Hash sha256(std::string_view content);

}  // namespace stormote
