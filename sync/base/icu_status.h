// What ICU answers about its own data. Any thread.
#pragma once

#include <unicode/utypes.h>

namespace stormote {

// Throws MachineFailure where ICU could not do as it was asked: its data is missing.
void require_icu(UErrorCode status);

}  // namespace stormote
