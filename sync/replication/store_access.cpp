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
    replace_private_file(hub_file_of(state_directory, event),
                         write_place(place) + "\n" + write_token(token) + "\n");
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
        if (hub) return StoreAccess({}, std::move(hub->place), std::move(hub->token));
        return no_store_known();
    }
    auto token = load_token(state_directory, event);
    if (!token) return missing_token();
    return StoreAccess(std::move(url), std::nullopt, *std::move(token));
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
