// Measured contrast: how well the words of a drawn screen stand out from what they stand on, from
// the picture itself. Any thread.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "kiosk/ui/render/theme.h"
#include "kiosk/ui/widgets/screen_record.h"

namespace stormote {

struct Display {
    int width = 0;
    int height = 0;
    int stride = 0;                        // bytes a row
    std::span<const unsigned char> bytes;  // blue, green, red and nothing for each pixel
};

// The most frequent colour of a rectangle against the one that stands out most from it and is more
// than a speck; 1 where there is one colour only.
[[nodiscard]] double measure_contrast(const Display& display, const Rect& rect);

struct FaintWords {
    std::string words;
    double contrast = 1;
};

// Those below `least`, of all that is read: what cannot be pressed now is exempt, as in WCAG 1.4.3.
[[nodiscard]] std::vector<FaintWords> find_faint_words(const Display& display,
                                                       const ScreenRecord& record, double least);

}  // namespace stormote
