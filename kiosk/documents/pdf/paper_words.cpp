#include "kiosk/documents/pdf/paper_words.h"

namespace stormote {

namespace {

bool begins_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

}  // namespace

std::string shorten(std::string_view text, std::size_t most) {
    constexpr std::string_view ellipsis = "…";
    std::size_t characters = 0;
    std::size_t cut = 0;  // where the ellipsis would stand
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (!begins_character(text[i])) continue;
        if (characters + 1 == most) cut = i;
        if (++characters > most) return std::string(text.substr(0, cut)).append(ellipsis);
    }
    return std::string(text);
}

}  // namespace stormote
