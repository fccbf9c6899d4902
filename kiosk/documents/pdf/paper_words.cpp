#include "kiosk/documents/pdf/paper_words.h"

#include <glib.h>

#include "sync/base/utf8.h"

namespace stormote {

namespace {

constexpr std::string_view no_letter = "□";

bool begins_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U;
}

// Letters that mean something only to who agreed on it (ISO 19005-2, 6.2.11.7.3).
bool is_private(gunichar letter) {
    return g_unichar_type(letter) == G_UNICODE_PRIVATE_USE;
}

bool is_left_out(gunichar letter) {
    // A byte order mark, and what no text can hold.
    return g_unichar_iscntrl(letter) != FALSE || letter == 0xFEFF || (letter & 0xFFFEU) == 0xFFFEU;
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

std::string drawable(std::string_view text) {
    gchar *valid = g_utf8_make_valid(text.data(), static_cast<gssize>(text.size()));
    std::string drawn;
    drawn.reserve(text.size());
    for (const gchar *at = valid; *at != '\0'; at = g_utf8_next_char(at)) {
        const gunichar letter = g_utf8_get_char(at);
        if (letter == '\n' || letter == 0x2028 || letter == 0x2029) {
            drawn += '\n';
        } else if (letter == '\t') {
            drawn += ' ';
        } else if (is_private(letter)) {
            drawn += no_letter;
        } else if (!is_left_out(letter)) {
            append_utf8(drawn, letter);
        }
    }
    g_free(valid);
    return drawn;
}

bool is_blank(std::string_view text) {
    return drawable(text).find_first_not_of(" \n") == std::string::npos;
}

std::string breakable(std::string_view text) {
    constexpr std::size_t longest_word = 100;
    constexpr std::string_view zero_width_space = "\xE2\x80\x8B";
    std::string broken;
    std::size_t letters = 0;  // since the last blank or break
    const std::string drawn = drawable(text);
    for (const char byte : drawn) {
        if (byte == ' ' || byte == '\n') {
            letters = 0;
        } else if (begins_character(byte) && ++letters > longest_word) {
            broken += zero_width_space;
            letters = 1;
        }
        broken += byte;
    }
    return broken;
}

}  // namespace stormote
