// ReplicaPort: the little that replication asks of an event on this device.
//
// The desk implements it on its own thread. A background worker talks to it through PostedReplica,
// which carries each call over to that thread; every call is short, so that nobody at the kiosk
// waits for the network.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>

#include "sync/replication/gathering.h"

namespace stormote {

struct ReplicaView {
    EventId event;
    DeviceId device;  // nil until it has written
    std::vector<DeviceHead> heads;
    std::uint64_t position = 0;  // how far it has read the store's log
    // Where something that it could not take stands, if anywhere: a later version may take it.
    std::optional<std::uint64_t> retry_position{};
    std::uint64_t acknowledged = 0;  // how many of its operations a store was seen to hold
};

struct ClockReading {
    std::int64_t offset_ms = 0;       // the store's clock less this device's
    std::int64_t uncertainty_ms = 0;  // half of what the request took
};

struct Intake {
    std::uint64_t added = 0;
    std::uint64_t quarantined = 0;
    std::vector<RefusedRun> refused{};
};

class ReplicaPort {
  public:
    virtual ~ReplicaPort() = default;
    // Signs this device's head first. The store is nil before it has been asked who it is.
    virtual Result<ReplicaView> view(const Uuid& store) = 0;
    // Nothing of the devices that are left out.
    virtual Result<Outgoing> gather_for(const Uuid& store, const std::vector<StoreHead>& there,
                                        const std::vector<DeviceId>& left_out) = 0;
    virtual Result<> note_forked_at(const Uuid& store, const std::vector<StoreHead>& shown) = 0;
    // Gives the device a new identity if the store knows more of it than itself.
    virtual Result<> check_identity(const std::vector<StoreHead>& there) = 0;
    // Takes a page and then notes the position that it reaches; before that, the one from where to
    // try again where something was refused.
    virtual Result<Intake> take(const Batch& batch, const Uuid& store, std::uint64_t position) = 0;
    // All was tried again, and taken.
    virtual Result<> forget_retry(const Uuid& store) = 0;
    // `there` is all that the store is known to have. How many of the replica's operations it
    // lacks.
    virtual Result<std::uint64_t> note_acknowledged(const Uuid& store,
                                                    const std::vector<StoreHead>& there) = 0;
    // Records the reading when it differs from what is known by more than a second.
    virtual Result<> note_clock(const ClockReading& reading) = 0;
};

// Puts a function on the desk's thread, which is to call it there soon with the desk's own port.
using PostToDesk = std::function<void(std::function<void(ReplicaPort&)>)>;

// Each call waits for the desk's thread, and ends with an error at once when stop() is called, so
// that the desk's thread itself may stop the worker. A function that is still in the queue then
// does nothing when its turn comes. One calling thread; any thread may stop.
class PostedReplica final : public ReplicaPort {
  public:
    explicit PostedReplica(PostToDesk post) : post_(std::move(post)) {}
    ~PostedReplica() override { stop(); }
    void stop();
    // Calls that, on the thread that takes, when something new has come from the store. Before
    // anything is taken.
    void on_arrival(std::function<void()> arrived) { arrived_ = std::move(arrived); }

    Result<ReplicaView> view(const Uuid& store) override;
    Result<Outgoing> gather_for(const Uuid& store, const std::vector<StoreHead>& there,
                                const std::vector<DeviceId>& left_out) override;
    Result<> note_forked_at(const Uuid& store, const std::vector<StoreHead>& shown) override;
    Result<> check_identity(const std::vector<StoreHead>& there) override;
    Result<Intake> take(const Batch& batch, const Uuid& store, std::uint64_t position) override;
    Result<> forget_retry(const Uuid& store) override;
    Result<std::uint64_t> note_acknowledged(const Uuid& store,
                                            const std::vector<StoreHead>& there) override;
    Result<> note_clock(const ClockReading& reading) override;

  private:
    // What a posted function and the waiting thread share; outlives both.
    struct Shared {
        std::mutex mutex;
        std::condition_variable changed;
        bool is_stopped = false;
    };
    template <typename Value>
    Result<Value> call(std::function<Result<Value>(ReplicaPort&)> action);

    PostToDesk post_;
    std::function<void()> arrived_;
    std::shared_ptr<Shared> shared_ = std::make_shared<Shared>();
};

}  // namespace stormote
