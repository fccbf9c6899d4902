// House style: how the municipality presents itself, as an event's settings hold it: its colour and
// its logo. Pure, any thread; owns what it returns.
//
// A logo is recorded as a PNG that the organiser's command has drawn from a file of theirs. It may
// come from elsewhere by sync, and is read as what a stranger sent: within limits, or not at all.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/base/bytes.h"
#include "sync/base/error.h"

namespace stormote {

// Of a file with a logo, and of the PNG in the record.
constexpr std::size_t most_logo_bytes = std::size_t{64} * 1024;
// Of the picture in the record, in pixels.
constexpr int most_logo_side = 512;

// 0xRRGGBB of "#0B4F5C". Nothing when the text is something else.
[[nodiscard]] std::optional<std::uint32_t> parse_colour(std::string_view text);

// Row by row, four bytes a pixel: alpha, red, green, blue in one number; colour times alpha.
struct LogoPicture {
    int width = 0;
    int height = 0;
    std::vector<std::uint32_t> pixels;
};

// Nothing when the bytes are no whole PNG, or a side of it is longer than that.
[[nodiscard]] std::optional<LogoPicture> read_png(ByteView bytes, int most_side);
[[nodiscard]] Bytes write_png(const LogoPicture& picture);
// Fits into a square of that side, with its proportions kept; never larger than it was.
[[nodiscard]] LogoPicture shrink_logo(const LogoPicture& picture, int side);

// The setting `logo`. Nothing when it is none, or too large.
[[nodiscard]] std::optional<LogoPicture> logo_of_setting(const std::string& setting);
[[nodiscard]] std::string setting_of_logo(ByteView png);

// Whether what can be seen of it is mostly light, so that it needs a dark ground.
[[nodiscard]] bool is_light(const LogoPicture& picture);

}  // namespace stormote
