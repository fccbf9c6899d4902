// TextShaper: turns text into pixels by Pango: wrapping, ellipsis, Arabic, whatever fonts there
// are. Knows no screen and no GL, so that layouts can be measured anywhere. One thread.
#pragma once

#include <cstddef>
#include <memory>
#include <string_view>
#include <vector>

#include "kiosk/ui/render/geometry.h"
#include "kiosk/ui/render/raster_image.h"
#include "kiosk/ui/render/theme.h"

namespace stormote {

enum class Weight { regular, bold };
enum class Align { start, centre, end };
// Whether **stars** in the text make what they enclose bold. For sentences of ours only.
enum class Emphasis { none, stars };
// By its first letter, or from the right as soon as it holds any letter that is read that way: an
// Arabic sentence may begin with a Swedish name.
enum class ReadingOrder { by_first_letter, from_right };

struct TextStyle {
    float size_px = 28;
    Colour colour;
    Weight weight = Weight::regular;
    float wrap_px = 0;  // 0: one line, as long as it is
    // Whether a word that is wider than its line is broken as Swedish does, where that is known.
    // Not for text that somebody writes: places in it would not be where the caret finds them.
    bool hyphenates = false;
    int max_lines = 0;  // 0: as many as it takes; otherwise it ends in an ellipsis
    Align align = Align::start;
    Emphasis emphasis = Emphasis::none;
    ReadingOrder reading = ReadingOrder::by_first_letter;
    // Lines of large letters stand closer than the font has them.
    float line_spacing = 1;
};

struct TextExtent {
    Size size;           // of the box of lines; with wrapping, as wide as the widest line
    float baseline = 0;  // of the first line, from the top
    int line_count = 1;
    bool shortened = false;  // an ellipsis stands for the rest
};

// A line of a wrapped text, in bytes; a line feed at its end is not part of it.
struct TextLine {
    std::size_t start = 0;
    std::size_t length = 0;
};

class TextShaper {
  public:
    TextShaper();
    ~TextShaper();
    TextShaper(const TextShaper&) = delete;
    TextShaper& operator=(const TextShaper&) = delete;

    [[nodiscard]] TextExtent measure(std::string_view text, const TextStyle& style) const;
    // Where a caret behind the last letter stands, from the left: right-to-left text ends left.
    [[nodiscard]] float caret_x(std::string_view text, const TextStyle& style) const {
        return caret_x(text, style, text.size());
    }
    // The same for a caret before the byte at `offset`, where a letter begins.
    [[nodiscard]] float caret_x(std::string_view text, const TextStyle& style,
                                std::size_t offset) const;
    // Of a single line: the place between two letters that is nearest to x, in bytes.
    [[nodiscard]] std::size_t offset_at(std::string_view text, const TextStyle& style,
                                        float x) const;
    // At least one, which may be empty.
    [[nodiscard]] std::vector<TextLine> lines(std::string_view text, const TextStyle& style) const;
    // The next place for a caret after `offset`, or the one before it: a letter with its marks,
    // or an emoji of several parts, is one step.
    [[nodiscard]] static std::size_t next_caret(std::string_view text, std::size_t offset);
    [[nodiscard]] static std::size_t previous_caret(std::string_view text, std::size_t offset);
    // The word around that place, or that begins or ends there; of no length where there is none.
    [[nodiscard]] static TextLine word_at(std::string_view text, std::size_t offset);

    // Empty where there is nothing to see. White, as coverage: the style's colour comes when it is
    // shown. Where a font has colours of its own, as that of emoji, in colour, and the letters in
    // the style's.
    [[nodiscard]] RasterImage rasterise(std::string_view text, const TextStyle& style) const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace stormote
