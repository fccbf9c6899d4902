// DeskReplica: what replication may do with a desk. On the desk's thread; borrows the desk and
// keeps nothing.
#pragma once

#include "kiosk/desk/desk.h"
#include "sync/replication/replica_port.h"

namespace stormote {

// When the event's file and a store last held the same, by this machine's clock, give or take ten
// minutes; 0: never.
[[nodiscard]] std::int64_t last_exchange_ms(const Journal& journal);

class DeskReplica final : public ReplicaPort {
  public:
    explicit DeskReplica(Desk& desk) : desk_(desk) {}

    Result<ReplicaView> view(const Uuid& store) override;
    Result<Outgoing> gather_for(const Uuid& store, const std::vector<StoreHead>& there,
                                const std::vector<DeviceId>& left_out) override;
    Result<> note_forked_at(const Uuid& store, const std::vector<StoreHead>& shown) override;
    Result<> check_identity(const std::vector<StoreHead>& there) override;
    Result<Intake> take(const Batch& batch, const Uuid& store, std::uint64_t position) override;
    Result<> forget_retry(const Uuid& store) override;
    Result<> note_acknowledged(std::uint64_t operations) override;
    Result<> note_clock(const ClockReading& reading) override;

  private:
    // That the clock was compared with a store's, for whoever asks whether it can be trusted.
    void note_comparison();

    Desk& desk_;
};

}  // namespace stormote
