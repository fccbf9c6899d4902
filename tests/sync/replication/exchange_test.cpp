#include "sync/replication/exchange.h"

#include <algorithm>
#include <functional>
#include <stdexcept>

#include <catch2/catch.hpp>

#include "sync/replication/token_file.h"
#include "tests/support/record/canonical_state.h"
#include "tests/support/record/central_harness.h"
#include "tests/support/record/replica.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

constexpr std::int64_t evening_ms = 1'665'590'400'000;

// A way to the store on which something may happen to each request and its answer.
class EventfulConnection final : public StoreConnection {
  public:
    using Step = std::function<StoreResponse(const StoreRequest&, StoreConnection& store)>;
    EventfulConnection(StoreConnection& store, Step step) : store_(store), step_(std::move(step)) {}
    Result<StoreResponse> send(const StoreRequest& request) override {
        return step_(request, store_);
    }

  private:
    StoreConnection& store_;
    Step step_;
};

bool is_status(const StoreRequest& request) {
    return request.path.ends_with("/status");
}
bool is_pull(const StoreRequest& request) {
    return !request.query.empty();
}

struct Harness {
    TemporaryFolder folder;
    CentralHarness central{folder / "central.db"};
    Replica first{folder / "first", 1, evening_ms};
    Replica second{folder / "second", 2, evening_ms, first};
    EventId event = first.desk().event();
    std::string first_token = central.enrol(event, "first");
    std::string second_token = central.enrol(event, "second");

    Result<ExchangeReport> exchange(Replica& replica, StoreConnection& connection) {
        central.clock().advance_ms(1);
        StoreClient client(connection, event, &replica == &first ? first_token : second_token);
        return replica.exchange(client);
    }
    ExchangeReport exchange(Replica& replica) {
        const auto report = exchange(replica, central.connection());
        REQUIRE(report);
        return *report;
    }
};

void walk_in(Replica& replica, const std::string& name) {
    replica.desk().walk_in({name, "Öberg", "Hembygdsföreningen", "culture", {}, ""}, actor::staff);
}

std::vector<Operation> pull_all(StoreClient client) {
    std::vector<Operation> all;
    std::uint64_t position = 0;
    for (;;) {
        const auto page = client.pull(position, {});
        REQUIRE(page);
        all.insert(all.end(), page->batch.operations.begin(), page->batch.operations.end());
        if (page->state != PageState::more) return all;
        REQUIRE(page->next > position);
        position = page->next;
    }
}

}  // namespace

TEST_CASE("a page that was not taken is asked for again in the next exchange") {
    Harness harness;
    walk_in(harness.first, "Åsa");
    harness.exchange(harness.first);
    EventfulConnection changing(harness.central.connection(),
                                [](const StoreRequest& request, StoreConnection& store) {
                                    StoreResponse response = store.send(request).value();
                                    if (!is_pull(request)) return response;
                                    PullPage page = decode_page(response.body).value();
                                    page.batch.operations.back().body->bytes.back() ^= 1;
                                    return StoreResponse{200, encode_page(page)};
                                });
    const auto report = harness.exchange(harness.second, changing);
    REQUIRE_FALSE(report);
    REQUIRE(report.error().english().find("changed in transit") != std::string::npos);
    harness.exchange(harness.second);
    harness.exchange(harness.first);
    REQUIRE(harness.second.desk().state().attendees().size() == 1);
    REQUIRE(harness.second.operations() == harness.first.operations());
}

TEST_CASE("pages that are asked for ahead are taken in their order, each once") {
    Harness harness;
    SeededRandom random(3);
    std::vector<Body> bodies(2'500);
    for (Body& body : bodies) {
        const AttendeeId person{Uuid{random.bytes<16>()}};
        body = {{person}, ActingRole::organiser, AttendeeDescribed{{{1, "Åsa"}}}};
    }
    harness.first.desk().record(bodies);
    harness.exchange(harness.first);
    StoreClient client(harness.central.connection(), harness.event, harness.second_token);
    const auto report = harness.second.exchange(client, ReadAhead::yes);
    REQUIRE(report);
    REQUIRE(report->pulled == report->to_pull);
    REQUIRE(report->pulled >= bodies.size());
    harness.exchange(harness.first);
    REQUIRE(harness.second.operations() == harness.first.operations());
}

TEST_CASE("of a page in which operations are missing nothing is taken, of no device") {
    Harness harness;
    walk_in(harness.first, "Åsa");
    harness.exchange(harness.first);
    SeededRandom random(3);
    StoreClient client = harness.central.client(harness.event, harness.first_token);
    SignedDevice other(harness.event, random);
    other.add_many(4);
    REQUIRE(client.push(other.all()));
    const auto before = harness.second.operations();
    const auto missing = GENERATE(1U, 3U);
    for (const DeviceId& device : {harness.first.desk().device(), other.device()}) {
        EventfulConnection losing(harness.central.connection(), [&](const StoreRequest& request,
                                                                    StoreConnection& store) {
            StoreResponse response = store.send(request).value();
            if (!is_pull(request)) return response;
            PullPage page = decode_page(response.body).value();
            std::erase_if(page.batch.operations, [&](const Operation& operation) {
                return operation.header.device == device && operation.header.sequence == missing;
            });
            return StoreResponse{200, encode_page(page)};
        });
        REQUIRE_FALSE(harness.exchange(harness.second, losing));
        REQUIRE(harness.second.operations() == before);
    }
    harness.exchange(harness.second);
    harness.exchange(harness.first);
    REQUIRE(harness.second.operations() == harness.first.operations());
}

TEST_CASE("what was pushed together is pulled whole, however little a page holds") {
    Harness harness;
    SeededRandom random(3);
    Batch together;
    for (int i = 0; i < 3; ++i) {
        SignedDevice device(harness.event, random);
        device.add_many(600);
        const Batch batch = device.all();
        together.operations.insert(together.operations.end(), batch.operations.begin(),
                                   batch.operations.end());
        together.signatures.push_back(batch.signatures.front());
    }
    StoreClient client = harness.central.client(harness.event, harness.first_token);
    REQUIRE(client.push(together)->added == together.operations.size());
    SignedDevice later(harness.event, random);
    REQUIRE(client.push(later.all())->added == 1);
    REQUIRE(pull_all(client).size() == together.operations.size() + 1);
    harness.exchange(harness.second);
    // And its own introduction.
    REQUIRE(harness.second.operations().size() == together.operations.size() + 2);
}

TEST_CASE("of several signatures the one of the last operation counts, wherever it stands") {
    Harness harness;
    SeededRandom random(3);
    StoreClient client = harness.central.client(harness.event, harness.first_token);
    for (const bool is_last_first : {true, false}) {
        SignedDevice device(harness.event, random);
        device.add_many(4);
        Batch batch = device.all();
        batch.signatures = {device.sign_at(5), device.sign_at(3)};
        if (!is_last_first) std::reverse(batch.signatures.begin(), batch.signatures.end());
        const auto answer = client.push(batch);
        REQUIRE(answer);
        REQUIRE(answer->added == 5);
    }
    harness.exchange(harness.second);
    REQUIRE(harness.second.operations().size() == 11);
    // A signature of another number does not become one of the last by its label.
    SignedDevice device(harness.event, random);
    device.add_many(4);
    Batch batch = device.all();
    batch.signatures = {device.sign_at(3)};
    batch.signatures.front().sequence = 5;
    const auto answer = client.push(batch);
    REQUIRE(answer);
    REQUIRE(answer->outcome == PushOutcome::refused);
    REQUIRE(answer->refused->sequence == 5);
}

TEST_CASE("the store's clock is taken to be read in the middle of the request") {
    Harness harness;
    harness.first.clock().set_wall_ms(evening_ms - 3'600'000);
    constexpr std::int64_t half_ms = 5'000;
    EventfulConnection slow(harness.central.connection(),
                            [&](const StoreRequest& request, StoreConnection& store) {
                                const std::int64_t way_ms = is_status(request) ? half_ms : 0;
                                harness.first.clock().advance_ms(way_ms);
                                harness.central.clock().advance_ms(way_ms);
                                auto response = store.send(request).value();
                                harness.first.clock().advance_ms(way_ms);
                                harness.central.clock().advance_ms(way_ms);
                                return response;
                            });
    const auto report = harness.exchange(harness.first, slow);
    REQUIRE(report);
    const std::int64_t offset_ms =
        harness.central.clock().wall_ms() - harness.first.clock().wall_ms();
    CHECK(report->clock.offset_ms == offset_ms);
    CHECK(report->clock.uncertainty_ms == half_ms);
    const DeviceId device = harness.first.desk().device();
    CHECK(harness.first.desk().state().find_device(device)->clock.ms == offset_ms);
}

TEST_CASE("a renewal of the token that takes long changes nothing of what the clocks are") {
    constexpr std::int64_t behind_ms = 3'600'000;
    Harness harness;
    const auto state = harness.folder / "state";
    const Token first = *read_token(harness.first_token);
    save_token(state, harness.event, first);
    const DeviceToken token = kept_token(state, harness.event, first);
    for (int i = 0; i < 6; ++i) {
        harness.central.clock().advance_ms(std::int64_t{50} * 86'400'000);
        REQUIRE(StoreClient(harness.central.connection(), harness.event, token).status());
    }
    harness.first.clock().set_wall_ms(harness.central.clock().wall_ms() - behind_ms);
    EventfulConnection slow(harness.central.connection(),
                            [&](const StoreRequest& request, StoreConnection& store) {
                                if (request.path.ends_with("/renew")) {
                                    harness.first.clock().advance_ms(20'000);
                                    harness.central.clock().advance_ms(20'000);
                                }
                                return store.send(request).value();
                            });
    StoreClient client(slow, harness.event, token);
    const auto report = harness.first.exchange(client);
    REQUIRE(report);
    CHECK(token.shown() != harness.first_token);
    CHECK(report->clock.offset_ms == behind_ms);
    CHECK(report->clock.uncertainty_ms == 0);
}

TEST_CASE("a clock that is off by more than a second is recorded, and one that is not is let be") {
    Harness harness;
    const DeviceId device = harness.first.desk().device();
    const auto recorded_ms = [&] {
        return harness.first.desk().state().find_device(device)->clock.ms;
    };
    const auto exchange_with_offset = [&](std::int64_t offset_ms) {
        harness.central.clock().advance_ms(1);
        harness.first.clock().set_wall_ms(harness.central.clock().wall_ms() + 1 - offset_ms);
        harness.exchange(harness.first);
    };
    exchange_with_offset(900);
    CHECK(recorded_ms() == 0);
    exchange_with_offset(1'500);
    CHECK(recorded_ms() == 1'500);
    exchange_with_offset(2'400);
    CHECK(recorded_ms() == 1'500);
    exchange_with_offset(-1'500);
    CHECK(recorded_ms() == -1'500);
}

TEST_CASE("an exchange with a store that lacks what it said to hold comes to an end") {
    Harness harness;
    int pushes = 0;
    EventfulConnection forgetful(
        harness.central.connection(), [&](const StoreRequest& request, StoreConnection& store) {
            if (is_status(request) || is_pull(request)) return store.send(request).value();
            if (++pushes == 1'000) throw std::runtime_error("it goes on for ever");
            return StoreResponse{200, encode_push_answer({PushOutcome::gap, 0, 0, 0})};
        });
    const auto report = harness.exchange(harness.first, forgetful);
    REQUIRE_FALSE(report);
    REQUIRE(report.error().english().find("lacks operations") != std::string::npos);
    // Some gaps are no fault: another device pushes at the same time.
    REQUIRE(pushes > 1);
}
