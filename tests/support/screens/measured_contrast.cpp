#include "tests/support/screens/measured_contrast.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_map>

namespace stormote {

namespace {

// Smoothed edges have few pixels of each colour, a letter's stem and a dot have more.
constexpr int least_pixels = 6;

std::uint32_t pixel_at(const Display& display, int x, int y) {
    const std::size_t at = static_cast<std::size_t>(y) * static_cast<std::size_t>(display.stride) +
                           static_cast<std::size_t>(x) * 4;
    return static_cast<std::uint32_t>(display.bytes[at + 2]) << 16 |
           static_cast<std::uint32_t>(display.bytes[at + 1]) << 8 | display.bytes[at];
}

// A target's own edge stands out from what is around it, which says nothing of its words.
Rect words_of(const RecordedItem& item) {
    if (!item.target) return item.rect;
    const float edge = std::round(std::min(item.rect.width, item.rect.height) * 0.12F);
    return item.rect.inset(edge, edge);
}

}  // namespace

double measure_contrast(const Display& display, const Rect& rect) {
    const int left = std::clamp(static_cast<int>(std::floor(rect.left)), 0, display.width);
    const int right = std::clamp(static_cast<int>(std::ceil(rect.right())), 0, display.width);
    const int top = std::clamp(static_cast<int>(std::floor(rect.top)), 0, display.height);
    const int bottom = std::clamp(static_cast<int>(std::ceil(rect.bottom())), 0, display.height);
    std::unordered_map<std::uint32_t, int> counts;
    for (int y = top; y < bottom; ++y) {
        for (int x = left; x < right; ++x) ++counts[pixel_at(display, x, y)];
    }
    if (counts.empty()) return 1;
    const auto ground = std::max_element(
        counts.begin(), counts.end(),
        [](const auto& one, const auto& other) { return one.second < other.second; });
    double contrast = 1;
    for (const auto& [colour, count] : counts) {
        if (count < least_pixels) continue;
        contrast = std::max(
            contrast, contrast_ratio(colour_from_hex(colour), colour_from_hex(ground->first)));
    }
    return contrast;
}

std::vector<FaintWords> find_faint_words(const Display& display, const ScreenRecord& record,
                                         double least) {
    std::vector<FaintWords> faint;
    for (const RecordedItem& item : record.items()) {
        const bool is_read = item.role != Role::image && item.role != Role::field;
        if (!is_read || item.label.empty() || (item.target && !item.enabled)) continue;
        const double contrast = measure_contrast(display, words_of(item));
        if (contrast < least) faint.push_back({item.label, contrast});
    }
    return faint;
}

}  // namespace stormote
