// CentralCluster: the central store as it runs where one process is not enough: two real processes
// of `stormote-central` on one real PostgreSQL, and Debian's HAProxy before them, which asks each
// whether it is ready. A process that ended is started again, as systemd does. One thread.
#pragma once

#include <array>

#include "tests/support/record/postgres_server.h"

namespace stormote::testing {

class CentralCluster {
  public:
    static constexpr std::size_t size = 2;

    // Starts everything, and waits until a request would be answered.
    CentralCluster();

    // What the devices are told.
    [[nodiscard]] std::string url() const { return url_of(proxy_port_); }
    // One process, past the proxy.
    [[nodiscard]] std::string server_url(std::size_t server) const;
    [[nodiscard]] PostgresServer& database() { return database_; }
    // As the role that serves, and as the server's administrator.
    [[nodiscard]] const std::string& store() const { return store_; }
    [[nodiscard]] const std::string& administered() const { return administered_; }

    // To one process. It is started again by tend().
    void send_signal(std::size_t server, int signal);
    // Starts what has ended, but not more than a few times a second.
    void tend();
    // Waits, and tends meanwhile.
    template <typename Condition>
    [[nodiscard]] bool wait_for(Condition condition, Milliseconds limit = 3 * patience) {
        return wait_until(
            [&] {
                tend();
                return condition();
            },
            limit);
    }

  private:
    struct Server {
        int port = 0;
        std::unique_ptr<Process> process;
    };

    [[nodiscard]] static std::string url_of(int port);
    void start(Server& server) const;
    void start_proxy();

    PostgresServer database_;
    TemporaryFolder folder_;
    std::string administered_;
    std::string store_;
    std::array<Server, size> servers_;
    int proxy_port_ = 0;
    std::unique_ptr<Process> proxy_;
    std::chrono::steady_clock::time_point tended_{};
};

}  // namespace stormote::testing
