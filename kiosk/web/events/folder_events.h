// FolderEvents: all event files of one folder. A file is opened for writing when somebody asks for
// its event, and stays open; a list of them reads the others without opening them for good, so that
// several programs may each have their events in one folder.
//
// Owns the desks and their threads. Any thread.
#pragma once

#include <functional>
#include <map>
#include <mutex>

#include "kiosk/web/events/served_events.h"

namespace stormote {

// Nothing: it is no event file, or cannot be read. Not of a file that this process has open.
[[nodiscard]] std::optional<EventId> read_event_id(const std::filesystem::path& file);
// Of all event files that lie there now.
[[nodiscard]] std::vector<EventId> find_events(const std::filesystem::path& folder);

class FolderEvents final : public ServedEvents {
  public:
    // Of a sealed event; nothing: nobody has said it.
    using FindPassphrase = std::function<std::optional<std::string>(const EventId&)>;
    // What keeps a desk in step with a central store for as long as it lives; may be null.
    using Accompany = std::function<std::shared_ptr<void>(DeskThread&, const EventId&)>;

    FolderEvents(std::filesystem::path folder, const JournalEnvironment& environment,
                 FindPassphrase find_passphrase, Accompany accompany);
    ~FolderEvents() override;

    [[nodiscard]] std::vector<MeetingSummary> list() override;
    [[nodiscard]] std::optional<ServedEvent> open(const EventId& event) override;
    Result<ServedEvent> unlock(const EventId& event, const std::string& passphrase) override;

  private:
    struct Entry;

    // Finds files that came since.
    void scan();
    [[nodiscard]] std::shared_ptr<Entry> find(const EventId& event);
    ServedEvent open_entry(Entry& entry, const PassphraseSource& passphrase);
    [[nodiscard]] MeetingSummary summary_of(Entry& entry);

    const std::filesystem::path folder_;
    const JournalEnvironment environment_;
    const FindPassphrase find_passphrase_;
    const Accompany accompany_;
    std::mutex mutex_;  // of the maps
    std::map<EventId, std::shared_ptr<Entry>> entries_;
    std::map<std::filesystem::path, EventId> files_;
};

}  // namespace stormote
