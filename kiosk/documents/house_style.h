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

#include "kiosk/documents/content/png_picture.h"
#include "sync/base/bytes.h"
#include "sync/base/error.h"

namespace stormote {

// Of a file with a logo, and of the PNG in the record.
constexpr std::size_t most_logo_bytes = std::size_t{64} * 1024;
// Of the picture in the record, in pixels.
constexpr int most_logo_side = 512;

// 0xRRGGBB of "#0B4F5C". Nothing when the text is something else.
[[nodiscard]] std::optional<std::uint32_t> parse_colour(std::string_view text);

// The setting `logo`. Nothing when it is none, or too large.
[[nodiscard]] std::optional<LogoPicture> logo_of_setting(const std::string& setting);
[[nodiscard]] std::string setting_of_logo(ByteView png);

}  // namespace stormote
