#include "kiosk/documents/house_style.h"

namespace stormote {

std::optional<std::uint32_t> parse_colour(std::string_view text) {
    if (text.size() != 7 || text.front() != '#') return std::nullopt;
    const auto bytes = from_hex(text.substr(1));
    if (!bytes) return std::nullopt;
    return static_cast<std::uint32_t>(read_big_endian(*bytes));
}

std::optional<LogoPicture> logo_of_setting(const std::string& setting) {
    // Four letters hold three bytes.
    if (setting.empty() || setting.size() / 4 * 3 > most_logo_bytes) return std::nullopt;
    const auto png = from_base64(setting);
    if (!png) return std::nullopt;
    return read_png(*png, most_logo_side);
}

std::string setting_of_logo(ByteView png) {
    return to_base64(png);
}

}  // namespace stormote
