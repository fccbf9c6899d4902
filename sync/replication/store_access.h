// Store access: how this machine reaches the store of an event. Either at the address that is said,
// with the token in STATE/tokens; or, where none is said, at the hub whose code was scanned: its
// place and the token there lie in STATE/stores/EVENT-ID, readable by their owner only. Any thread.
#pragma once

#include "sync/replication/http_connection.h"
#include "sync/replication/token_file.h"

namespace stormote {

// What a machine keeps of a hub.
struct KnownHub {
    StorePlace place;
    std::string token;
};

// Nothing where there is none, or what lies there cannot be read.
[[nodiscard]] std::optional<KnownHub> load_hub(const std::filesystem::path& state_directory,
                                               const EventId& event);
// Durable on return. Throws MachineFailure.
void save_hub(const std::filesystem::path& state_directory, const EventId& event,
              const StorePlace& place, const Token& token);

// As kept_token(), of the hub at that place.
[[nodiscard]] DeviceToken kept_hub_token(const std::filesystem::path& state_directory,
                                         const EventId& event, const StorePlace& place,
                                         const Token& token);

[[nodiscard]] Error no_store_known();

class StoreAccess {
  public:
    // An empty address: the hub. Error: the machine has no token there, or knows no hub.
    static Result<StoreAccess> find(const std::filesystem::path& state_directory,
                                    const EventId& event, std::string url);

    static StoreAccess at_hub(StorePlace place, const Token& token) {
        return {{}, std::move(place), DeviceToken(write_token(token))};
    }

    [[nodiscard]] const DeviceToken& token() const { return token_; }
    // As connect_http() or connect_place().
    [[nodiscard]] Result<std::unique_ptr<StoreConnection>> connect(
        const HttpOptions& options) const;

  private:
    StoreAccess(std::string url, std::optional<StorePlace> place, DeviceToken token)
        : url_(std::move(url)), place_(std::move(place)), token_(std::move(token)) {}

    std::string url_;
    std::optional<StorePlace> place_;
    DeviceToken token_;
};

// The address where one is said, else the place. Error: there is neither.
[[nodiscard]] Result<std::unique_ptr<StoreConnection>> connect_store(
    const std::string& url, const std::optional<StorePlace>& place, const HttpOptions& options);

}  // namespace stormote
