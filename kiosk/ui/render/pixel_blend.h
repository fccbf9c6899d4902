// Arithmetic on pixels of four bytes, two of them at a time. Any thread.
#pragma once

#include <cstdint>

namespace stormote {

// 0xAARRGGBB; colour not multiplied by alpha.
using PackedColour = std::uint32_t;

// Both from 0 to 255, as shares of 1.
[[nodiscard]] constexpr std::uint32_t multiply(std::uint32_t one, std::uint32_t other) {
    const std::uint32_t product = one * other + 128;
    return (product + (product >> 8)) >> 8;
}

[[nodiscard]] constexpr std::uint32_t alpha_of(PackedColour colour) {
    return colour >> 24;
}

[[nodiscard]] constexpr PackedColour with_alpha(PackedColour colour, std::uint32_t alpha) {
    return (colour & 0xFFFFFF) | alpha << 24;
}

// `share` of 256 parts belongs to `to`; each byte for itself.
[[nodiscard]] constexpr PackedColour between(PackedColour from, PackedColour to,
                                             std::uint32_t share) {
    constexpr std::uint32_t every_other = 0x00FF00FF;
    constexpr std::uint32_t half = 0x00800080;
    const std::uint32_t rest = 256 - share;
    const std::uint32_t low = (from & every_other) * rest + (to & every_other) * share + half;
    const std::uint32_t high =
        (from >> 8 & every_other) * rest + (to >> 8 & every_other) * share + half;
    return (low >> 8 & every_other) | (high & ~every_other);
}

// The paint on that ground, by its alpha. The ground's own alpha means nothing.
[[nodiscard]] constexpr PackedColour painted(PackedColour ground, PackedColour paint) {
    const std::uint32_t alpha = alpha_of(paint);
    // 255 is the whole.
    return between(ground, paint, alpha + (alpha >> 7));
}

// A picture's pixel in the colour that its corners have.
[[nodiscard]] constexpr PackedColour tinted(PackedColour pixel, PackedColour tint) {
    PackedColour result = 0;
    for (int shift = 0; shift < 32; shift += 8) {
        result |= multiply(pixel >> shift & 0xFF, tint >> shift & 0xFF) << shift;
    }
    return result;
}

}  // namespace stormote
