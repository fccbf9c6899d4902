#include "kiosk/ui/shell/event_style.h"

#include <algorithm>
#include <cmath>
#include <functional>

#include "kiosk/ui/render/canvas.h"

namespace stormote {

Size logo_size(const LogoPicture& picture, Size bounds) {
    if (picture.width <= 0 || picture.height <= 0) return {};
    const auto width = static_cast<float>(picture.width);
    const auto height = static_cast<float>(picture.height);
    const float scale = std::min(bounds.width / width, bounds.height / height);
    return {std::max(1.0F, std::round(width * scale)), std::max(1.0F, std::round(height * scale))};
}

RasterImage rasterise_logo(const LogoPicture& picture, int width_px, int height_px) {
    Canvas canvas(width_px, height_px);
    cairo_t *cairo = canvas.cairo();
    // cairo only reads it.
    std::vector<std::uint32_t> pixels = picture.pixels;
    cairo_surface_t *source = cairo_image_surface_create_for_data(
        reinterpret_cast<unsigned char *>(pixels.data()), CAIRO_FORMAT_ARGB32, picture.width,
        picture.height, picture.width * static_cast<int>(sizeof(std::uint32_t)));
    cairo_scale(cairo, static_cast<double>(width_px) / picture.width,
                static_cast<double>(height_px) / picture.height);
    cairo_set_source_surface(cairo, source, 0, 0);
    cairo_pattern_set_filter(cairo_get_source(cairo), CAIRO_FILTER_GOOD);
    cairo_paint(cairo);
    // The canvas must not hold on to pixels that go.
    cairo_set_source_rgb(cairo, 0, 0, 0);
    cairo_surface_destroy(source);
    return canvas.picture();
}

void EventStyle::follow(const LatestFields& settings) {
    if (const std::string& colour = settings.get(SettingField::colour); colour != colour_setting_) {
        colour_setting_ = colour;
        const auto hex = parse_colour(colour);
        colour_ = hex ? std::optional(colour_from_hex(*hex)) : std::nullopt;
        adorned_.clear();
    }
    if (const std::string& setting = settings.get(SettingField::logo); setting != logo_setting_) {
        logo_setting_ = setting;
        logo_.reset();
        if (auto picture = logo_of_setting(setting)) {
            const bool light = is_light(*picture);
            logo_ = std::make_shared<const Logo>(Logo{
                std::move(*picture), light, std::to_string(std::hash<std::string>{}(setting))});
        }
    }
}

const Theme& EventStyle::adorn(const Theme& theme) {
    if (!colour_) return theme;
    const auto found = adorned_.find(theme.kind);
    if (found != adorned_.end()) return found->second;
    return adorned_.emplace(theme.kind, adopt_primary(theme, *colour_)).first->second;
}

}  // namespace stormote
