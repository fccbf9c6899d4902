#include <catch2/catch.hpp>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "kiosk/desk/background_sync.h"
#include "sync/central/central_server.h"
#include "tests/support/canonical_state.h"
#include "tests/support/start_crypto.h"
#include "tests/support/temporary_folder.h"
#include "tests/support/wait.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

constexpr Actor staff{ActingRole::staff};
using SteadyClock = std::chrono::steady_clock;

SyncTiming quick() {
    using std::chrono::milliseconds;
    return {milliseconds(50), milliseconds(1), milliseconds(5), milliseconds(20)};
}

// A store behind a real server, and a kiosk's desk on its own thread.
struct Stage {
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

    Stage() = default;
    ~Stage() {
        server->stop();
        server_thread.join();
    }
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    std::unique_ptr<Desk> make_desk() {
        auto made =
            Desk::create(folder / "event.stormote", std::nullopt,
                         {clock, random, folder / "state", {1, 8'192}, "kiosk"}, {{1, "Stormöte"}});
        event = made.value()->event();
        return std::move(made).value();
    }
    [[nodiscard]] std::string url() const {
        return "http://127.0.0.1:" + std::to_string(server->port());
    }
    std::unique_ptr<StoreConnection> connect(const std::string& address) const {
        return std::move(connect_http(address, {"", 1})).value();
    }
    std::string enrol() {
        const auto secret = random.bytes<16>();
        REQUIRE(store->invite(event, "kiosk", hash_bytes(secret)));
        const auto connection = connect(url());
        return write_token(StoreClient(*connection, event, "").join(secret).value());
    }
    void walk_in() {
        desk.ask(
            [](Desk& itself) {
                return itself.walk_in({"Åsa", "Öberg", "", "", {}, ""}, staff);
            },
            [](const CheckInOutcome&) {}, [](const Error&) {});
    }
    [[nodiscard]] std::uint64_t stored() {
        std::uint64_t count = 0;
        for (const StoreHead& head : store->status(event).heads) count += head.sequence;
        return count;
    }
};

}  // namespace

TEST_CASE("new operations reach the store in the background, and the status says so") {
    Stage stage;
    std::atomic<int> changes = 0;
    BackgroundSync sync(stage.desk, stage.connect(stage.url()), stage.event, stage.enrol(),
                        stage.clock, quick(), [&changes] { ++changes; });
    REQUIRE(wait_until([&] { return stage.stored() == 2; }));
    for (int i = 0; i < 20; ++i) {
        stage.walk_in();
        sync.wake();
    }
    REQUIRE(wait_until([&] { return stage.stored() == 62; }));
    REQUIRE(wait_until([&] {
        const SyncStatus status = sync.status();
        return status.waiting == 0 && status.last_success_ms && !status.last_error;
    }));
    REQUIRE(changes > 0);
    REQUIRE(wait_until([&] {
        stage.desk.collect();
        return !stage.desk.is_busy();
    }));
}

TEST_CASE("without a network the desk goes on, what waits is counted, and it is caught up later") {
    Stage stage;
    const std::string token = stage.enrol();
    {
        BackgroundSync sync(stage.desk, stage.connect("http://127.0.0.1:1"), stage.event, token,
                            stage.clock, quick(), {});
        stage.walk_in();
        REQUIRE(wait_until([&] {
            const SyncStatus status = sync.status();
            return status.last_error && status.waiting == 5;
        }));
        REQUIRE_FALSE(sync.status().last_success_ms);
    }
    BackgroundSync sync(stage.desk, stage.connect(stage.url()), stage.event, token, stage.clock,
                        quick(), {});
    REQUIRE(wait_until([&] { return stage.stored() == 5 && sync.status().waiting == 0; }));
}

TEST_CASE("what is recorded last before the end reaches the store, if it can be reached") {
    Stage stage;
    const std::string token = stage.enrol();
    for (std::uint64_t round = 1; round <= 5; ++round) {
        BackgroundSync sync(stage.desk, stage.connect(stage.url()), stage.event, token, stage.clock,
                            quick(), {});
        stage.walk_in();
        sync.finish(std::chrono::minutes(1));
        REQUIRE(stage.stored() == 2 + 3 * round);
    }
    BackgroundSync lost(stage.desk, stage.connect("http://127.0.0.1:1"), stage.event, token,
                        stage.clock, quick(), {});
    const auto start = SteadyClock::now();
    lost.finish(std::chrono::minutes(1));
    REQUIRE(SteadyClock::now() - start < std::chrono::seconds(10));
}

TEST_CASE("stopping is prompt, whatever the worker waits for") {
    Stage stage;
    const std::string token = stage.enrol();
    // A store that takes the connection and never answers; and one that nobody can reach.
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    REQUIRE(bind(listener, reinterpret_cast<const sockaddr *>(&address), size) == 0);
    REQUIRE(listen(listener, 8) == 0);
    REQUIRE(getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size) == 0);
    const std::string silent = "http://127.0.0.1:" + std::to_string(ntohs(address.sin_port));
    for (const std::string& url : {silent, stage.url(), std::string("http://127.0.0.1:1"),
                                   std::string("https://192.0.2.1:8443")}) {
        INFO(url);
        BackgroundSync sync(stage.desk, stage.connect(url), stage.event, token, stage.clock,
                            SyncTiming{}, {});
        std::this_thread::sleep_for(std::chrono::milliseconds(50));
        const auto start = SteadyClock::now();
        sync.stop();
        REQUIRE(SteadyClock::now() - start < std::chrono::milliseconds(1'500));
    }
    close(listener);
}

TEST_CASE("the desk's own thread may stop the worker, in the middle of an exchange") {
    Stage stage;
    const std::string token = stage.enrol();
    for (int round = 0; round < 10; ++round) {
        BackgroundSync sync(stage.desk, stage.connect(stage.url()), stage.event, token, stage.clock,
                            quick(), {});
        std::atomic<bool> is_stopped = false;
        std::this_thread::sleep_for(std::chrono::milliseconds(round));
        stage.desk.do_quietly([&](Desk&) {
            sync.stop();
            is_stopped = true;
        });
        REQUIRE(wait_until([&] { return is_stopped.load(); }));
    }
}

TEST_CASE("a kiosk without a token is told what to do") {
    Stage stage;
    const auto started =
        BackgroundSync::start(stage.desk, stage.url(), stage.folder / "state", stage.clock, {});
    REQUIRE_FALSE(started);
    REQUIRE(started.error().english().find("enrolled") != std::string::npos);
}
