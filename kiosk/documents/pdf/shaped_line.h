// ShapedLine: a line of words as glyphs with their places, made by Pango, drawn by cairo. Lengths
// are those of the layout that it was made from. Values that share the fonts; one thread.
//
// Pango can draw its layouts by itself. Here every line is taken apart first: to be drawn on the
// page that it falls on, and so that the space at which a line was broken stays in the file, which
// otherwise would run the words around it together for whoever copies or listens.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <pango/pangocairo.h>

namespace stormote {

struct GlyphRun {
    struct Release {
        void operator()(PangoFont *released) const { g_object_unref(released); }
    };

    std::shared_ptr<PangoFont> font;
    std::string text;
    std::vector<cairo_glyph_t> glyphs;  // from the line's left end, on its baseline
    std::vector<cairo_text_cluster_t> clusters;
    cairo_text_cluster_flags_t direction{};
};

struct ShapedLine {
    std::vector<GlyphRun> runs;
    double left = 0;  // where the layout's alignment puts it
    double width = 0;
    double ascent = 0;  // above the baseline, with the room that the fonts ask for
    double descent = 0;
    bool has_ink = false;  // otherwise there is nothing to draw: blanks
    bool ends_paragraph = false;

    [[nodiscard]] double height() const { return ascent + descent; }
};

[[nodiscard]] std::vector<ShapedLine> shaped_lines(PangoLayout *layout);

void draw_line(cairo_t *cairo, const ShapedLine& line, double left, double baseline);

}  // namespace stormote
