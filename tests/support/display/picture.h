// Picture: what a screen showed at one moment. A value; any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace stormote {

struct Size {
    int width = 0;
    int height = 0;

    bool operator==(const Size&) const = default;
};

struct Picture {
    Size size;
    std::vector<std::uint32_t> pixels;  // 0x00RRGGBB, row by row from the top left

    bool operator==(const Picture&) const = default;
    [[nodiscard]] std::uint32_t pixel(int x, int y) const {
        return pixels.at(static_cast<std::size_t>(y) * static_cast<std::size_t>(size.width) +
                         static_cast<std::size_t>(x));
    }
};

// Writes a PNG file; throws std::runtime_error when that cannot be.
void save_png(const Picture& picture, const std::filesystem::path& path);

}  // namespace stormote
