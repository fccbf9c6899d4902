// FolderEvents: all event files of one folder. A file is opened for writing when somebody asks for
// its event, and stays open; a list of them reads the others without opening them for good.
//
// Several processes may serve one folder, each its events. Two never write in one file, since the
// journal is locked; where the event that somebody asks for is another process's, that one is asked
// for it by a file beside it, ".EVENT-ID.wanted", and lets it go once nobody asks there any more.
//
// Owns the desks and their threads. Any thread.
#pragma once

#include <functional>
#include <map>
#include <mutex>
#include <thread>

#include "kiosk/web/events/served_events.h"

namespace stormote {

// What lies beside the event files: who signs in (web_accounts.h). It is never looked into here:
// who opens and closes a file that the same process has open in SQLite takes SQLite's locks away.
constexpr const char *file_beside_events = "stormote-web.db";

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

    [[nodiscard]] std::vector<MeetingSummary> list_those(const IsWanted& is_wanted) override;
    [[nodiscard]] std::optional<ServedEvent> open(const EventId& event) override;
    bool look(const EventId& event, const std::function<void(const Desk&)>& into) override;
    Result<ServedEvent> unlock(const EventId& event, const std::string& passphrase) override;

  private:
    struct Entry;

    // Lets those go that other processes want.
    void let_go(const std::stop_token& token);
    [[nodiscard]] std::vector<std::shared_ptr<Entry>> entries();
    [[nodiscard]] std::filesystem::path wish_for(const EventId& event) const;

    // Finds files that came since.
    void scan();
    [[nodiscard]] std::shared_ptr<Entry> find(const EventId& event);
    ServedEvent open_entry(Entry& entry, const PassphraseSource& passphrase);
    [[nodiscard]] MeetingSummary summary_of(Entry& entry);
    // For one look. Null: it cannot be read, or its passphrase is to be given first.
    [[nodiscard]] std::unique_ptr<Desk> open_to_read(const Entry& entry, bool& is_locked) const;

    const std::filesystem::path folder_;
    const JournalEnvironment environment_;
    const FindPassphrase find_passphrase_;
    const Accompany accompany_;
    std::mutex mutex_;  // of the maps
    std::map<EventId, std::shared_ptr<Entry>> entries_;
    std::map<std::filesystem::path, EventId> files_;
    std::jthread letting_go_;  // last: it ends before what it uses goes
};

}  // namespace stormote
