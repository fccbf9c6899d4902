// A fingerprint of a drawn frame: equal ones look equal, so the second need not be shown.
// The screen thread.
#pragma once

#include <cstdint>

#include "kiosk/ui/theme.h"

struct ImDrawData;

namespace stormote {

[[nodiscard]] std::uint64_t hash_of(const ImDrawData& frame, std::uint64_t picture_generation,
                                    Colour ground);

}  // namespace stormote
