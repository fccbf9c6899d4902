// Logos of municipalities that do not exist, in any shape: for screens to show. Pure.
#pragma once

#include <memory>

#include "kiosk/ui/shell/event_style.h"

namespace stormote {

enum class LogoInk { dark, light };

// A band with a disc in its middle, on nothing.
[[nodiscard]] inline std::shared_ptr<const Logo> sample_logo(int width, int height,
                                                             LogoInk ink = LogoInk::dark) {
    LogoPicture picture{width, height, {}};
    const std::uint32_t band = ink == LogoInk::dark ? 0xFF0B4F5C : 0xFFFFFFFF;
    const std::uint32_t disc = ink == LogoInk::dark ? 0xFFF2B705 : 0;
    const int radius = std::min(width, height) * 3 / 10;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const int across = x - width / 2;
            const int down = y - height / 2;
            const bool is_disc = across * across + down * down <= radius * radius;
            picture.pixels.push_back(is_disc ? disc : band);
        }
    }
    const bool light = is_light(picture);
    return std::make_shared<const Logo>(
        Logo{std::move(picture), light,
             std::to_string(width) + "x" + std::to_string(height) + (light ? " light" : " dark")});
}

}  // namespace stormote
