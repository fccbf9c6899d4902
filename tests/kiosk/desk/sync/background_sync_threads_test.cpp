#include <fstream>

#include <catch2/catch.hpp>

#include "kiosk/desk/sync/background_sync.h"
#include "sync/central/central_server.h"
#include "sync/central/open_store.h"
#include "sync/replication/token_file.h"
#include "tests/support/machine/must_end.h"
#include "tests/support/machine/raw_sockets.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/machine/wait.h"
#include "tests/support/record/canonical_state.h"
#include "tests/support/record/record_builder.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

SyncTiming quick() {
    using std::chrono::milliseconds;
    return {milliseconds(50), milliseconds(1), milliseconds(5), milliseconds(20)};
}

// A worker, and a connection, that would wait longer than any test runs.
constexpr std::chrono::hours for_ever{1};
constexpr SyncTiming patient{for_ever, for_ever, for_ever, for_ever};

std::string url_of(int port) {
    return "http://127.0.0.1:" + std::to_string(port);
}

std::unique_ptr<StoreConnection> connect_for_ever(const std::string& url) {
    return connect_http(url, {"", 1, for_ever, for_ever}).value();
}

// A connection that stops once, when an answer has come back and before anybody has it.
class PausingConnection final : public StoreConnection {
  public:
    PausingConnection(std::unique_ptr<StoreConnection> inner, int answer)
        : inner_(std::move(inner)), answers_left_(answer) {}

    Result<StoreResponse> send(const StoreRequest& request) override {
        auto response = inner_->send(request);
        if (--answers_left_ == 0) {
            is_paused_ = true;
            is_paused_.notify_all();
            may_go_on_.wait(false);
        }
        return response;
    }
    void cancel() override { inner_->cancel(); }
    void wait_for_pause() const { is_paused_.wait(false); }
    void go_on() {
        may_go_on_ = true;
        may_go_on_.notify_all();
    }

  private:
    std::unique_ptr<StoreConnection> inner_;
    int answers_left_;
    std::atomic<bool> is_paused_ = false;
    std::atomic<bool> may_go_on_ = false;
};

// A worker that exchanges when it is woken and never by the clock, and what is open at the store.
SyncTiming only_when_woken() {
    SyncTiming timing = patient;
    timing.least_pause = std::chrono::milliseconds(1);
    timing.watched_interval = for_ever;
    return timing;
}

// A store of an earlier version: names no abilities, and never waits.
class EarlierStore final : public StoreConnection {
  public:
    explicit EarlierStore(std::unique_ptr<StoreConnection> inner) : inner_(std::move(inner)) {}

    Result<StoreResponse> send(const StoreRequest& request) override {
        if (request.query.find("wait=") != std::string::npos) has_been_asked_to_wait_ = true;
        StoreRequest earlier = request;
        if (const auto at = earlier.query.find("&wait="); at != std::string::npos) {
            earlier.query.resize(at);
        }
        auto response = inner_->send(earlier);
        if (!response || !request.path.ends_with("/status")) return response;
        auto status = decode_status(response->body);
        if (!status) return response;
        status->can_wait = false;
        response->body = encode_status(*status);
        return response;
    }
    void cancel() override { inner_->cancel(); }
    [[nodiscard]] bool has_been_asked_to_wait() const { return has_been_asked_to_wait_; }

  private:
    std::unique_ptr<StoreConnection> inner_;
    std::atomic<bool> has_been_asked_to_wait_ = false;
};

// Says that a store can wait, and answers at once nevertheless, as some proxies would have it.
class HastyStore final : public StoreConnection {
  public:
    HastyStore(std::unique_ptr<StoreConnection> inner, std::atomic<int>& asked)
        : inner_(std::move(inner)), asked_(asked) {}

    Result<StoreResponse> send(const StoreRequest& request) override {
        ++asked_;
        StoreRequest hasty = request;
        hasty.query.resize(hasty.query.find("&wait="));
        return inner_->send(hasty);
    }
    void cancel() override { inner_->cancel(); }

  private:
    std::unique_ptr<StoreConnection> inner_;
    std::atomic<int>& asked_;
};

// A store behind a real server, and a kiosk's desk on its own thread.
struct Harness {
    TemporaryFolder folder;
    SystemClock clock;
    SystemRandom random;
    std::unique_ptr<Store> store =
        std::move(open_store("sqlite:" + (folder / "c.db").string(), random)).value();
    CentralService service{*store, clock, random};
    std::unique_ptr<CentralServer> server =
        std::move(CentralServer::create(service, {"127.0.0.1:0", "", ""})).value();
    std::thread server_thread{[this] { server->run(); }};
    EventId event;
    DeskThread desk{make_desk(), [] {}};

    Harness() = default;
    ~Harness() {
        server->stop();
        server_thread.join();
    }
    Harness(const Harness&) = delete;
    Harness& operator=(const Harness&) = delete;

    std::unique_ptr<Desk> make_desk() {
        auto made =
            Desk::create(folder / "event.stormote", std::nullopt,
                         {clock, random, folder / "state", {1, 8'192}, "kiosk"}, {{1, "Stormöte"}});
        event = made.value()->event();
        return std::move(made).value();
    }
    [[nodiscard]] std::string url() const { return url_of(server->port()); }
    std::unique_ptr<StoreConnection> connect(const std::string& address) const {
        return std::move(connect_http(address, {"", 1})).value();
    }
    std::string enrol(const std::string& name = "kiosk") {
        const auto secret = random.bytes<16>();
        REQUIRE(store->invite(event, name, hash_bytes(secret), SystemClock().wall_ms()));
        const auto connection = connect(url());
        return write_token(StoreClient(*connection, event, "").join(secret).value());
    }
    void walk_in() { walk_in_at(desk); }
    static void walk_in_at(DeskThread& anywhere) {
        anywhere.ask(
            [](Desk& itself) {
                return itself.walk_in({"Åsa", "Öberg", "", "", {}, ""}, actor::staff);
            },
            [](const CheckInOutcome&) {}, [](const Error&) {});
    }
    // Another kiosk of the event, which knows nothing of it yet.
    std::unique_ptr<Desk> make_other_desk() {
        const JournalEnvironment environment{
            clock, random, folder / "other state", {1, 8'192}, "other"};
        auto fold = std::make_unique<RecordFold>();
        const auto invitation =
            desk.read([](const Desk& itself) { return invitation_to(itself.journal()); });
        auto journal = Journal::create(folder / "other.stormote", std::nullopt, environment,
                                       invitation, fold->sink());
        return std::make_unique<Desk>(std::move(journal).value(), std::move(fold), environment);
    }
    // How many are in, as a desk knows.
    static std::size_t people_at(DeskThread& anywhere) {
        return anywhere.read([](const Desk& itself) { return itself.state().attendees().size(); });
    }
    [[nodiscard]] std::uint64_t stored() {
        std::uint64_t count = 0;
        for (const StoreHead& head : store->status(event).heads) count += head.sequence;
        return count;
    }
};

}  // namespace

TEST_CASE("new operations reach the store in the background, and the status says so") {
    Harness harness;
    std::atomic<int> changes = 0;
    BackgroundSync sync(harness.desk, harness.connect(harness.url()), harness.event,
                        harness.enrol(), harness.clock, quick(), [&changes] { ++changes; });
    REQUIRE(wait_until([&] { return harness.stored() == 2; }));
    for (int i = 0; i < 20; ++i) {
        harness.walk_in();
    }
    REQUIRE(wait_until([&] { return harness.stored() == 62; }));
    REQUIRE(wait_until([&] {
        const SyncStatus status = sync.status();
        return status.waiting == 0 && status.last_success_ms && !status.last_error;
    }));
    REQUIRE(changes > 0);
    REQUIRE(wait_until([&] {
        harness.desk.collect();
        return !harness.desk.is_busy();
    }));
}

TEST_CASE("without a network the desk goes on, what waits is counted, and it is caught up later") {
    Harness harness;
    const std::string token = harness.enrol();
    {
        BackgroundSync sync(harness.desk, harness.connect("http://127.0.0.1:1"), harness.event,
                            token, harness.clock, quick(), {});
        harness.walk_in();
        REQUIRE(wait_until([&] {
            const SyncStatus status = sync.status();
            return status.last_error && status.waiting == 5;
        }));
        REQUIRE_FALSE(sync.status().last_success_ms);
    }
    BackgroundSync sync(harness.desk, harness.connect(harness.url()), harness.event, token,
                        harness.clock, quick(), {});
    REQUIRE(wait_until([&] { return harness.stored() == 5 && sync.status().waiting == 0; }));
}

TEST_CASE("what is recorded last before the end reaches the store, if it can be reached") {
    Harness harness;
    const std::string token = harness.enrol();
    for (std::uint64_t round = 1; round <= 5; ++round) {
        BackgroundSync sync(harness.desk, harness.connect(harness.url()), harness.event, token,
                            harness.clock, quick(), {});
        harness.walk_in();
        sync.finish(std::chrono::minutes(1));
        REQUIRE(harness.stored() == 2 + 3 * round);
    }
    const MustEnd ends("The end of a kiosk without a network");
    BackgroundSync lost(harness.desk, harness.connect("http://127.0.0.1:1"), harness.event, token,
                        harness.clock, quick(), {});
    lost.finish(for_ever);
}

TEST_CASE("stopping is prompt, whatever the worker waits for") {
    Harness harness;
    const std::string token = harness.enrol();
    const auto stop_once = [&](const std::string& url, const auto& waits) {
        INFO(url);
        const MustEnd ends("The worker that is stopped", 2 * patience);
        BackgroundSync sync(harness.desk, connect_for_ever(url), harness.event, token,
                            harness.clock, patient, {});
        waits(sync);
        sync.stop();
    };
    SECTION("for its turn, after an exchange") {
        stop_once(harness.url(), [](const BackgroundSync& sync) {
            REQUIRE(wait_until([&] { return sync.status().last_success_ms.has_value(); }));
        });
    }
    SECTION("for something new at the store") {
        const MustEnd ends("The worker that is stopped", 2 * patience);
        BackgroundSync sync(harness.desk, connect_for_ever(harness.url()), harness.event, token,
                            harness.clock, patient, {}, connect_for_ever(harness.url()));
        REQUIRE(wait_until([&] { return harness.server->waiting() == 1; }));
        sync.stop();
        REQUIRE(wait_until([&] { return harness.server->waiting() == 0; }));
    }
    SECTION("for its turn, where nobody listens") {
        const int nobodys = RawListener().port();
        stop_once(url_of(nobodys), [](const BackgroundSync& sync) {
            REQUIRE(wait_until([&] { return sync.status().last_error.has_value(); }));
        });
    }
    SECTION("for the answer of a store that takes the connection and says nothing") {
        const RawListener silent;
        std::optional<RawClient> taken;
        stop_once(url_of(silent.port()), [&](const BackgroundSync&) {
            taken.emplace(silent.accept());
            REQUIRE_FALSE(taken->hear().empty());
        });
    }
    SECTION("for a machine that does not take the connection") {
        // One that waits to be accepted is one too many.
        const RawListener full(0);
        const RawClient waiting(full.port());
        stop_once(url_of(full.port()), [&](const BackgroundSync&) {
            REQUIRE(wait_until([&] { return is_connecting_to(full.port()); }));
        });
    }
}

TEST_CASE("the desk's own thread may stop the worker, in the middle of an exchange") {
    Harness harness;
    const std::string token = harness.enrol();
    // After each of the answers of an exchange the worker asks the desk, which is busy stopping it.
    constexpr int answers = 6;
    for (int answer = 1; answer <= answers; ++answer) {
        auto connection =
            std::make_unique<PausingConnection>(harness.connect(harness.url()), answer);
        PausingConnection& pausing = *connection;
        const MustEnd ends("The worker that the desk stops", 2 * patience);
        BackgroundSync sync(harness.desk, std::move(connection), harness.event, token,
                            harness.clock, quick(), {});
        harness.walk_in();
        pausing.wait_for_pause();
        std::atomic<bool> is_stopped = false;
        harness.desk.do_quietly([&](Desk&) {
            pausing.go_on();
            sync.stop();
            is_stopped = true;
        });
        REQUIRE(wait_until([&] { return is_stopped.load(); }));
    }
}

TEST_CASE("what is committed at the desk is sent at once, however long the interval is") {
    Harness harness;
    BackgroundSync sync(harness.desk, harness.connect(harness.url()), harness.event,
                        harness.enrol(), harness.clock, only_when_woken(), {});
    REQUIRE(wait_until([&] { return sync.status().last_success_ms.has_value(); }));
    // Its first exchanges are over, and it sleeps.
    sync.finish(for_ever);
    REQUIRE(harness.stored() == 2);
    for (std::uint64_t round = 1; round <= 5; ++round) {
        harness.walk_in();
        REQUIRE(wait_until([&] { return harness.stored() == 2 + 3 * round; }));
    }
}

TEST_CASE("a change at one kiosk is at another without any interval, and back") {
    Harness harness;
    DeskThread other{harness.make_other_desk(), [] {}};
    BackgroundSync here(harness.desk, harness.connect(harness.url()), harness.event,
                        harness.enrol("here"), harness.clock, only_when_woken(), {},
                        connect_for_ever(harness.url()));
    BackgroundSync there(other, harness.connect(harness.url()), harness.event,
                         harness.enrol("there"), harness.clock, only_when_woken(), {},
                         connect_for_ever(harness.url()));
    REQUIRE(wait_until([&] { return harness.server->waiting() == 2; }));
    for (std::size_t round = 1; round <= 5; ++round) {
        harness.walk_in();
        REQUIRE(wait_until([&] { return Harness::people_at(other) == 2 * round - 1; }));
        Harness::walk_in_at(other);
        REQUIRE(wait_until([&] { return Harness::people_at(harness.desk) == 2 * round; }));
    }
    // What came is not sent back, and both wait again.
    REQUIRE(wait_until([&] { return harness.server->waiting() == 2; }));
    CHECK_FALSE(here.status().last_error);
    CHECK_FALSE(there.status().last_error);
}

TEST_CASE("a kiosk waits anew at a store that was started again, and takes what it missed") {
    Harness harness;
    DeskThread other{harness.make_other_desk(), [] {}};
    SyncTiming timing = only_when_woken();
    timing.first_retry_delay = timing.longest_retry_delay = std::chrono::milliseconds(5);
    BackgroundSync here(harness.desk, harness.connect(harness.url()), harness.event,
                        harness.enrol("here"), harness.clock, timing, {},
                        connect_for_ever(harness.url()));
    const std::string token = harness.enrol("there");
    BackgroundSync there(other, harness.connect(harness.url()), harness.event, token, harness.clock,
                         timing, {}, connect_for_ever(harness.url()));
    REQUIRE(wait_until([&] { return harness.server->waiting() == 2; }));
    const std::string address = "127.0.0.1:" + std::to_string(harness.server->port());
    harness.server->stop();
    harness.server_thread.join();
    harness.server.reset();
    harness.walk_in();
    harness.server = CentralServer::create(harness.service, {address, "", ""}).value();
    harness.server_thread = std::thread([&harness] { harness.server->run(); });
    REQUIRE(wait_until([&] { return Harness::people_at(other) == 1; }));
    REQUIRE(wait_until([&] { return harness.server->waiting() == 2; }));
}

TEST_CASE("at a store of an earlier version a kiosk asks at its interval, and never waits") {
    Harness harness;
    DeskThread other{harness.make_other_desk(), [] {}};
    const auto connect = [&harness] {
        return std::make_unique<EarlierStore>(harness.connect(harness.url()));
    };
    auto waiting = connect();
    const EarlierStore& asked = *waiting;
    BackgroundSync here(harness.desk, connect(), harness.event, harness.enrol("here"),
                        harness.clock, quick(), {});
    BackgroundSync there(other, connect(), harness.event, harness.enrol("there"), harness.clock,
                         quick(), {}, std::move(waiting));
    harness.walk_in();
    REQUIRE(wait_until([&] { return Harness::people_at(other) == 1; }));
    CHECK_FALSE(asked.has_been_asked_to_wait());
    CHECK(harness.server->waiting() == 0);
}

TEST_CASE("a store that says it waits and does not is asked no more often than at the interval") {
    Harness harness;
    SyncTiming timing = only_when_woken();
    timing.interval = timing.first_retry_delay = timing.longest_retry_delay = for_ever;
    std::atomic<int> asked = 0;
    BackgroundSync sync(harness.desk, harness.connect(harness.url()), harness.event,
                        harness.enrol(), harness.clock, timing, {},
                        std::make_unique<HastyStore>(harness.connect(harness.url()), asked));
    REQUIRE(wait_until([&] { return asked == 1; }));
    // Each exchange asks once, and nothing else does.
    sync.finish(for_ever);
    REQUIRE(wait_until([&] { return asked >= 1; }));
    CHECK(asked <= 2);
}

TEST_CASE("a kiosk that catches up says how much has come, of how much") {
    Harness harness;
    for (int i = 0; i < 400; ++i) harness.walk_in();
    REQUIRE(wait_until([&] { return Harness::people_at(harness.desk) == 400; }));
    {
        BackgroundSync here(harness.desk, harness.connect(harness.url()), harness.event,
                            harness.enrol("here"), harness.clock, quick(), {});
        REQUIRE(wait_until([&] { return harness.stored() == 2 + 3 * 400; }));
    }
    DeskThread other{harness.make_other_desk(), [] {}};
    std::mutex mutex;
    std::vector<std::pair<std::uint64_t, std::uint64_t>> seen;
    BackgroundSync *watched = nullptr;
    // Nothing is told before it is known who is watched.
    std::unique_lock begin(mutex);
    BackgroundSync there(other, harness.connect(harness.url()), harness.event,
                         harness.enrol("there"), harness.clock, quick(), [&] {
                             const std::lock_guard lock(mutex);
                             const SyncStatus status = watched->status();
                             if (status.pulled > 0) {
                                 seen.emplace_back(status.pulled, status.to_pull);
                             }
                         });
    watched = &there;
    begin.unlock();
    REQUIRE(wait_until([&] { return Harness::people_at(other) == 400; }));
    there.stop();
    REQUIRE_FALSE(seen.empty());
    for (const auto& [pulled, to_pull] : seen) {
        CHECK(to_pull == 1'202);
        CHECK(pulled <= to_pull);
    }
    CHECK(there.status().to_pull == 0);
}

TEST_CASE("the worker may go while the desk commits") {
    Harness harness;
    const std::string token = harness.enrol();
    std::atomic<bool> is_over = false;
    std::atomic<int> commits = 0;
    // One commit after another, without an end of its own.
    std::function<void(Desk&)> commit = [&](Desk& itself) {
        itself.walk_in({"Åsa", "Öberg", "", "", {}, ""}, actor::staff);
        ++commits;
        if (!is_over) harness.desk.do_quietly(commit);
    };
    harness.desk.do_quietly(commit);
    for (int round = 1; round <= 20; ++round) {
        const BackgroundSync sync(harness.desk, harness.connect(harness.url()), harness.event,
                                  token, harness.clock, quick(), {});
        const int before = commits;
        CHECK(wait_until([&] { return commits > before; }));
    }
    is_over = true;
    CHECK(wait_until([&] { return !harness.desk.is_busy(); }));
}

TEST_CASE("a kiosk without a token is told what to do") {
    Harness harness;
    const auto access = StoreAccess::find(harness.folder / "state", harness.event, harness.url());
    REQUIRE_FALSE(access);
    REQUIRE(access.error().english().find("enrolled") != std::string::npos);
}

TEST_CASE("a kiosk trusts the certificates that it is given") {
    Harness harness;
    save_token(harness.folder / "state", harness.event, *read_token(harness.enrol()));
    std::ofstream(harness.folder / "none.pem") << "no certificate";
    HttpOptions http;
    const bool is_pinned = GENERATE(false, true);
    (is_pinned ? http.pinned_certificate : http.certificate) = harness.folder / "none.pem";
    const auto access =
        StoreAccess::find(harness.folder / "state", harness.event, "https://store.example");
    const auto started =
        BackgroundSync::start(harness.desk, access.value(), http, harness.clock, {});
    REQUIRE_FALSE(started);
    REQUIRE(started.error().english().find("contains no certificate") != std::string::npos);
}
