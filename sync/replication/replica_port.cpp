#include "sync/replication/replica_port.h"

#include <exception>

namespace stormote {

void PostedReplica::stop() {
    const std::lock_guard lock(shared_->mutex);
    shared_->is_stopped = true;
    shared_->changed.notify_all();
}

template <typename Value>
Result<Value> PostedReplica::call(std::function<Result<Value>(ReplicaPort&)> action) {
    struct Answer {
        std::optional<Result<Value>> result;
        std::exception_ptr failure;
        [[nodiscard]] bool has_come() const { return result || failure; }
    };
    const auto answer = std::make_shared<Answer>();
    post_([shared = shared_, answer, action = std::move(action)](ReplicaPort& port) {
        {
            // Nobody waits any more.
            const std::lock_guard lock(shared->mutex);
            if (shared->is_stopped) return;
        }
        Answer made;
        try {
            made.result.emplace(action(port));
        } catch (...) {
            made.failure = std::current_exception();
        }
        const std::lock_guard lock(shared->mutex);
        *answer = std::move(made);
        shared->changed.notify_all();
    });
    std::unique_lock lock(shared_->mutex);
    shared_->changed.wait(lock, [&] { return shared_->is_stopped || answer->has_come(); });
    if (answer->failure) std::rethrow_exception(answer->failure);
    if (answer->result) return *std::move(answer->result);
    return input_error({"The exchange was stopped."});
}

Result<ReplicaView> PostedReplica::view(const Uuid& store) {
    return call<ReplicaView>([store](ReplicaPort& port) { return port.view(store); });
}

Result<Outgoing> PostedReplica::gather_for(const Uuid& store, const std::vector<StoreHead>& there,
                                           const std::vector<DeviceId>& left_out) {
    return call<Outgoing>([store, there, left_out](ReplicaPort& port) {
        return port.gather_for(store, there, left_out);
    });
}

Result<> PostedReplica::note_forked_at(const Uuid& store, const std::vector<StoreHead>& shown) {
    return call<Done>(
        [store, shown](ReplicaPort& port) { return port.note_forked_at(store, shown); });
}

Result<> PostedReplica::check_identity(const std::vector<StoreHead>& there) {
    return call<Done>([there](ReplicaPort& port) { return port.check_identity(there); });
}

Result<Intake> PostedReplica::take(const Batch& batch, const Uuid& store, std::uint64_t position) {
    auto taken = call<Intake>(
        [batch, store, position](ReplicaPort& port) { return port.take(batch, store, position); });
    if (taken && taken->added > 0 && arrived_) arrived_();
    return taken;
}

Result<> PostedReplica::forget_retry(const Uuid& store) {
    return call<Done>([store](ReplicaPort& port) { return port.forget_retry(store); });
}

Result<std::uint64_t> PostedReplica::note_acknowledged(const Uuid& store,
                                                       const std::vector<StoreHead>& there) {
    return call<std::uint64_t>(
        [store, there](ReplicaPort& port) { return port.note_acknowledged(store, there); });
}

Result<> PostedReplica::note_clock(const ClockReading& reading) {
    return call<Done>([reading](ReplicaPort& port) { return port.note_clock(reading); });
}

}  // namespace stormote
