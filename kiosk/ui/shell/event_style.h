// EventStyle: the municipality's colour and logo, as the screens show them. Follows the settings,
// which another device may change at any time, and works out again only what has changed. The
// screen thread.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/documents/house_style.h"
#include "kiosk/ui/render/raster_image.h"
#include "kiosk/ui/render/theme.h"
#include "sync/model/stamp.h"

namespace stormote {

struct Logo {
    LogoPicture picture;
    bool is_light = false;
    std::string key;  // another one for another picture
};

// The largest of its shape that fits into the room, in whole pixels.
[[nodiscard]] Size logo_size(const LogoPicture& picture, Size bounds);
[[nodiscard]] RasterImage rasterise_logo(const LogoPicture& picture, int width_px, int height_px);

class EventStyle {
  public:
    void follow(const LatestFields& settings);

    // A theme in the municipality's colour, where it has one.
    [[nodiscard]] const Theme& adorn(const Theme& theme);
    // Null where there is none, or none that can be read.
    [[nodiscard]] std::shared_ptr<const Logo> logo() const { return logo_; }

  private:
    std::string colour_setting_;
    std::string logo_setting_;
    std::optional<Colour> colour_;
    std::shared_ptr<const Logo> logo_;
    std::map<ThemeKind, Theme> adorned_;
};

}  // namespace stormote
