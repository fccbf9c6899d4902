// A token that nears its end is renewed, and whatever is lost, doubled or late meanwhile, its
// device is not locked out.
#include <deque>

#include "sync/base/private_file.h"
#include "sync/replication/store_access.h"
#include "tests/support/machine/full_disk.h"
#include "tests/support/machine/relay.h"
#include "tests/support/record/central_harness.h"
#include "tests/support/record/store_fixture.h"
#include "tests/sync/central/served_store.h"

using namespace stormote;
using namespace stormote::testing;

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t day_ms = 24 * 3'600'000;
// The last third of 400 days has begun.
constexpr std::int64_t due_days = 270;

// A device that has joined by then, and is used all the time until the days are over.
Hash let_in_long_ago(Store& store, const Token& token, std::int64_t now_ms) {
    constexpr std::int64_t days = due_days;
    const Hash secret = hash_bytes(hash_bytes(token));
    const std::int64_t joined_ms = now_ms - days * day_ms;
    REQUIRE(store.invite(some_event, "entrance", secret, joined_ms, "door"));
    const Hash hash = hash_bytes(token);
    REQUIRE(store.join(some_event, secret, hash, joined_ms) == JoinOutcome::joined);
    store.confirm(hash, joined_ms);
    for (std::int64_t day = 0; day <= days; day += 50) {
        REQUIRE(store.access(hash, joined_ms + day * day_ms).state == AccessState::granted);
    }
    return hash;
}

struct OldToken {
    SystemRandom random;
    StoreFixture place;
    std::unique_ptr<Store> store = place.open(random);
    std::int64_t now_ms = 1'700'000'000'000;
    Hash token = let_in_long_ago(*store, Token{1}, now_ms);

    explicit OldToken(StoreKind kind) : place(kind) {}
    AccessState state(const Hash& hash, std::int64_t days = 0) const {
        return store->access(hash, now_ms + days * day_ms).state;
    }
    bool renew(const Hash& next) const { return store->renew(some_event, token, next, now_ms); }
    std::size_t noted() const {
        std::size_t count = 0;
        for (const StoreAuditEntry& entry : store->audit(some_event, 0)) {
            if (entry.action == StoreAuditAction::renewed) ++count;
        }
        return count;
    }
};

}  // namespace

TEST_CASE(
    "both tokens are good until the new one was used, which then lasts as long as the first") {
    OldToken old(GENERATE(StoreKind::sqlite, StoreKind::postgres));
    const Hash next{21};
    REQUIRE(old.store->access(old.token, old.now_ms).is_renewal_due);
    REQUIRE(old.state(next) == AccessState::unknown);
    REQUIRE(old.renew(next));
    REQUIRE(old.state(old.token) == AccessState::granted);
    REQUIRE(old.store->access(old.token, old.now_ms).is_renewal_due);
    const Access access = old.store->access(next, old.now_ms);
    REQUIRE(access.state == AccessState::granted);
    REQUIRE(access.event == some_event);
    REQUIRE(access.device == "entrance");
    REQUIRE(access.role == "door");
    REQUIRE_FALSE(access.is_renewal_due);
    REQUIRE(old.state(old.token) == AccessState::unknown);
    // A request to renew that comes late changes nothing.
    REQUIRE_FALSE(old.renew(Hash{22}));
    for (std::int64_t days = 0; days <= 400; days += 50) {
        REQUIRE(old.state(next, days) == AccessState::granted);
    }
    REQUIRE(old.state(next, 401) == AccessState::expired);
    REQUIRE(old.store->enrolments().size() == 1);
}

TEST_CASE(
    "a token is renewed once it is due and not before, and of several names the last counts") {
    const auto kind = GENERATE(StoreKind::sqlite, StoreKind::postgres);
    OldToken old(kind);
    const std::int64_t early_ms = old.now_ms - 10 * day_ms;
    REQUIRE_FALSE(old.store->renew(some_event, old.token, Hash{21}, early_ms));
    REQUIRE_FALSE(old.store->renew(EventId{Uuid{{2}}}, old.token, Hash{21}, old.now_ms));
    REQUIRE_FALSE(old.store->renew(some_event, Hash{99}, Hash{21}, old.now_ms));
    REQUIRE(old.noted() == 0);
    REQUIRE(old.renew(Hash{21}));
    REQUIRE(old.renew(Hash{21}));
    REQUIRE(old.noted() == 1);
    // Who has the token cannot fill the audit with names.
    for (std::uint8_t name = 30; name < 60; ++name) REQUIRE(old.renew(Hash{name}));
    REQUIRE(old.renew(Hash{22}));
    REQUIRE(old.noted() == 1);
    REQUIRE(old.state(Hash{21}) == AccessState::unknown);
    REQUIRE(old.state(Hash{22}) == AccessState::granted);
}

TEST_CASE("a device that was revoked renews nothing, and its next token opens nothing") {
    OldToken old(GENERATE(StoreKind::sqlite, StoreKind::postgres));
    REQUIRE(old.renew(Hash{21}));
    REQUIRE(old.store->revoke(some_event, "entrance", old.now_ms));
    REQUIRE(old.state(Hash{21}) == AccessState::revoked);
    REQUIRE(old.state(old.token) == AccessState::revoked);
    REQUIRE_FALSE(old.renew(Hash{22}));
    REQUIRE(old.state(Hash{22}) == AccessState::unknown);
}

TEST_CASE("the audit says from where a device renewed its token, and the store how it is called") {
    OldToken old(StoreKind::sqlite);
    const ManualClock clock(old.now_ms);
    CentralService service(*old.store, clock, old.random);
    StoreRequest request{StoreMethod::post,     renew_path(some_event),           "",
                         write_token(Token{1}), encode_renew_request({Hash{21}}), "192.0.2.7"};
    REQUIRE(service.handle(request).status == 200);
    const StoreAuditEntry noted = old.store->audit(some_event, 0).back();
    REQUIRE(noted == StoreAuditEntry{old.now_ms, some_event, StoreAuditAction::renewed, "entrance",
                                     "door", "", "192.0.2.7"});
    REQUIRE(request_kind(request.method, request.path) == "renew");
    request.body = {0x80};
    REQUIRE(service.handle(request).status == 400);
    request.token = write_token(Token{5});
    REQUIRE(service.handle(request).status == 401);
}

namespace {

// Loses requests and answers, sends requests twice, and sends earlier ones again, by chance.
class RoughConnection final : public StoreConnection {
  public:
    RoughConnection(StoreConnection& inner, Random& random) : inner_(inner), random_(random) {}

    Result<StoreResponse> send(const StoreRequest& request) override {
        sent_.push_back(request);
        if (sent_.size() > 6) sent_.pop_front();
        if (random_.below(4) == 0)
            static_cast<void>(inner_.send(sent_[random_.below(sent_.size())]));
        if (random_.below(4) == 0) return lost();
        auto response = inner_.send(request);
        if (random_.below(4) == 0) static_cast<void>(inner_.send(request));
        if (random_.below(3) == 0) return lost();
        return response;
    }

  private:
    static Error lost() { return input_error({"The connection to {} broke."}, "it"); }
    StoreConnection& inner_;
    Random& random_;
    std::deque<StoreRequest> sent_;
};

// What a program of the machine starts with.
StoreAccess start_from(const fs::path& state) {
    auto access = StoreAccess::find(state, some_event, "https://store.example");
    REQUIRE(access);
    return *std::move(access);
}

// As an exchange begins.
void ask(StoreClient& client) {
    if (client.status()) REQUIRE(client.renew_if_due());
}

std::size_t count_renewed(Store& store) {
    std::size_t count = 0;
    for (const StoreAuditEntry& entry : store.audit(some_event, 0)) {
        count += entry.action == StoreAuditAction::renewed ? 1 : 0;
    }
    return count;
}

}  // namespace

TEST_CASE(
    "two programs of a machine renew its token over a rough network, and none is locked out") {
    const auto seed = static_cast<std::uint64_t>(GENERATE(range(1, 41)));
    CAPTURE(seed);
    TemporaryFolder folder;
    const fs::path state = folder / "state";
    CentralHarness central(folder / "c.db", seed);
    SeededRandom chance(seed);
    save_token(state, some_event, *read_token(central.enrol(some_event, "entrance")));
    RoughConnection rough(central.connection(), chance);
    std::array programs{start_from(state).token(), start_from(state).token()};
    // Four years: each program asks every few weeks, and one in eight times is started anew.
    for (int round = 0; round < 100; ++round) {
        central.clock().advance_ms(15 * day_ms);
        for (DeviceToken& token : programs) {
            if (chance.below(8) == 0) token = start_from(state).token();
            StoreClient client(rough, some_event, token);
            ask(client);
            // As often as the network is away: nobody is idle for 60 days.
            StoreClient steady(central.connection(), some_event, token);
            REQUIRE(steady.pull(0, {}));
        }
        StoreClient anew(central.connection(), some_event, start_from(state).token());
        REQUIRE(anew.pull(0, {}));
    }
    CHECK(count_renewed(central.store()) >= 4);
}

TEST_CASE("a renewal that is cut anywhere locks nobody out") {
    ServedStore served;
    const fs::path state = served.folder / "state";
    const std::int64_t now_ms = served.clock.wall_ms();
    bool is_cut = true;
    std::size_t cuts = 0;
    for (std::size_t bytes = 1; is_cut; bytes += 7) {
        CAPTURE(bytes);
        const auto token = served.random.bytes<32>();
        fs::remove_all(state);
        save_token(state, some_event, token);
        let_in_long_ago(*served.store, token, now_ms);
        {
            const Relay relay(served.server->port(), bytes, Relay::AtEnd::cut);
            HttpOptions once;
            once.attempts = 1;
            const auto connection =
                connect_http("http://127.0.0.1:" + std::to_string(relay.port()), once).value();
            StoreClient client(*connection, some_event, start_from(state).token());
            ask(client);
            is_cut = relay.is_holding();
        }
        const auto connection = served.connect();
        StoreClient again(*connection, some_event, start_from(state).token());
        for (int time = 0; time < 2; ++time) {
            REQUIRE(again.status());
            REQUIRE(again.renew_if_due());
        }
        REQUIRE(*load_token(state, some_event) != write_token(token));
        REQUIRE_FALSE(fs::exists(state / "tokens" / (to_string(some_event) + ".next")));
        ++cuts;
        REQUIRE(served.store->revoke(some_event, "entrance", now_ms));
    }
    CHECK(cuts > 50);
}

TEST_CASE("a hub's token is renewed where it lies, and not over that of another hub") {
    TemporaryFolder folder;
    const fs::path state = folder / "state";
    const StorePlace hub{CertificatePrint{1}, {{"192.168.1.20", 8443}}};
    const StorePlace other{CertificatePrint{2}, {{"192.168.1.21", 8443}}};
    save_hub(state, some_event, hub, Token{1});
    DeviceToken token = kept_hub_token(state, some_event, hub, Token{1});
    const auto next = token.propose();
    REQUIRE(next);
    REQUIRE(token.propose() == next);
    token.adopt(write_token(*next));
    REQUIRE(load_hub(state, some_event)->token == write_token(*next));
    REQUIRE(load_hub(state, some_event)->place == hub);
    const auto third = token.propose();
    REQUIRE(third);
    REQUIRE(third != next);
    // Somebody scanned another hub's code meanwhile.
    save_hub(state, some_event, other, Token{9});
    REQUIRE(token.others(write_token(*next)).empty());
    REQUIRE_FALSE(token.propose());
    // What is to follow the other hub's token is for nobody else.
    DeviceToken others = kept_hub_token(state, some_event, other, Token{9});
    REQUIRE(others.propose());
    REQUIRE(token.others(write_token(*next)).empty());
    REQUIRE_FALSE(token.propose());
    token.adopt(write_token(*third));
    REQUIRE(load_hub(state, some_event)->token == write_token(Token{9}));
}

TEST_CASE("a token that lies nowhere is never renewed") {
    const TemporaryFolder folder;
    CentralHarness central(folder / "c.db");
    DeviceToken token(central.enrol(some_event, "entrance"));
    central.clock().advance_ms(50 * day_ms);
    StoreClient client(central.connection(), some_event, token);
    for (std::int64_t day = 50; day < due_days; day += 50) {
        REQUIRE(client.status());
        central.clock().advance_ms(50 * day_ms);
    }
    const std::string shown = token.shown();
    const auto status = client.status();
    REQUIRE(status);
    REQUIRE(status->is_renewal_due);
    REQUIRE(client.renew_if_due());
    REQUIRE(token.shown() == shown);
    REQUIRE(count_renewed(central.store()) == 0);
}

TEST_CASE("a token that cannot be renewed for want of space stays good, and it is said") {
    const TemporaryFolder folder;
    const fs::path state = folder / "state";
    CentralHarness central(folder / "c.db");
    const std::string first = central.enrol(some_event, "entrance");
    save_token(state, some_event, *read_token(first));
    DeviceToken token = start_from(state).token();
    StoreClient client(central.connection(), some_event, token);
    for (std::int64_t day = 0; day < due_days; day += 50) {
        REQUIRE(client.status());
        central.clock().advance_ms(50 * day_ms);
    }
    REQUIRE(client.status()->is_renewal_due);
    {
        const FullDisk full;
        const auto renewed = client.renew_if_due();
        REQUIRE_FALSE(renewed);
        REQUIRE(renewed.error().english().find("cannot be written") != std::string::npos);
    }
    REQUIRE(token.shown() == first);
    REQUIRE(client.status());
    REQUIRE(client.renew_if_due());
    REQUIRE(token.shown() != first);
}

TEST_CASE("a program whose token was revoked goes on with the one that its machine has since") {
    const TemporaryFolder folder;
    const fs::path state = folder / "state";
    CentralHarness central(folder / "c.db");
    save_token(state, some_event, *read_token(central.enrol(some_event, "entrance")));
    StoreClient client(central.connection(), some_event, start_from(state).token());
    REQUIRE(client.status());
    REQUIRE(central.store().revoke(some_event, "entrance", central.clock().wall_ms()));
    const auto refused = client.status();
    REQUIRE_FALSE(refused);
    REQUIRE(refused.error().english().find("revoked") != std::string::npos);
    save_token(state, some_event, *read_token(central.enrol(some_event, "entrance")));
    REQUIRE(client.status());
}
