// RoomPages: the pages within a kiosk, for the browsers of a room: of the one event that it holds,
// with accounts of its own in the machine's state. Serves on threads of its own until it goes.
// Borrows everything else, which outlives it.
#pragma once

#include "kiosk/web/events/room_event.h"
#include "kiosk/web/service/pages_service.h"

namespace stormote {

struct RoomPagesOptions {
    std::string address;  // "0.0.0.0:8080": under all addresses of this machine
    // PEM; without them whoever is on the room's network can read along.
    std::filesystem::path certificate{};
    std::filesystem::path key{};
    std::filesystem::path event_file;
    std::filesystem::path state_directory;
};

// Where the accounts lie that a kiosk's pages know.
[[nodiscard]] std::filesystem::path room_accounts_folder(
    const std::filesystem::path& state_directory);

class RoomPages {
  public:
    // Error: this device may not let others record, or as PagesService::start().
    static Result<std::unique_ptr<RoomPages>> open(DeskThread& desk,
                                                   const RoomPagesOptions& options,
                                                   const Clock& clock, Random& random,
                                                   const Texts& texts, PagesService::Tell tell);

    [[nodiscard]] int port() const { return service_->port(); }

  private:
    RoomPages(DeskThread& desk, const std::filesystem::path& file) : event_(desk, file) {}

    RoomEvent event_;
    std::unique_ptr<PagesService> service_;
};

}  // namespace stormote
