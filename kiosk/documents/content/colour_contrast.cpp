#include "kiosk/documents/content/colour_contrast.h"

#include <algorithm>
#include <cmath>

namespace stormote {

namespace {

double luminance(std::uint32_t colour) {
    return 0.2126 * linear_light(colour >> 16 & 0xFFU) +
           0.7152 * linear_light(colour >> 8 & 0xFFU) + 0.0722 * linear_light(colour & 0xFFU);
}

}  // namespace

double linear_light(std::uint32_t channel) {
    const double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double contrast_ratio(std::uint32_t one, std::uint32_t other) {
    const double first = luminance(one);
    const double second = luminance(other);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

}  // namespace stormote
