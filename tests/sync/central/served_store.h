// ServedStore: a central store behind a real server on this machine, its log, and clients of it.
#pragma once

#include <mutex>
#include <thread>

#include <catch2/catch.hpp>

#include "sync/central/central_server.h"
#include "sync/central/open_store.h"
#include "sync/replication/http_connection.h"
#include "sync/replication/store_client.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"

namespace stormote::testing {

inline const EventId some_event{Uuid{{1}}};

// Longer than any test runs.
constexpr std::chrono::hours for_ever{1};

// Nobody is shown out, unless a test wants it.
inline ListenOptions patient_options() {
    ListenOptions options;
    options.address = "127.0.0.1:0";
    options.silence_limit = for_ever;
    options.head_limit = for_ever;
    return options;
}

struct ServedStore {
    ListenOptions options;
    TemporaryFolder folder;
    SeededRandom random{1};
    SystemRandom system_random;
    SystemClock clock;
    std::mutex log_mutex;
    std::vector<std::string> log_lines;
    std::unique_ptr<Store> store =
        open_store("sqlite:" + (folder / "c.db").string(), random).value();
    CentralService service{*store, clock, system_random, [this](const Error& message) {
                               const std::lock_guard lock(log_mutex);
                               log_lines.push_back(message.english());
                           }};
    std::unique_ptr<CentralServer> server = make();
    std::thread thread{[this] { server->run(); }};

    explicit ServedStore(ListenOptions listen = patient_options()) : options(std::move(listen)) {}
    ~ServedStore() {
        server->stop();
        thread.join();
    }
    ServedStore(const ServedStore&) = delete;
    ServedStore& operator=(const ServedStore&) = delete;

    std::unique_ptr<CentralServer> make() {
        auto made = CentralServer::create(service, options);
        REQUIRE(made);
        return std::move(made).value();
    }
    [[nodiscard]] std::unique_ptr<StoreConnection> connect(int attempts = 6) const {
        HttpOptions http;
        http.attempts = attempts;
        auto connection = connect_http("http://127.0.0.1:" + std::to_string(server->port()), http);
        REQUIRE(connection);
        return std::move(connection).value();
    }
    std::string enrol(StoreConnection& connection) {
        const auto secret = random.bytes<16>();
        REQUIRE(store->invite(some_event, "device", hash_bytes(secret), clock.wall_ms()));
        const auto token = StoreClient(connection, some_event, "").join(secret);
        REQUIRE(token);
        return write_token(*token);
    }
    std::vector<std::string> log() {
        const std::lock_guard lock(log_mutex);
        return log_lines;
    }
};

}  // namespace stormote::testing
