#include "kiosk/lists/field_limits.h"

#include "sync/base/text_folding.h"

namespace stormote {

std::optional<std::size_t> excess_length(std::string_view text, std::size_t most) {
    // No text has more characters than bytes, and most texts are short.
    if (text.size() <= most) return std::nullopt;
    const std::size_t length = count_code_points(text);
    return length > most ? std::optional(length) : std::nullopt;
}

std::optional<Error> check_length(std::string_view text, std::size_t most) {
    const auto length = excess_length(text, most);
    if (!length) return std::nullopt;
    return input_error({"The text is longer than {} characters: it has {}. Make it shorter."}, most,
                       *length);
}

}  // namespace stormote
