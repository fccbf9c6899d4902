// DeskReplica: what replication may do with a desk. On the desk's thread; borrows the desk and
// keeps nothing.
#pragma once

#include "kiosk/desk/desk.h"
#include "sync/replication/replica_port.h"

namespace stormote {

// When the event's file and a store last held the same, by this machine's clock, give or take ten
// minutes; 0: never.
[[nodiscard]] std::int64_t last_exchange_ms(const Journal& journal);

// What an exchange with a store says of the record and of the clock.
enum class StoreKind : std::uint8_t {
    central,
    // In the memory of this machine: what is there is nowhere else for that. Its clock is this
    // machine's own, so that nobody has looked whether that is right.
    own_hub,
    // Its clock is this machine's as the central store has put it right.
    own_hub_beside_central,
};

class DeskReplica final : public ReplicaPort {
  public:
    explicit DeskReplica(Desk& desk, StoreKind kind = StoreKind::central)
        : desk_(desk), kind_(kind) {}

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
    // That the clock was compared with a store's, for whoever asks whether it can be trusted.
    void note_comparison();

    Desk& desk_;
    StoreKind kind_;
};

}  // namespace stormote
