// What a relaying kiosk counts as being at the central store: what it gave there, or had from
// there, and nothing that only came from its room.
#include <functional>

#include <catch2/catch.hpp>

#include "kiosk/desk/sync/desk_replica.h"
#include "tests/support/record/two_replicas.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

// Something happens before the store hears of a request, or in its place.
class EventfulConnection final : public StoreConnection {
  public:
    using Step = std::function<std::optional<StoreResponse>(const StoreRequest&)>;
    EventfulConnection(StoreConnection& store, Step step) : store_(store), step_(std::move(step)) {}
    Result<StoreResponse> send(const StoreRequest& request) override {
        if (auto response = step_(request)) return *std::move(response);
        return store_.send(request);
    }

  private:
    StoreConnection& store_;
    Step step_;
};

// The first replica is the relaying kiosk, the second a door that knows the room's hub alone.
struct RelayedRoom : TwoReplicas {
    CentralHarness hub{folder / "hub.db", 2};
    StoreClient own_client = hub.client(event, hub.enrol(event, "hub"));
    StoreClient door_client = hub.client(event, hub.enrol(event, "door"));
    std::string central_token = central.enrol(event, "relay");

    void walk_in(Replica& replica, const std::string& name) {
        replica.clock().advance_ms(1);
        replica.desk().walk_in({name, "Öberg", "Hembygdsföreningen", "culture", {}, ""},
                               actor::staff);
    }
    void exchange_in_room() {
        hub.clock().advance_ms(1);
        REQUIRE(second.exchange(door_client));
        DeskReplica port(first.desk(), StoreKind::own_hub_beside_central);
        REQUIRE(Exchange(port, own_client, first.clock()).run());
    }
    ExchangeReport exchange_with_central(StoreConnection& connection) {
        central.clock().advance_ms(1);
        StoreClient client(connection, event, central_token);
        const auto report = first.exchange(client);
        REQUIRE(report);
        return *report;
    }
    [[nodiscard]] std::uint64_t unsent() {
        DeskReplica port(first.desk());
        const ReplicaView view = port.view({}).value();
        std::uint64_t all = 0;
        for (const DeviceHead& head : view.heads) all += head.head.sequence;
        return all - view.acknowledged;
    }
    [[nodiscard]] std::uint64_t door_operations() {
        for (const DeviceHead& head : first.desk().journal().heads()) {
            if (head.device == second.desk().device()) return head.head.sequence;
        }
        return 0;
    }
};

}  // namespace

TEST_CASE("what a central store refuses of a door counts as unsent at the kiosk that relays it") {
    RelayedRoom room;
    room.walk_in(room.second, "Åsa");
    room.exchange_in_room();
    const DeviceId door = room.second.desk().device();
    EventfulConnection full(
        room.central.connection(),
        [&](const StoreRequest& request) -> std::optional<StoreResponse> {
            if (!request.path.ends_with("/operations") || !request.query.empty()) return {};
            const auto batch = decode_batch(request.body);
            for (const Operation& operation : batch->operations) {
                if (operation.header.device != door) continue;
                return StoreResponse{
                    422, encode_refusal({RefusalCode::refused_batch, "The event is full.", door,
                                         operation.header.sequence})};
            }
            return {};
        });
    const ExchangeReport report = room.exchange_with_central(full);
    REQUIRE(report.refused_there.size() == 1);
    CHECK(report.waiting == room.door_operations());
    CHECK(room.unsent() == room.door_operations());
    // A store with room for it takes all.
    CHECK(room.exchange_with_central(room.central.connection()).waiting == 0);
    CHECK(room.unsent() == 0);
}

TEST_CASE("what a door brings while a relay is exchanging with the central store is not sent yet") {
    RelayedRoom room;
    room.walk_in(room.second, "Åsa");
    room.exchange_in_room();
    bool has_come = false;
    EventfulConnection slow(room.central.connection(),
                            [&](const StoreRequest& request) -> std::optional<StoreResponse> {
                                // After the last push.
                                if (request.query.empty() || has_come) return {};
                                has_come = true;
                                room.walk_in(room.second, "Bo");
                                room.exchange_in_room();
                                return {};
                            });
    const std::uint64_t before = [&] {
        const ExchangeReport report = room.exchange_with_central(slow);
        CHECK(report.waiting > 0);
        CHECK(room.unsent() == report.waiting);
        return report.waiting;
    }();
    REQUIRE(has_come);
    CHECK(room.exchange_with_central(room.central.connection()).pushed == before);
    CHECK(room.unsent() == 0);
}

TEST_CASE("what the central store gives a relay counts as being there at once") {
    RelayedRoom room;
    room.walk_in(room.second, "Åsa");
    // The door reaches the central store by itself as well.
    room.exchange(room.second);
    const ExchangeReport report = room.exchange_with_central(room.central.connection());
    CHECK(report.pulled > 0);
    CHECK(report.waiting == 0);
    CHECK(room.unsent() == 0);
    // What another brought there after the relay had asked what is there.
    bool has_come = false;
    EventfulConnection late(room.central.connection(),
                            [&](const StoreRequest& request) -> std::optional<StoreResponse> {
                                if (request.query.empty() || has_come) return {};
                                has_come = true;
                                room.walk_in(room.second, "Bo");
                                room.exchange(room.second);
                                return {};
                            });
    CHECK(room.exchange_with_central(late).pulled > 0);
    CHECK(room.unsent() == 0);
}
