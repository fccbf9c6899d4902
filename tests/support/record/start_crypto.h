// Including this makes a test program call start_crypto() before its first test, as every main()
// does.
#pragma once

#include "sync/base/crypto.h"

namespace stormote::testing {

inline const bool is_crypto_started = (start_crypto(), true);

}  // namespace stormote::testing
