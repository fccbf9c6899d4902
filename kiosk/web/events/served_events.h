// ServedEvents: the events that the pages show, each with its desk: all of a folder, or the one
// that a kiosk holds anyway. Any thread.
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

#include "kiosk/desk/desk_thread.h"

namespace stormote {

enum class EventAccess : std::uint8_t {
    open,
    locked,     // its passphrase is to be given first
    elsewhere,  // another program writes in it, and was asked to let it go
    failed,     // it is damaged, say: `why`
};

// As one event stands. Who keeps its desk keeps the event here; nobody does for longer than a page
// takes.
struct ServedEvent {
    EventId id{};
    std::string file_name;  // without its folder
    EventAccess access = EventAccess::failed;
    std::shared_ptr<DeskThread> desk{};  // null unless it is open
    Error why{};                         // of one that failed
};

// What a list of meetings says of one, without opening it for good.
struct MeetingSummary {
    EventId id{};
    std::string file_name;
    bool is_readable = false;  // otherwise nothing below is known
    bool is_locked = false;
    std::string name;
    std::string municipality;
    std::string place;
    std::string starts;  // local times
    std::string ends;
    bool has_ended = false;
    int registered = 0;
    int organisations = 0;
    int civil = 0;
    int from_municipality = 0;
    int arrived = 0;
};
[[nodiscard]] MeetingSummary summarise(const EventState& state);

class ServedEvents {
  public:
    virtual ~ServedEvents() = default;

    using IsWanted = std::function<bool(const EventId&)>;

    // Those that are wanted, the latest start first. Of the others nothing is read.
    [[nodiscard]] virtual std::vector<MeetingSummary> list_those(const IsWanted& is_wanted) = 0;
    // All that are there now.
    [[nodiscard]] std::vector<MeetingSummary> list() {
        return list_those([](const EventId&) { return true; });
    }
    // Opens it where that has not been done. Nothing: there is no such event.
    [[nodiscard]] virtual std::optional<ServedEvent> open(const EventId& event) = 0;
    // Looks into it as it stands now, without opening it for good, also where another program
    // writes in it. False: it cannot be read, or its passphrase is to be given first.
    virtual bool look(const EventId& event, const std::function<void(const Desk&)>& into) = 0;
    // Opens a sealed one; it stays open. Error: the passphrase is another.
    virtual Result<ServedEvent> unlock(const EventId& event, const std::string& passphrase) = 0;
};

}  // namespace stormote
