// DisplayKind: what a display can do. Plain value; any thread.
#pragma once

#include <algorithm>
#include <optional>

#include "tests/support/display/picture.h"

namespace stormote {

struct DisplayKind {
    Size size{1920, 1080};
    int depth = 24;  // bits of a pixel's colour
    // Whether programs on the same machine hand over their pixels in memory.
    bool shares_memory = true;
    // A monitor at the right of the first one.
    std::optional<Size> second{};

    // Of both together: what pictures show, and what fingers reach.
    [[nodiscard]] Size desktop() const {
        if (!second) return size;
        return {size.width + second->width, std::max(size.height, second->height)};
    }
};

}  // namespace stormote
