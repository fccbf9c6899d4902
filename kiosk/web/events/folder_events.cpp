#include "kiosk/web/events/folder_events.h"

#include "sync/base/private_file.h"
#include "sync/journal/file/event_file.h"
#include "sync/journal/file/writer_lock.h"
#include "sync/journal/journal_parts.h"
#include "sync/journal/keys/kept_key.h"

namespace stormote {

namespace fs = std::filesystem;

namespace {

// Changes whenever somebody writes in the file.
using FileVersion = std::pair<fs::file_time_type, fs::file_time_type>;
FileVersion version_of(const fs::path& file) {
    std::error_code ignored;
    const auto last = fs::last_write_time(file, ignored);
    return {last, fs::last_write_time(wal_of(file), ignored)};
}

// What a proxy that has just turned to another process may still send here.
constexpr std::chrono::milliseconds calm{1'000};
// How often it is looked whether another process wants an event.
constexpr std::chrono::milliseconds look_pause{500};

bool is_candidate(const fs::directory_entry& entry) {
    const std::string name = entry.path().filename().string();
    return entry.is_regular_file() && !name.starts_with('.') && name != file_beside_events &&
           !name.ends_with("-wal") && !name.ends_with("-shm") && !name.ends_with("-journal");
}

// Whoever reads it in a browser is not told where files lie on the server.
Error without_folder(Error error, const fs::path& folder) {
    const std::string start = (folder / "").string();
    for (std::string& argument : error.arguments) {
        if (argument.starts_with(start)) argument.erase(0, start.size());
    }
    return error;
}

// Not where the file is gone, or may not be opened: nobody will let go of it then.
bool is_written_elsewhere(const fs::path& file) {
    const auto lock = WriterLock::take(file);
    return !lock && lock.error().kind == ErrorKind::input;
}

}  // namespace

std::optional<EventId> read_event_id(const fs::path& file) try {
    if (!check_event_file(file)) return std::nullopt;
    Database database(file, DatabaseMode::read_only);
    const auto bytes = AboutTable(database).find(event_name);
    const auto array = bytes ? to_array<16>(*bytes) : std::nullopt;
    return array ? std::optional(EventId{Uuid{*array}}) : std::nullopt;
} catch (const MachineFailure&) {
    return std::nullopt;
}

std::vector<EventId> find_events(const fs::path& folder) {
    std::vector<EventId> events;
    std::error_code ignored;
    for (const auto& each : fs::directory_iterator(folder, ignored)) {
        if (!is_candidate(each)) continue;
        if (const auto id = read_event_id(each.path())) events.push_back(*id);
    }
    return events;
}

struct FolderEvents::Entry {
    EventId id{};
    fs::path file;
    std::mutex mutex;  // of what is below
    std::shared_ptr<DeskThread> desk;
    std::shared_ptr<void> companion;  // goes before the desk
    std::chrono::steady_clock::time_point asked_for{};
    std::optional<MeetingSummary> summary;
    FileVersion summary_version;

    // Whether nobody has asked for it lately, and no page is being made of it.
    [[nodiscard]] bool is_idle() const {
        return desk.use_count() == 1 && std::chrono::steady_clock::now() - asked_for >= calm;
    }
};

FolderEvents::FolderEvents(fs::path folder, const JournalEnvironment& environment,
                           FindPassphrase find_passphrase, Accompany accompany)
    : folder_(std::move(folder)),
      environment_(environment),
      find_passphrase_(std::move(find_passphrase)),
      accompany_(std::move(accompany)),
      letting_go_([this](const std::stop_token& token) { let_go(token); }) {}

FolderEvents::~FolderEvents() = default;

void FolderEvents::scan() {
    std::error_code ignored;
    for (const auto& each : fs::directory_iterator(folder_, ignored)) {
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

std::unique_ptr<Desk> FolderEvents::open_to_read(const Entry& entry, bool& is_locked) const {
    auto desk = Desk::open(
        entry.file,
        [&] {
            auto passphrase = find_passphrase_(entry.id);
            is_locked = !passphrase;
            return passphrase;
        },
        JournalAccess::read, environment_);
    return desk ? std::move(desk).value() : nullptr;
}

bool FolderEvents::look(const EventId& event, const std::function<void(const Desk&)>& into) {
    const auto entry = find(event);
    if (!entry) return false;
    const std::lock_guard lock(entry->mutex);
    if (entry->desk) {
        entry->desk->read(into);
        return true;
    }
    bool is_locked = false;
    const auto desk = open_to_read(*entry, is_locked);
    if (desk) into(*desk);
    return desk != nullptr;
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
        const auto desk = open_to_read(entry, is_locked);
        if (desk) summary = summarise(desk->state());
        summary.is_locked = is_locked;
        entry.summary = summary;
        entry.summary_version = version;
    }
    summary.id = entry.id;
    summary.file_name = entry.file.filename().string();
    return summary;
}

std::vector<std::shared_ptr<FolderEvents::Entry>> FolderEvents::entries() {
    const std::lock_guard lock(mutex_);
    std::vector<std::shared_ptr<Entry>> all;
    for (const auto& [id, entry] : entries_) all.push_back(entry);
    return all;
}

fs::path FolderEvents::wish_for(const EventId& event) const {
    return folder_ / ("." + to_string(event) + ".wanted");
}

void FolderEvents::let_go(const std::stop_token& token) {
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any stopped;
    while (!stopped.wait_for(lock, token, look_pause, [&] { return token.stop_requested(); })) {
        for (const auto& entry : entries()) {
            const std::lock_guard entry_lock(entry->mutex);
            std::error_code ignored;
            if (!entry->desk || !fs::exists(wish_for(entry->id), ignored)) continue;
            if (!entry->is_idle()) continue;
            entry->companion.reset();
            entry->desk.reset();
            fs::remove(wish_for(entry->id), ignored);
        }
    }
}

std::vector<MeetingSummary> FolderEvents::list_those(const IsWanted& is_wanted) {
    {
        const std::lock_guard lock(mutex_);
        scan();
    }
    std::vector<MeetingSummary> summaries;
    for (const auto& entry : entries()) {
        if (is_wanted(entry->id)) summaries.push_back(summary_of(*entry));
    }
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
            served.why = without_folder(desk.error(), folder_);
            served.access = was_asked && !was_said             ? EventAccess::locked
                            : is_written_elsewhere(entry.file) ? EventAccess::elsewhere
                                                               : EventAccess::failed;
            if (served.access == EventAccess::elsewhere) create_private_file(wish_for(entry.id));
            return served;
        }
        // A sealed event's key rests in the kernel's memory, so that this program may start again.
        if (was_said) static_cast<void>(keep_key(entry.id, (*desk)->journal().event_key()));
        entry.desk = std::make_shared<DeskThread>(*std::move(desk), [] {});
        entry.companion = accompany_(*entry.desk, entry.id);
        std::error_code ignored;
        fs::remove(wish_for(entry.id), ignored);
    }
    entry.asked_for = std::chrono::steady_clock::now();
    served.access = EventAccess::open;
    served.desk = entry.desk;
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
