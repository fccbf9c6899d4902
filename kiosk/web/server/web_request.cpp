#include "kiosk/web/server/web_request.h"

#include <charconv>

namespace stormote {

const std::string& WebFields::get(std::string_view name) const {
    static const std::string none;
    for (const auto& [known, value] : fields_) {
        if (known == name) return value;
    }
    return none;
}

std::vector<std::string> WebFields::all(std::string_view name) const {
    std::vector<std::string> values;
    for (const auto& [known, value] : fields_) {
        if (known == name) values.push_back(value);
    }
    return values;
}

bool WebFields::has(std::string_view name) const {
    return std::any_of(fields_.begin(), fields_.end(),
                       [name](const auto& field) { return field.first == name; });
}

std::optional<std::int64_t> WebFields::number(std::string_view name) const {
    const std::string& text = get(name);
    std::int64_t value = 0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (text.empty() || status != std::errc() || end != text.data() + text.size()) {
        return std::nullopt;
    }
    return value;
}

}  // namespace stormote
