// TextShaper: turns text into pixels by Pango: wrapping, ellipsis, Arabic, whatever fonts there
// are. Knows no screen and no GL, so that layouts can be measured anywhere. One thread.
#pragma once

#include <memory>
#include <string_view>

#include "kiosk/ui/geometry.h"
#include "kiosk/ui/raster_image.h"
#include "kiosk/ui/theme.h"

namespace stormote {

enum class Weight { regular, bold };
enum class Align { start, centre, end };
// Whether **stars** in the text make what they enclose bold. For sentences of ours only.
enum class Emphasis { none, stars };

struct TextStyle {
    float size_px = 28;
    Colour colour;
    Weight weight = Weight::regular;
    float wrap_px = 0;  // 0: one line, as long as it is
    int max_lines = 0;  // 0: as many as it takes; otherwise it ends in an ellipsis
    Align align = Align::start;
    Emphasis emphasis = Emphasis::none;
    // Lines of large letters stand closer than the font has them.
    float line_spacing = 1;
};

struct TextExtent {
    Size size;           // of the box of lines; with wrapping, as wide as the widest line
    float baseline = 0;  // of the first line, from the top
    int line_count = 1;
    bool shortened = false;  // an ellipsis stands for the rest
};

class TextShaper {
  public:
    TextShaper();
    ~TextShaper();
    TextShaper(const TextShaper&) = delete;
    TextShaper& operator=(const TextShaper&) = delete;

    [[nodiscard]] TextExtent measure(std::string_view text, const TextStyle& style) const;
    // Where a caret behind the last letter stands, from the left: right-to-left text ends left.
    [[nodiscard]] float caret_x(std::string_view text, const TextStyle& style) const;
    // Empty where there is nothing to see.
    [[nodiscard]] RasterImage rasterise(std::string_view text, const TextStyle& style) const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace stormote
