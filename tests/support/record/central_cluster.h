// CentralCluster: the central store as it runs where one process is not enough: real processes of
// `stormote-central`, usually two, on one real PostgreSQL, and Debian's HAProxy before them, which
// asks each whether it is ready. A process that ended is started again, as systemd does. One
// thread.
#pragma once

#include "tests/support/record/postgres_server.h"

namespace stormote::testing {

struct ClusterOptions {
    std::size_t servers = 2;
    // Of the database. So few that a test can take all of them.
    int sessions = 40;
    // Where the database lies, on whose disk commits wait.
    std::filesystem::path parent = TemporaryFolder::usual_parent();
};

class CentralCluster {
  public:
    // Starts everything, and waits until a request would be answered.
    explicit CentralCluster(const ClusterOptions& options = {});

    // What the devices are told.
    [[nodiscard]] std::string url() const { return url_of(proxy_port_); }
    [[nodiscard]] std::size_t size() const { return servers_.size(); }
    [[nodiscard]] int proxy_port() const { return proxy_port_; }
    // One process, past the proxy.
    [[nodiscard]] std::string server_url(std::size_t server) const;
    [[nodiscard]] int server_port(std::size_t server) const { return servers_.at(server).port; }
    [[nodiscard]] pid_t server_id(std::size_t server) const {
        return servers_.at(server).process->id();
    }
    [[nodiscard]] pid_t proxy_id() const { return proxy_->id(); }
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
    std::vector<Server> servers_;
    int proxy_port_ = 0;
    std::unique_ptr<Process> proxy_;
    std::chrono::steady_clock::time_point tended_{};
};

}  // namespace stormote::testing
