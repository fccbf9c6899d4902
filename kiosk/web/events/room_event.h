// RoomEvent: the one event that a kiosk holds, as the pages show it: through the kiosk's own desk,
// so that nobody else writes in its file. What a page reads never waits for the disk
// (desk_thread.h).
//
// Borrows the desk. Any thread.
#pragma once

#include "kiosk/web/events/served_events.h"

namespace stormote {

class RoomEvent final : public ServedEvents {
  public:
    RoomEvent(DeskThread& desk, const std::filesystem::path& file);

    [[nodiscard]] std::vector<MeetingSummary> list_those(const IsWanted& is_wanted) override;
    [[nodiscard]] std::optional<ServedEvent> open(const EventId& event) override;
    bool look(const EventId& event, const std::function<void(const Desk&)>& into) override;
    // It is open: the kiosk was asked for the passphrase.
    Result<ServedEvent> unlock(const EventId& event, const std::string& passphrase) override;

  private:
    DeskThread& desk_;
    const EventId event_;
    const std::string file_name_;
};

}  // namespace stormote
