// FilmStrip: many screens on one picture, each with its name below it, so that they can be looked
// over together. One thread.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <cairo.h>

namespace stormote {

struct FreeCairo {
    void operator()(cairo_surface_t *surface) const { cairo_surface_destroy(surface); }
    void operator()(cairo_t *cairo) const { cairo_destroy(cairo); }
};
using CairoSurface = std::unique_ptr<cairo_surface_t, FreeCairo>;

class FilmStrip {
  public:
    // So many pictures beside each other, each that wide in the end.
    FilmStrip(int columns, int cell_width) : columns_(columns), cell_width_(cell_width) {}

    // Pictures of one shape, at least as large as they are shown.
    void add(const std::string& name, cairo_surface_t *picture);
    void write(const std::filesystem::path& file) const;

  private:
    struct Frame {
        std::string name;
        CairoSurface picture;
    };

    int columns_;
    int cell_width_;
    std::vector<Frame> frames_;
};

}  // namespace stormote
