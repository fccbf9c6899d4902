#include "tests/support/screens/film_strip.h"

#include <stdexcept>
#include <utility>

namespace stormote {

namespace {

constexpr int gap = 16;
constexpr int caption_height = 28;
constexpr double caption_size = 16;

void check(cairo_status_t status) {
    if (status != CAIRO_STATUS_SUCCESS) throw std::runtime_error(cairo_status_to_string(status));
}

}  // namespace

void FilmStrip::add(const std::string& name, cairo_surface_t *picture) {
    const double scale = static_cast<double>(cell_width_) / cairo_image_surface_get_width(picture);
    const int height = static_cast<int>(cairo_image_surface_get_height(picture) * scale);
    CairoSurface small{cairo_image_surface_create(CAIRO_FORMAT_RGB24, cell_width_, height)};
    const std::unique_ptr<cairo_t, FreeCairo> cairo{cairo_create(small.get())};
    cairo_scale(cairo.get(), scale, scale);
    cairo_set_source_surface(cairo.get(), picture, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo.get()), CAIRO_FILTER_GOOD);
    cairo_paint(cairo.get());
    frames_.push_back({name, std::move(small)});
}

void FilmStrip::write(const std::filesystem::path& file) const {
    if (frames_.empty()) return;
    const int height = cairo_image_surface_get_height(frames_.front().picture.get());
    const int rows = (static_cast<int>(frames_.size()) + columns_ - 1) / columns_;
    const int step_x = cell_width_ + gap;
    const int step_y = height + caption_height + gap;
    const CairoSurface sheet{cairo_image_surface_create(CAIRO_FORMAT_RGB24, columns_ * step_x + gap,
                                                        rows * step_y + gap)};
    check(cairo_surface_status(sheet.get()));
    const std::unique_ptr<cairo_t, FreeCairo> cairo{cairo_create(sheet.get())};
    cairo_set_source_rgb(cairo.get(), 0.45, 0.47, 0.5);
    cairo_paint(cairo.get());
    cairo_select_font_face(cairo.get(), "DejaVu Sans", CAIRO_FONT_SLANT_NORMAL,
                           CAIRO_FONT_WEIGHT_BOLD);
    cairo_set_font_size(cairo.get(), caption_size);
    for (std::size_t i = 0; i < frames_.size(); ++i) {
        const int place = static_cast<int>(i);
        const int row = place / columns_;
        const double x = gap + (place % columns_) * step_x;
        const double y = gap + row * step_y;
        cairo_set_source_surface(cairo.get(), frames_[i].picture.get(), x, y);
        cairo_paint(cairo.get());
        cairo_set_source_rgb(cairo.get(), 1, 1, 1);
        cairo_move_to(cairo.get(), x, y + height + caption_size + 4);
        cairo_show_text(cairo.get(), frames_[i].name.c_str());
    }
    check(cairo_surface_write_to_png(sheet.get(), file.c_str()));
}

}  // namespace stormote
