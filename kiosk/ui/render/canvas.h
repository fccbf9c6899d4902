// Canvas: a cairo image to draw a small picture on. Any thread, one at a time.
#pragma once

#include <memory>

#include <cairo.h>

#include "kiosk/ui/render/raster_image.h"
#include "kiosk/ui/render/theme.h"

namespace stormote {

class Canvas {
  public:
    Canvas(int width, int height);

    [[nodiscard]] cairo_t *cairo() { return cairo_.get(); }
    void set_colour(Colour colour);
    // Paths, for cairo to fill or stroke. Degrees run clockwise from three o'clock.
    void circle(double x, double y, double radius, double from_degrees = 0,
                double to_degrees = 360);
    void round_rectangle(double x, double y, double width, double height, double radius);

    // What was drawn, to be shown that far from where it was asked for. Coverage where all of it is
    // white.
    [[nodiscard]] RasterImage picture(Point offset = {}) const;

  private:
    struct Free {
        void operator()(cairo_surface_t *surface) const { cairo_surface_destroy(surface); }
        void operator()(cairo_t *cairo) const { cairo_destroy(cairo); }
    };

    std::unique_ptr<cairo_surface_t, Free> surface_;
    std::unique_ptr<cairo_t, Free> cairo_;
};

}  // namespace stormote
