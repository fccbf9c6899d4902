// Requests and answers that come twice, late and in another order: devices and store lose nothing,
// and nothing is there twice.
#include <deque>
#include <set>

#include "tests/support/machine/message_relay.h"
#include "tests/support/record/canonical_state.h"
#include "tests/support/record/replica.h"
#include "tests/sync/central/served_store.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

constexpr std::int64_t evening_ms = 1'665'590'400'000;
constexpr int rounds = 25;

Fate draw(Random& random) {
    constexpr std::array fates{Fate::passed, Fate::passed, Fate::passed,  Fate::passed,
                               Fate::twice,  Fate::late,   Fate::unheard, Fate::answered_late};
    return fates[random.below(fates.size())];
}

std::unique_ptr<StoreConnection> connect_once(int port) {
    HttpOptions options;
    options.attempts = 1;
    return connect_http("http://127.0.0.1:" + std::to_string(port), options).value();
}

// A device that goes on recording, whatever becomes of its exchanges.
struct Recorder {
    std::unique_ptr<Replica> replica;
    std::string token;
    int heard = 0;

    Result<ExchangeReport> exchange(int port) const {
        const auto connection = connect_once(port);
        StoreClient client(*connection, replica->desk().event(), token);
        return replica->exchange(client);
    }
    void work(int port) {
        for (int round = 0; round < rounds; ++round) {
            replica->clock().advance_ms(60'000);
            replica->desk().walk_in({"Åsa", "Öberg", "Hembygdsföreningen", "culture", {}, ""},
                                    actor::staff);
            if (exchange(port)) ++heard;
        }
    }
};

struct Meeting {
    ServedStore served;
    std::deque<Recorder> devices;
    EventId event;

    Meeting() {
        for (std::uint64_t number = 1; number <= 3; ++number) {
            const auto home = served.folder / std::to_string(number);
            devices.push_back({number == 1 ? std::make_unique<Replica>(home, number, evening_ms)
                                           : std::make_unique<Replica>(home, number, evening_ms,
                                                                       *devices.front().replica),
                               "", 0});
            event = devices.front().replica->desk().event();
            const auto secret = served.random.bytes<16>();
            const auto token = served.random.bytes<32>();
            const std::int64_t now_ms = served.clock.wall_ms();
            REQUIRE(
                served.store->invite(event, std::to_string(number), hash_bytes(secret), now_ms));
            REQUIRE(served.store->join(event, hash_bytes(secret), hash_bytes(token), now_ms) ==
                    JoinOutcome::joined);
            devices.back().token = write_token(token);
        }
        // So that each believes the others.
        for (int round = 0; round < 2; ++round) settle();
    }
    void settle() {
        for (Recorder& device : devices) REQUIRE(device.exchange(served.server->port()));
    }
    // In the order of the log.
    [[nodiscard]] std::vector<Operation> stored() const {
        std::vector<Operation> all;
        PullPage page;
        do {
            page = served.store->read(event, page.next, {});
            all.insert(all.end(), page.batch.operations.begin(), page.batch.operations.end());
        } while (page.state == PageState::more);
        return all;
    }
};

}  // namespace

TEST_CASE("messages that come twice, late and out of order lose nothing and double nothing") {
    const auto seed = static_cast<std::uint64_t>(GENERATE(range(1, 5)));
    CAPTURE(seed);
    Meeting meeting;
    std::size_t late = 0;
    {
        SeededRandom chance(seed);
        const MessageRelay relay(meeting.served.server->port(), [&chance] { return draw(chance); });
        std::vector<std::thread> threads;
        for (Recorder& device : meeting.devices) {
            threads.emplace_back([&device, &relay] { device.work(relay.port()); });
        }
        for (std::thread& thread : threads) thread.join();
        late = relay.heard_late();
    }
    CHECK(late > 5);
    for (int round = 0; round < 2; ++round) meeting.settle();
    std::set<std::pair<DeviceId, std::uint64_t>> places;
    const std::vector<Operation> stored = meeting.stored();
    for (const Operation& operation : stored) {
        CHECK(places.emplace(operation.header.device, operation.header.sequence).second);
    }
    for (const Recorder& device : meeting.devices) {
        CHECK(device.heard > 0);
        CHECK(device.heard < rounds);
        const std::vector<Operation> held = device.replica->operations();
        CHECK(held.size() == stored.size());
        CHECK(describe_state(device.replica->desk().state()) ==
              describe_state(meeting.devices.front().replica->desk().state()));
        CHECK(device.replica->desk().state().attendees().size() == 3 * rounds);
    }
    CHECK(meeting.served.store->status(meeting.event).quarantined == 0);
}
