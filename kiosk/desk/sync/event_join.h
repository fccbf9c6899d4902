// Joining: this machine's copy of an event, from the store that a pairing text leads to. One thread
// at a time; another may cancel the connection.
#pragma once

#include <filesystem>
#include <optional>

#include "kiosk/desk/desk.h"
#include "sync/replication/exchange.h"

namespace stormote {

// An event file under another name until it is whole. Removed with all that belongs to it unless it
// is kept.
class EventDraft {
  public:
    // Error: there is such a file already, or it is being made.
    static Result<EventDraft> make(const std::filesystem::path& target, const EventId& event,
                                   const std::filesystem::path& state_directory);
    EventDraft(EventDraft&& other) noexcept;
    EventDraft& operator=(EventDraft&&) = delete;
    EventDraft(const EventDraft&) = delete;
    EventDraft& operator=(const EventDraft&) = delete;
    ~EventDraft();

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    void keep();

  private:
    EventDraft(const std::filesystem::path& target, const EventId& event,
               std::filesystem::path state_directory);
    void remove() const;

    std::filesystem::path target_;
    std::filesystem::path path_;
    EventId event_;
    std::filesystem::path state_directory_;
};

struct CopyRequest {
    JoinedEvent event;
    PairingSecret secret{};
    std::optional<std::string> passphrase;  // of the copy; nothing: it has none
    // Where the store is, and this machine is to look for it again; nothing: by its address.
    std::optional<StorePlace> place{};
};

struct EventCopy {
    ExchangeReport report;
    DeviceId device;
    bool may_record = false;    // somebody has let the device in
    bool is_confirmed = false;  // the store knows that the pairing text is used up
};

// Turns the secret into a token, fills the draft with everything that the store has, keeps it and
// the token, and tells the store. Throws MachineFailure.
[[nodiscard]] Result<EventCopy> join_event(EventDraft& draft, const CopyRequest& request,
                                           StoreConnection& connection,
                                           const JournalEnvironment& environment,
                                           const ExchangeWatch& watch = {});

}  // namespace stormote
