#include "kiosk/web/server/web_routes.h"

namespace stormote {

namespace {

// The part up to the next slash, which is taken off; the path begins with one.
std::string_view take_part(std::string_view& path) {
    path.remove_prefix(1);
    const std::string_view part = path.substr(0, path.find('/'));
    path.remove_prefix(part.size());
    return part;
}

bool is_plain(std::string_view part) {
    return !part.empty() && std::all_of(part.begin(), part.end(), [](char letter) {
        return (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') ||
               (letter >= 'A' && letter <= 'Z') || letter == '-' || letter == '_' || letter == '.';
    });
}

std::optional<std::map<std::string, std::string>> match(std::string_view pattern,
                                                        std::string_view path) {
    std::map<std::string, std::string> places;
    while (!pattern.empty() && !path.empty()) {
        if (!path.starts_with('/')) return std::nullopt;
        const std::string_view wanted = take_part(pattern);
        const std::string_view part = take_part(path);
        if (!wanted.starts_with('{')) {
            if (wanted != part) return std::nullopt;
        } else {
            if (!is_plain(part)) return std::nullopt;
            places.emplace(wanted.substr(1, wanted.size() - 2), part);
        }
    }
    if (!pattern.empty() || !path.empty()) return std::nullopt;
    return places;
}

}  // namespace

WebRoutes::Found WebRoutes::find(WebMethod method, std::string_view path) const {
    Found found;
    for (const WebRoute& route : routes_) {
        auto places = match(route.pattern, path);
        if (!places) continue;
        if (route.method == method) return {&route, false, *std::move(places)};
        found.is_other_method = true;
    }
    return found;
}

}  // namespace stormote
