// PdfCanvas: the pages of a PDF that grows in memory, and words that Pango lays out on them; what
// papers, labels and documents share. Lengths are millimetres from the upper left corner. One
// thread.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <pango/pangocairo.h>

#include "kiosk/documents/content/document.h"
#include "kiosk/documents/content/png_picture.h"
#include "kiosk/documents/pdf/shaped_line.h"

namespace stormote {

constexpr double points_per_mm = 72 / 25.4;

enum class LetterFace : std::uint8_t {
    words,
    typed,  // all of one width, as what is typed into a computer
};

struct CanvasText {
    std::string_view text;
    double size_mm = 4;
    bool is_bold = false;
    LetterFace face = LetterFace::words;
    std::span<const TextRange> strong{};
};

class PdfCanvas {
  public:
    // The language, "sv", chooses among forms of letters and between fonts.
    PdfCanvas(double width_mm, double height_mm, std::string_view language = "sv");
    PdfCanvas(const PdfCanvas&) = delete;
    PdfCanvas& operator=(const PdfCanvas&) = delete;

    // What has no direction of its own, as a number, stands as in a text that is read that way.
    void read_from_right();

    struct Free {
        void operator()(cairo_surface_t *surface) const { cairo_surface_destroy(surface); }
        void operator()(cairo_t *cairo) const { cairo_destroy(cairo); }
        void operator()(PangoLayout *layout) const { g_object_unref(layout); }
        void operator()(PangoContext *context) const { g_object_unref(context); }
        void operator()(PangoAttrList *attributes) const { pango_attr_list_unref(attributes); }
        void operator()(PangoFontDescription *font) const { pango_font_description_free(font); }
    };
    using Layout = std::unique_ptr<PangoLayout, Free>;

    // Wrapped at that width; a word that is wider is broken. Of a text without end its beginning.
    [[nodiscard]] Layout lay_out(const CanvasText& words, double width_mm) const;
    [[nodiscard]] static double height_of(const Layout& layout);
    // Whether anything of it can be seen: of blanks nothing.
    [[nodiscard]] static bool has_ink(const Layout& layout);
    void show(const Layout& layout, double left, double top);

    // The same as lines that can be drawn apart from each other; of any length.
    [[nodiscard]] std::vector<ShapedLine> shape(const CanvasText& words, double width_mm) const;
    void show(const ShapedLine& line, double left, double baseline);
    void fill_box(double left, double top, double width, double height, std::uint32_t colour);
    // Into that box; its proportions are the caller's.
    void paint(const LogoPicture& picture, double left, double top, double width, double height);
    void use_colour(std::uint32_t colour);  // 0xRRGGBB, for what is drawn next

    // What is drawn from here on is one mark of the page, until the next one (pdf_marks.h).
    void begin_mark();

    [[nodiscard]] cairo_surface_t *surface() const { return surface_.get(); }
    [[nodiscard]] cairo_t *cairo() const { return cairo_.get(); }

    // The bytes of the PDF; nothing can be drawn afterwards.
    [[nodiscard]] std::string finish();

  private:
    // Of the text that the layout has.
    void set_attributes(PangoLayout *layout, std::span<const TextRange> strong) const;
    void set_words(PangoLayout *layout, const CanvasText& words, double width_mm,
                   const std::string& text) const;

    std::string pdf_;
    std::unique_ptr<cairo_surface_t, Free> surface_;
    std::unique_ptr<cairo_t, Free> cairo_;
    // One for all layouts: a context looks every font up anew.
    std::unique_ptr<PangoContext, Free> context_;
    std::unique_ptr<PangoFontDescription, Free> font_;
    std::unique_ptr<PangoAttrList, Free> attributes_;
    Layout shaper_;  // whose words are taken out as lines at once
};

}  // namespace stormote
