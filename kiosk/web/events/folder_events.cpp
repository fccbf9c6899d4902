#include "kiosk/web/events/folder_events.h"

#include "sync/journal/file/event_file.h"
#include "sync/journal/journal_parts.h"
#include "sync/journal/keys/kept_key.h"

namespace stormote {

namespace {

// Changes whenever somebody writes in the file.
using FileVersion = std::pair<std::filesystem::file_time_type, std::filesystem::file_time_type>;
FileVersion version_of(const std::filesystem::path& file) {
    std::error_code ignored;
    const auto last = std::filesystem::last_write_time(file, ignored);
    return {last, std::filesystem::last_write_time(wal_of(file), ignored)};
}

bool is_candidate(const std::filesystem::directory_entry& entry) {
    const std::string name = entry.path().filename().string();
    return entry.is_regular_file() && !name.starts_with('.') && !name.ends_with("-wal") &&
           !name.ends_with("-shm") && !name.ends_with("-journal");
}

}  // namespace

std::optional<EventId> read_event_id(const std::filesystem::path& file) try {
    if (!check_event_file(file)) return std::nullopt;
    Database database(file, DatabaseMode::read_only);
    const auto bytes = AboutTable(database).find(event_name);
    const auto array = bytes ? to_array<16>(*bytes) : std::nullopt;
    return array ? std::optional(EventId{Uuid{*array}}) : std::nullopt;
} catch (const MachineFailure&) {
    return std::nullopt;
}

std::vector<EventId> find_events(const std::filesystem::path& folder) {
    std::vector<EventId> events;
    std::error_code ignored;
    for (const auto& each : std::filesystem::directory_iterator(folder, ignored)) {
        if (!is_candidate(each)) continue;
        if (const auto id = read_event_id(each.path())) events.push_back(*id);
    }
    return events;
}

struct FolderEvents::Entry {
    EventId id{};
    std::filesystem::path file;
    std::mutex mutex;  // of what is below
    std::unique_ptr<DeskThread> desk;
    std::shared_ptr<void> companion;  // goes before the desk
    std::optional<MeetingSummary> summary;
    FileVersion summary_version;
};

FolderEvents::FolderEvents(std::filesystem::path folder, const JournalEnvironment& environment,
                           FindPassphrase find_passphrase, Accompany accompany)
    : folder_(std::move(folder)),
      environment_(environment),
      find_passphrase_(std::move(find_passphrase)),
      accompany_(std::move(accompany)) {}

FolderEvents::~FolderEvents() = default;

void FolderEvents::scan() {
    std::error_code ignored;
    for (const auto& each : std::filesystem::directory_iterator(folder_, ignored)) {
        if (!is_candidate(each) || files_.contains(each.path())) continue;
        const auto id = read_event_id(each.path());
        if (!id) continue;
        files_.emplace(each.path(), *id);
        // Of two copies of one event the first counts.
        if (entries_.contains(*id)) continue;
        auto entry = std::make_shared<Entry>();
        entry->id = *id;
        entry->file = each.path();
        entries_.emplace(*id, std::move(entry));
    }
}

std::shared_ptr<FolderEvents::Entry> FolderEvents::find(const EventId& event) {
    const std::lock_guard lock(mutex_);
    if (!entries_.contains(event)) scan();
    const auto found = entries_.find(event);
    return found == entries_.end() ? nullptr : found->second;
}

MeetingSummary FolderEvents::summary_of(Entry& entry) {
    const std::lock_guard lock(entry.mutex);
    MeetingSummary summary;
    if (entry.desk) {
        summary = entry.desk->read([](const Desk& desk) { return summarise(desk.state()); });
    } else if (const auto version = version_of(entry.file);
               entry.summary && entry.summary_version == version) {
        summary = *entry.summary;
    } else {
        bool is_locked = false;
        const auto desk = Desk::open(
            entry.file,
            [&] {
                auto passphrase = find_passphrase_(entry.id);
                is_locked = !passphrase;
                return passphrase;
            },
            JournalAccess::read, environment_);
        if (desk) summary = summarise((*desk)->state());
        summary.is_locked = is_locked;
        entry.summary = summary;
        entry.summary_version = version;
    }
    summary.id = entry.id;
    summary.file_name = entry.file.filename().string();
    return summary;
}

std::vector<MeetingSummary> FolderEvents::list() {
    std::vector<std::shared_ptr<Entry>> entries;
    {
        const std::lock_guard lock(mutex_);
        scan();
        for (const auto& [id, entry] : entries_) entries.push_back(entry);
    }
    std::vector<MeetingSummary> summaries;
    summaries.reserve(entries.size());
    for (const auto& entry : entries) summaries.push_back(summary_of(*entry));
    std::stable_sort(summaries.begin(), summaries.end(),
                     [](const MeetingSummary& one, const MeetingSummary& other) {
                         return one.starts > other.starts;
                     });
    return summaries;
}

ServedEvent FolderEvents::open_entry(Entry& entry, const PassphraseSource& passphrase) {
    ServedEvent served{entry.id, entry.file.filename().string()};
    const std::lock_guard lock(entry.mutex);
    if (!entry.desk) {
        bool was_asked = false;
        bool was_said = false;
        auto desk = Desk::open(
            entry.file,
            [&] {
                was_asked = true;
                auto said = passphrase();
                was_said = said.has_value();
                return said;
            },
            JournalAccess::write, environment_);
        if (!desk) {
            served.why = desk.error();
            served.access = was_asked && !was_said ? EventAccess::locked : EventAccess::failed;
            return served;
        }
        // A sealed event's key rests in the kernel's memory, so that this program may start again.
        if (was_said) static_cast<void>(keep_key(entry.id, (*desk)->journal().event_key()));
        entry.desk = std::make_unique<DeskThread>(*std::move(desk), [] {});
        entry.companion = accompany_(*entry.desk, entry.id);
    }
    served.access = EventAccess::open;
    served.desk = entry.desk.get();
    return served;
}

std::optional<ServedEvent> FolderEvents::open(const EventId& event) {
    const auto entry = find(event);
    if (!entry) return std::nullopt;
    return open_entry(*entry, [&] { return find_passphrase_(event); });
}

Result<ServedEvent> FolderEvents::unlock(const EventId& event, const std::string& passphrase) {
    const auto entry = find(event);
    if (!entry) return input_error({"There is no such meeting here."});
    ServedEvent served =
        open_entry(*entry, [&passphrase]() -> std::optional<std::string> { return passphrase; });
    if (served.access != EventAccess::open) return served.why;
    return served;
}

}  // namespace stormote
