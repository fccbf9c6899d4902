// Colour contrast: how well one colour can be told from another, by the formula of WCAG 2.2
// ("contrast ratio", "relative luminance"). Pure, any thread.
#pragma once

#include <cstdint>

namespace stormote {

// The light of red, green or blue, of which 255 is 1, by sRGB.
[[nodiscard]] double linear_light(std::uint32_t channel);

// From 1 to 21. 0xRRGGBB.
[[nodiscard]] double contrast_ratio(std::uint32_t one, std::uint32_t other);

}  // namespace stormote
