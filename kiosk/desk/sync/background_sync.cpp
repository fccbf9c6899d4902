#include "kiosk/desk/sync/background_sync.h"

#include <algorithm>
#include <utility>

namespace stormote {

namespace {

PostToDesk post_to(DeskThread& desk, StoreKind kind) {
    return [&desk, kind](const std::function<void(ReplicaPort&)>& action) {
        desk.do_quietly([action, kind](Desk& itself) {
            DeskReplica replica(itself, kind);
            action(replica);
        });
    };
}

template <typename Value>
std::vector<Value> only(Value value) {
    std::vector<Value> values;
    values.push_back(std::move(value));
    return values;
}

}  // namespace

Result<std::unique_ptr<BackgroundSync>> BackgroundSync::start(DeskThread& desk,
                                                              const StoreAccess& access,
                                                              HttpOptions http, const Clock& clock,
                                                              std::function<void()> changed) {
    return start(desk, only(StoreToSync{access}), std::move(http), clock, changed);
}

Result<std::unique_ptr<BackgroundSync>> BackgroundSync::start(
    DeskThread& desk, const std::vector<StoreToSync>& stores, HttpOptions http, const Clock& clock,
    const std::function<void()>& changed) {
    const EventId event = desk.read([](const Desk& itself) { return itself.event(); });
    // The worker has a back-off of its own.
    http.attempts = 1;
    const SyncTiming timing;
    HttpOptions patient = http;
    // Beyond what the store waits, its answer may take as long as any other.
    patient.silence_limit += timing.wait;
    std::vector<Way> ways;
    for (const StoreToSync& store : stores) {
        auto connection = store.access.connect(http);
        if (!connection) return connection.error();
        auto waiting = store.access.connect(patient);
        if (!waiting) return waiting.error();
        ways.push_back(
            {*std::move(connection), *std::move(waiting), store.access.token(), store.kind});
    }
    return std::unique_ptr<BackgroundSync>(
        new BackgroundSync(desk, event, std::move(ways), clock, timing, changed));
}

BackgroundSync::BackgroundSync(DeskThread& desk, std::unique_ptr<StoreConnection> connection,
                               const EventId& event, DeviceToken token, const Clock& clock,
                               SyncTiming timing, std::function<void()> changed,
                               std::unique_ptr<StoreConnection> waiting)
    : BackgroundSync(desk, event,
                     only(Way{std::move(connection), std::move(waiting), std::move(token)}), clock,
                     timing, changed) {}

BackgroundSync::BackgroundSync(DeskThread& desk, const EventId& event, std::vector<Way> ways,
                               const Clock& clock, SyncTiming timing,
                               const std::function<void()>& changed)
    : desk_(desk) {
    {
        const std::lock_guard lock(mutex_);
        for (Way& way : ways) {
            auto link = std::make_unique<Link>();
            link->connection = std::move(way.connection);
            link->waiting = std::move(way.waiting);
            link->replica = std::make_unique<PostedReplica>(post_to(desk, way.kind));
            link->replica->on_arrival([this, itself = link.get()] { wake_all(itself); });
            link->worker = std::make_unique<SyncWorker>(*link->replica, *link->connection, event,
                                                        std::move(way.token), clock, timing,
                                                        changed, link->waiting.get());
            links_.push_back(std::move(link));
        }
    }
    desk_.on_commit([this] { wake_all(nullptr); });
    // For what was committed after the first exchange had begun and before this.
    wake_all(nullptr);
}

BackgroundSync::~BackgroundSync() {
    desk_.on_commit(nullptr);
    stop();
}

void BackgroundSync::wake_all(const Link *but) {
    const std::lock_guard lock(mutex_);
    for (const auto& link : links_) {
        if (link.get() != but) link->worker->wake();
    }
}

SyncStatus BackgroundSync::status() const {
    SyncStatus status = links_.front()->worker->status();
    for (auto link = links_.begin() + 1; link != links_.end(); ++link) {
        const SyncStatus other = (*link)->worker->status();
        if (!status.last_error) status.last_error = other.last_error;
        add_refused(other.refused, status.refused);
        status.quarantined = std::max(status.quarantined, other.quarantined);
    }
    if (!status.last_error) status.last_error = status.renewal_error;
    return status;
}

void BackgroundSync::finish(std::chrono::milliseconds limit) {
    const auto end = std::chrono::steady_clock::now() + limit;
    for (auto link = links_.rbegin(); link != links_.rend(); ++link) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            end - std::chrono::steady_clock::now());
        (*link)->worker->finish(std::max(left, std::chrono::milliseconds(0)));
    }
}

void BackgroundSync::stop() {
    for (const auto& link : links_) link->worker->stop();
}

}  // namespace stormote
