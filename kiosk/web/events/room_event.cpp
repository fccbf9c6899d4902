#include "kiosk/web/events/room_event.h"

namespace stormote {

RoomEvent::RoomEvent(DeskThread& desk, const std::filesystem::path& file)
    : desk_(desk),
      event_(desk.read([](const Desk& opened) { return opened.event(); })),
      file_name_(file.filename().string()) {}

std::vector<MeetingSummary> RoomEvent::list_those(const IsWanted& is_wanted) {
    if (!is_wanted(event_)) return {};
    MeetingSummary summary = desk_.read([](const Desk& desk) { return summarise(desk.state()); });
    summary.id = event_;
    summary.file_name = file_name_;
    return {summary};
}

std::optional<ServedEvent> RoomEvent::open(const EventId& event) {
    if (event != event_) return std::nullopt;
    // Nobody owns it: the kiosk's desk outlives whoever is shown it.
    return ServedEvent{event_,
                       file_name_,
                       EventAccess::open,
                       std::shared_ptr<DeskThread>(std::shared_ptr<void>(), &desk_),
                       {}};
}

bool RoomEvent::look(const EventId& event, const std::function<void(const Desk&)>& into) {
    if (event != event_) return false;
    desk_.read(into);
    return true;
}

Result<ServedEvent> RoomEvent::unlock(const EventId& event, const std::string& /*passphrase*/) {
    const auto served = open(event);
    if (!served) return input_error({"There is no such meeting here."});
    return *served;
}

}  // namespace stormote
