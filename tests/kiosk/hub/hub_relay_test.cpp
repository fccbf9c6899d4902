// A hub with a central store behind it: what its screens record is there, what is there reaches
// its screens, and nothing counts as being there that the hub alone has.
#include <future>

#include <catch2/catch.hpp>

#include "kiosk/desk/retention/purge.h"
#include "kiosk/desk/sync/background_sync.h"
#include "kiosk/desk/sync/event_join.h"
#include "kiosk/hub/hub.h"
#include "sync/central/central_server.h"
#include "sync/central/open_store.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/machine/wait.h"
#include "tests/support/record/canonical_state.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace fs = std::filesystem;

namespace {

// The organisers' store on the internet, which comes and goes, at one address.
class FarStore {
  public:
    explicit FarStore(const fs::path& file)
        : store_(open_store("sqlite:" + file.string(), random_).value()) {
        come();
    }
    ~FarStore() { go(); }
    FarStore(const FarStore&) = delete;
    FarStore& operator=(const FarStore&) = delete;

    void come() {
        server_ = CentralServer::create(service_, {address_, "", ""}).value();
        address_ = "127.0.0.1:" + std::to_string(server_->port());
        serving_ = std::thread([this] { server_->run(); });
    }
    void go() {
        if (!server_) return;
        server_->stop();
        serving_.join();
        server_.reset();
    }
    [[nodiscard]] std::string url() const { return "http://" + address_; }
    void let_in(const fs::path& state, const EventId& event, const std::string& name) {
        const auto secret = random_.bytes<16>();
        const auto token = random_.bytes<32>();
        REQUIRE(store_->invite(event, name, hash_bytes(secret), clock_.wall_ms()));
        REQUIRE(store_->join(event, hash_bytes(secret), hash_bytes(token), clock_.wall_ms()) ==
                JoinOutcome::joined);
        save_token(state, event, token);
    }
    void invite(const EventId& event, const std::string& name, const PairingSecret& secret) {
        REQUIRE(store_->invite(event, name, hash_bytes(secret), clock_.wall_ms()));
    }
    [[nodiscard]] std::uint64_t stored(const EventId& event) {
        std::uint64_t count = 0;
        for (const StoreHead& head : store_->status(event).heads) count += head.sequence;
        return count;
    }
    [[nodiscard]] std::uint64_t put_aside(const EventId& event) {
        return store_->status(event).quarantined;
    }

  private:
    SystemRandom random_;
    SystemClock clock_;
    std::unique_ptr<Store> store_;
    CentralService service_{*store_, clock_, random_};
    std::string address_ = "127.0.0.1:0";
    std::unique_ptr<CentralServer> server_;
    std::thread serving_;
};

// A machine with its kiosk's desk.
struct Machine {
    explicit Machine(fs::path folder) : home(std::move(folder)) { fs::create_directories(home); }

    [[nodiscard]] JournalEnvironment environment() {
        return {clock, random, home / "state", HashingCost{1, 8'192}, "kiosk", 0};
    }
    void open(std::unique_ptr<Desk> opened) {
        desk = std::make_unique<DeskThread>(std::move(opened), [] {});
    }
    void make_event() {
        open(Desk::create(home / "event.stormote", std::nullopt, environment(), {{1, "Stormöte"}})
                 .value());
    }
    void join(const Pairing& pairing, StoreConnection& connection) {
        auto draft = EventDraft::make(home / "event.stormote", pairing.event, home / "state");
        REQUIRE(draft);
        REQUIRE(join_event(*draft,
                           {{pairing.event, *pairing.key, pairing.device},
                            pairing.secret,
                            std::nullopt,
                            pairing.place},
                           connection, environment()));
        open(std::move(Desk::open(home / "event.stormote", {}, JournalAccess::write, environment()))
                 .value());
    }
    void sync_with(const std::vector<StoreToSync>& stores) {
        sync = BackgroundSync::start(*desk, stores, {}, clock, [] {}).value();
    }
    template <typename Read>
    auto ask(Read read) {
        std::promise<decltype(read(std::declval<Desk&>()))> answer;
        desk->do_quietly([&](Desk& itself) { answer.set_value(read(itself)); });
        return answer.get_future().get();
    }
    void walk_in(const std::string& name) {
        ask([&](Desk& itself) {
            itself.walk_in({name, "Öberg", "Hembygdsföreningen", "culture", {}, ""}, actor::staff);
            return true;
        });
    }
    [[nodiscard]] std::size_t people() {
        return ask([](Desk& itself) { return itself.state().attendees().size(); });
    }
    [[nodiscard]] std::string state() {
        return ask([](Desk& itself) { return describe_state(itself.state()); });
    }
    [[nodiscard]] RetentionFacts facts() {
        return ask([](Desk& itself) { return retention_facts(itself, {}); });
    }
    [[nodiscard]] bool is_unmet(PurgeCondition condition) {
        return ask([&](Desk& itself) {
            const auto unmet = unmet_conditions(itself.state(), retention_facts(itself, {}),
                                                {DocumentKind::registrations});
            return std::any_of(unmet.begin(), unmet.end(), [&](const UnmetCondition& each) {
                return each.condition == condition;
            });
        });
    }
    [[nodiscard]] std::int64_t clock_offset_ms() {
        return ask([](Desk& itself) { return itself.state().clock_offset_ms(itself.device()); });
    }
    [[nodiscard]] std::uint64_t held() {
        return ask([](Desk& itself) {
            std::uint64_t all = 0;
            for (const DeviceHead& head : itself.journal().heads()) all += head.head.sequence;
            return all;
        });
    }

    fs::path home;
    SystemClock clock;
    SystemRandom random;
    std::unique_ptr<DeskThread> desk;
    std::unique_ptr<BackgroundSync> sync;  // before the desk it goes
};

struct Room {
    TemporaryFolder folder;
    FarStore far{folder / "far.db"};
    Machine organiser{folder / "organiser"};
    EventId event = begin();
    std::unique_ptr<Hub> hub = Hub::open(event, {"127.0.0.1:0", organiser.home / "state", 0},
                                         organiser.clock, organiser.random, [](const LogLine&) {})
                                   .value();
    Machine door{folder / "door"};

    EventId begin() {
        organiser.make_event();
        return organiser.desk->read([](const Desk& itself) { return itself.event(); });
    }
    void relay() {
        organiser.sync_with({{StoreAccess::find(organiser.home / "state", event, far.url()).value(),
                              StoreKind::central},
                             {hub->own_access(), StoreKind::own_hub_beside_central}});
    }
    void let_door_in() {
        const Pairing pairing = organiser.ask(
            [&](Desk& itself) { return hub->issue_pairing(itself, DeviceRole::door).value(); });
        HttpOptions once;
        once.attempts = 1;
        const auto connection = connect_place(*pairing.place, once);
        door.join(pairing, *connection);
        door.sync_with({{StoreAccess::find(door.home / "state", event, {}).value()}});
    }
    [[nodiscard]] bool is_all_there() {
        return wait_until([&] {
            return far.stored(event) == organiser.held() && organiser.held() == door.held() &&
                   organiser.sync->status().waiting == 0;
        });
    }
};

}  // namespace

TEST_CASE("what a screen of a hub records reaches the central store, and the other way round") {
    Room room;
    room.far.let_in(room.organiser.home / "state", room.event, "hub");
    room.relay();
    REQUIRE(wait_until([&] { return room.organiser.sync->status().last_success_ms.has_value(); }));
    room.let_door_in();
    room.door.walk_in("Åsa");
    REQUIRE(wait_until([&] { return room.organiser.people() == 1; }));
    REQUIRE(room.is_all_there());
    // A machine that knows the central store alone.
    Machine elsewhere(room.folder / "elsewhere");
    const auto secret = SystemRandom().bytes<16>();
    const Pairing pairing = room.organiser.ask([&](Desk& itself) {
        return Pairing{
            itself.event(), secret, itself.journal().event_key(),
            itself.journal().issue_pairing(DeviceRole::door, [] { return std::nullopt; }).value()};
    });
    room.far.invite(room.event, "elsewhere", secret);
    const auto connection = connect_http(room.far.url(), {}).value();
    elsewhere.join(pairing, *connection);
    elsewhere.sync_with(
        {{StoreAccess::find(elsewhere.home / "state", room.event, room.far.url()).value()}});
    elsewhere.walk_in("Bo");
    REQUIRE(wait_until([&] { return room.door.people() == 2; }));
    REQUIRE(room.is_all_there());
    CHECK(room.door.state() == elsewhere.state());
    CHECK(room.door.state() == room.organiser.state());
    CHECK(room.far.put_aside(room.event) == 0);
}

TEST_CASE("a hub whose central store is away serves its room, and sends on what it gathered") {
    Room room;
    room.far.let_in(room.organiser.home / "state", room.event, "hub");
    room.relay();
    room.let_door_in();
    room.door.walk_in("Åsa");
    REQUIRE(room.is_all_there());
    REQUIRE(wait_until([&] { return room.organiser.facts().unsent == 0; }));
    room.far.go();
    const std::uint64_t before = room.far.stored(room.event);
    room.door.walk_in("Bo");
    REQUIRE(wait_until([&] { return room.organiser.people() == 2; }));
    room.organiser.walk_in("Cilla");
    REQUIRE(wait_until([&] { return room.door.people() == 3; }));
    // The hub has it, and its screens; the central store has not, and nobody says that it had.
    REQUIRE(wait_until([&] { return room.organiser.sync->status().last_error.has_value(); }));
    REQUIRE(room.far.stored(room.event) == before);
    REQUIRE(wait_until(
        [&] { return room.organiser.sync->status().waiting == room.organiser.held() - before; }));
    const RetentionFacts facts = room.organiser.facts();
    CHECK(facts.has_store);
    CHECK(facts.unsent == room.organiser.held() - before);
    CHECK(room.organiser.is_unmet(PurgeCondition::sent));
    CHECK_FALSE(room.organiser.is_unmet(PurgeCondition::clock));
    room.far.come();
    REQUIRE(room.is_all_there());
    REQUIRE(wait_until([&] { return room.organiser.facts().unsent == 0; }));
    CHECK(room.far.put_aside(room.event) == 0);
}

TEST_CASE("a hub without a central store counts as none for what its own kiosk may destroy") {
    Room room;
    room.organiser.sync_with({{room.hub->own_access(), StoreKind::own_hub}});
    room.let_door_in();
    room.door.walk_in("Åsa");
    REQUIRE(wait_until([&] { return room.organiser.people() == 1; }));
    REQUIRE(wait_until([&] {
        const SyncStatus status = room.organiser.sync->status();
        return status.last_success_ms && status.waiting == 0;
    }));
    CHECK_FALSE(room.organiser.facts().has_store);
    // Its clock was compared with itself alone: nothing goes by itself.
    CHECK(room.organiser.is_unmet(PurgeCondition::clock));
}

TEST_CASE("without a central store a room keeps the time of its hub's machine") {
    constexpr std::int64_t earlier_ms = -3 * 3'600'000;
    Room room;
    // As it was measured before somebody set the clock right.
    room.organiser.ask([](Desk& itself) {
        const Body body{{}, ActingRole::machine, ClockMeasured{itself.device(), earlier_ms}};
        itself.record(std::span(&body, 1));
        return true;
    });
    const auto offset_beside = [&](StoreKind kind) {
        return room.organiser.ask([&](Desk& itself) { return hub_clock_offset_ms(itself, kind); });
    };
    REQUIRE(room.organiser.clock_offset_ms() == earlier_ms);
    CHECK(offset_beside(StoreKind::own_hub_beside_central) == earlier_ms);
    room.hub->set_clock_offset(offset_beside(StoreKind::own_hub));
    room.organiser.sync_with({{room.hub->own_access(), StoreKind::own_hub}});
    CHECK(wait_until([&] { return std::abs(room.organiser.clock_offset_ms()) < 60'000; }));
    room.let_door_in();
    REQUIRE(wait_until([&] { return room.door.sync->status().last_success_ms.has_value(); }));
    CHECK(std::abs(room.door.clock_offset_ms()) < 60'000);
}

TEST_CASE("a relay whose own hub fails says so, although the central store answers") {
    Room room;
    room.far.let_in(room.organiser.home / "state", room.event, "hub");
    room.relay();
    REQUIRE(wait_until([&] { return room.organiser.sync->status().last_success_ms.has_value(); }));
    room.hub.reset();
    room.organiser.walk_in("Åsa");
    REQUIRE(wait_until([&] { return room.far.stored(room.event) == room.organiser.held(); }));
    CHECK(wait_until([&] {
        const SyncStatus status = room.organiser.sync->status();
        return status.last_error && status.waiting == 0;
    }));
}

TEST_CASE(
    "the clocks of a hub's screens are compared with the one that its own was compared with") {
    Room room;
    room.hub->set_clock_offset(3'600'000);
    const StoreAccess access = room.hub->own_access();
    const auto connection = access.connect({}).value();
    StoreClient client(*connection, room.event, access.token());
    const auto status = client.status();
    REQUIRE(status);
    CHECK(status->now_ms - room.organiser.clock.wall_ms() > 3'500'000);
}
