// DisplayKind: what a display can do. Plain value; any thread.
#pragma once

#include "tests/support/display/picture.h"

namespace stormote {

struct DisplayKind {
    Size size{1920, 1080};
    int depth = 24;  // bits of a pixel's colour
    // Whether programs on the same machine hand over their pixels in memory.
    bool shares_memory = true;
};

}  // namespace stormote
