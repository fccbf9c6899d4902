// Skipping: a test, or a part of one, that this machine lets nobody run. It is neither passed nor
// failed: each is told on a line of its own, "skipped: TEST: REASON", which tests/run counts.
#pragma once

#include <string_view>

namespace stormote::testing {

// Within a test, which then returns: `return note_skipped("cupsd runs for root only");`
void note_skipped(std::string_view reason);

}  // namespace stormote::testing
