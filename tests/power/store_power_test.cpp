// The real central store whose power is cut at every moment at which its disk is asked for
// something: what it has acknowledged is there, and the devices bring back the rest.
#include <algorithm>
#include <csignal>

#include <catch2/catch.hpp>

#include "sync/central/open_store.h"
#include "sync/replication/http_connection.h"
#include "sync/replication/store_client.h"
#include "tests/power/served_store.h"
#include "tests/support/machine/forgetful_disk.h"
#include "tests/support/machine/process.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const EventId some_event{Uuid{{1}}};

// A store on a disk that forgets, with one device enrolled.
struct Harness {
    ForgetfulDisk disk;
    SeededRandom random{1};
    std::string token = enrol();
    std::unique_ptr<Process> server;
    std::unique_ptr<StoreConnection> connection;

    [[nodiscard]] std::string url() const {
        return "sqlite:" + (disk.folder() / "central.db").string();
    }
    std::string enrol() {
        const auto secret = random.bytes<16>();
        const Token made = random.bytes<32>();
        const auto store = open_store(url(), random).value();
        const std::int64_t now = SystemClock().wall_ms();
        REQUIRE(store->invite(some_event, "device", hash_bytes(secret), now));
        REQUIRE(store->join(some_event, hash_bytes(secret), hash_bytes(made), now) ==
                JoinOutcome::joined);
        store->confirm(hash_bytes(made), now);
        return write_token(made);
    }
    // Nothing listens where the power was cut before.
    void start(std::optional<int> cut_at_sync = {}) {
        server = std::make_unique<Process>(
            std::vector<std::string>{program_directory() / "stormote-central", "serve", "--listen",
                                     "127.0.0.1:0", "--store", url(), "--language", "en"},
            ProcessOptions{.environment = disk.environment(cut_at_sync),
                           .working_directory = {},
                           .standard_input = {}});
        const std::string listening = "Listening on port ";
        const auto place = [&] { return server->errors().find(listening); };
        REQUIRE(wait_until([&] { return place() != std::string::npos || !server->is_running(); }));
        if (place() == std::string::npos) return;
        const int port = std::stoi(server->errors().substr(place() + listening.size()));
        connection = connect_http("http://127.0.0.1:" + std::to_string(port), {"", 1}).value();
    }
    void stop(int signal) {
        // A server that is asked to stop waits for connections that are kept.
        connection.reset();
        server->send_signal(signal);
        REQUIRE(server->wait());
        server.reset();
    }
};

}  // namespace

TEST_CASE("a store whose power is cut holds all that it acknowledged, and takes the rest again") {
    Harness harness;
    SignedDevice device(some_event, harness.random);
    constexpr std::uint64_t batches = 4;
    constexpr std::uint64_t batch_size = 6;
    device.add_many(batches * batch_size - 1);
    const auto unsynced = GENERATE(Unsynced::lost, Unsynced::torn);
    harness.disk.settle();
    harness.disk.keep_copy();
    bool is_cut = true;
    std::uint64_t most = 0;
    for (int moment = 1; is_cut; ++moment) {
        CAPTURE(moment);
        std::uint64_t acknowledged = 0;
        harness.start(moment);
        for (std::uint64_t i = 0; harness.connection && i < batches; ++i) {
            StoreClient client(*harness.connection, some_event, harness.token);
            const auto answer = client.push(device.batch(i * batch_size + 1, (i + 1) * batch_size));
            if (!answer) break;
            REQUIRE(answer->added == batch_size);
            acknowledged = (i + 1) * batch_size;
        }
        most = std::max(most, acknowledged);
        is_cut = acknowledged < batches * batch_size;
        harness.stop(SIGKILL);
        harness.disk.cut_power(unsynced, static_cast<std::uint64_t>(moment));

        harness.start();
        REQUIRE(harness.connection);
        StoreClient client(*harness.connection, some_event, harness.token);
        const auto kept = read_all(client);
        REQUIRE(kept.size() >= acknowledged);
        REQUIRE(std::equal(kept.begin(), kept.end(), device.operations().begin()));
        REQUIRE(client.push(device.all())->quarantined == 0);
        REQUIRE(read_all(client) == device.operations());
        harness.stop(SIGTERM);
        harness.disk.return_to_copy();
    }
    REQUIRE(most == batches * batch_size);
}
