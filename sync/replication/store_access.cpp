#include "sync/replication/store_access.h"

#include <fstream>
#include <iterator>

#include "sync/base/private_file.h"

namespace stormote {

namespace fs = std::filesystem;

namespace {

fs::path hub_file_of(const fs::path& state_directory, const EventId& event) {
    return state_directory / "stores" / to_string(event);
}

}  // namespace

std::optional<KnownHub> load_hub(const fs::path& state_directory, const EventId& event) {
    std::ifstream stream(hub_file_of(state_directory, event));
    std::string place_line;
    std::string token_line;
    std::getline(stream, place_line);
    std::getline(stream, token_line);
    auto place = read_place(place_line);
    const auto token = read_token(token_line);
    if (!place || !token) return std::nullopt;
    return KnownHub{*std::move(place), write_token(*token)};
}

void save_hub(const fs::path& state_directory, const EventId& event, const StorePlace& place,
              const Token& token) {
    const auto known = load_hub(state_directory, event);
    // Where it is the same, the next one may be under way.
    const bool is_there = known && known->token == write_token(token);
    if (is_there && known->place == place) return;
    const fs::path file = hub_file_of(state_directory, event);
    replace_private_file(file, write_place(place) + "\n" + write_token(token) + "\n");
    if (!is_there) forget_next_token(file);
}

DeviceToken kept_hub_token(const fs::path& state_directory, const EventId& event,
                           const StorePlace& place, const Token& token) {
    return {write_token(token),
            {hub_file_of(state_directory, event),
             [state_directory, event, place]() -> std::optional<std::string> {
                 auto hub = load_hub(state_directory, event);
                 // Of another hub nothing is shown here.
                 if (!hub || !(hub->place.certificate == place.certificate)) return std::nullopt;
                 return std::move(hub->token);
             },
             [state_directory, event, place](const Token& next) {
                 save_hub(state_directory, event, place, next);
             }}};
}

Error no_store_known() {
    return usage_error(
        {"Say which central store: --central https://name:port. This machine has scanned no code "
         "of a hub for the event."});
}

Result<StoreAccess> StoreAccess::find(const fs::path& state_directory, const EventId& event,
                                      std::string url) {
    if (url.empty()) {
        auto hub = load_hub(state_directory, event);
        if (!hub) return no_store_known();
        auto kept = kept_hub_token(state_directory, event, hub->place, *read_token(hub->token));
        return StoreAccess({}, std::move(hub->place), std::move(kept));
    }
    const auto token = load_token(state_directory, event);
    if (!token) return missing_token();
    return StoreAccess(std::move(url), std::nullopt,
                       kept_token(state_directory, event, *read_token(*token)));
}

Result<std::unique_ptr<StoreConnection>> StoreAccess::connect(const HttpOptions& options) const {
    return connect_store(url_, place_, options);
}

Result<std::unique_ptr<StoreConnection>> connect_store(const std::string& url,
                                                       const std::optional<StorePlace>& place,
                                                       const HttpOptions& options) {
    if (!url.empty()) return connect_http(url, options);
    if (place) return connect_place(*place, options);
    return usage_error(
        {"The pairing text does not say where the store is. Give its address: --central "
         "https://name:port."});
}

}  // namespace stormote
