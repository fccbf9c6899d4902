// PdfCanvas: the pages of a PDF that grows in memory, and words that Pango lays out on them; what
// papers and labels share. Lengths are millimetres from the upper left corner. One thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include <pango/pangocairo.h>

namespace stormote {

struct CanvasText {
    std::string_view text;
    double size_mm = 4;
    bool is_bold = false;
};

class PdfCanvas {
  public:
    PdfCanvas(double width_mm, double height_mm);
    PdfCanvas(const PdfCanvas&) = delete;
    PdfCanvas& operator=(const PdfCanvas&) = delete;

    struct Free {
        void operator()(cairo_surface_t *surface) const { cairo_surface_destroy(surface); }
        void operator()(cairo_t *cairo) const { cairo_destroy(cairo); }
        void operator()(PangoLayout *layout) const { g_object_unref(layout); }
    };
    using Layout = std::unique_ptr<PangoLayout, Free>;

    // Wrapped at that width; a word that is wider is broken.
    [[nodiscard]] Layout lay_out(const CanvasText& words, double width_mm) const;
    [[nodiscard]] static double height_of(const Layout& layout);
    void show(const Layout& layout, double left, double top);

    [[nodiscard]] cairo_surface_t *surface() const { return surface_.get(); }
    [[nodiscard]] cairo_t *cairo() const { return cairo_.get(); }

    // The bytes of the PDF; nothing can be drawn afterwards.
    [[nodiscard]] std::string finish();

  private:
    std::string pdf_;
    std::unique_ptr<cairo_surface_t, Free> surface_;
    std::unique_ptr<cairo_t, Free> cairo_;
};

}  // namespace stormote
