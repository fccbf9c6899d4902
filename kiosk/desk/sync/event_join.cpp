#include "kiosk/desk/sync/event_join.h"

#include <utility>

#include "kiosk/desk/sync/desk_replica.h"
#include "sync/base/durable_folder.h"
#include "sync/journal/device_identity.h"
#include "sync/journal/file/writer_lock.h"
#include "sync/replication/store_access.h"

namespace stormote {

namespace fs = std::filesystem;

EventDraft::EventDraft(const fs::path& target, const EventId& event, fs::path state_directory)
    : target_(target),
      path_(target.string() + ".joining"),
      event_(event),
      state_directory_(std::move(state_directory)) {}

EventDraft::EventDraft(EventDraft&& other) noexcept
    : target_(std::move(other.target_)),
      path_(std::exchange(other.path_, {})),
      event_(other.event_),
      state_directory_(std::move(other.state_directory_)) {}

EventDraft::~EventDraft() {
    if (!path_.empty()) remove();
}

Result<EventDraft> EventDraft::make(const fs::path& target, const EventId& event,
                                    const fs::path& state_directory) {
    std::error_code error;
    if (fs::exists(target, error)) {
        return input_error({"{} exists already. Choose another name, or remove the file "
                            "first."},
                           target.string());
    }
    EventDraft draft(target, event, state_directory);
    // What a join that was killed has left, unless it still runs.
    if (fs::exists(draft.path(), error)) {
        if (auto lock = WriterLock::take(draft.path()); !lock) {
            draft.path_.clear();
            return lock.error();
        }
        draft.remove();
    }
    return draft;
}

void EventDraft::keep() {
    DeviceIdentity::move(state_directory_, event_, path_, target_);
    make_folder_durable(state_directory_);
    fs::rename(path_, target_);
    make_folder_durable(fs::absolute(target_).parent_path());
    path_.clear();
}

void EventDraft::remove() const {
    std::error_code error;
    for (const char *part : {"", "-wal", "-shm", ".new"}) {
        fs::remove(path_.string() + part, error);
    }
    DeviceIdentity::forget(state_directory_, event_, path_);
}

namespace {

// Fills a new file with everything that the store has.
Result<EventCopy> fetch_event(const fs::path& file, const CopyRequest& request, StoreClient& client,
                              const JournalEnvironment& environment, const ExchangeWatch& watch) {
    auto fold = std::make_unique<RecordFold>();
    auto journal =
        Journal::create(file, request.passphrase, environment, request.event, fold->sink());
    if (!journal) return journal.error();
    Desk desk(std::move(journal).value(), std::move(fold), environment);
    DeskReplica replica(desk);
    auto report =
        Exchange(replica, client, environment.clock, watch, Refused::left, ReadAhead::yes).fetch();
    if (!report) return report.error();
    return EventCopy{*std::move(report), desk.device(), desk.may(OperationKind::device_introduced),
                     false};
}

}  // namespace

Result<EventCopy> join_event(EventDraft& draft, const CopyRequest& request,
                             StoreConnection& connection, const JournalEnvironment& environment,
                             const ExchangeWatch& watch) {
    const EventId& event = request.event.event;
    StoreClient client(connection, event, "");
    auto token = client.join(request.secret);
    if (!token) return token.error();
    auto answer = fetch_event(draft.path(), request, client, environment, watch);
    if (!answer) return answer;
    if (request.place) {
        save_hub(environment.state_directory, event, *request.place, *token);
    } else {
        save_token(environment.state_directory, event, *token);
    }
    draft.keep();
    // From here on the pairing text is worthless to whoever finds it.
    answer->is_confirmed = client.confirm_joined().ok();
    return answer;
}

}  // namespace stormote
