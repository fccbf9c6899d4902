#include "tests/support/record/central_cluster.h"

#include <fstream>

#include "tests/support/machine/raw_sockets.h"
#include "tests/support/record/store_fixture.h"

namespace stormote::testing {

namespace {

// Of this machine; nobody listens there by now.
int find_free_port() {
    return RawListener().port();
}

// The port that a server says it listens on; 0 where it has not said so yet.
int port_in(const std::string& words) {
    const std::string start = "Listening on port ";
    const auto at = words.find(start);
    if (at == std::string::npos || words.find('\n', at) == std::string::npos) return 0;
    return std::stoi(words.substr(at + start.size()));
}

bool is_listening(int port) {
    try {
        const RawClient client(port);
        return true;
    } catch (const std::runtime_error&) {
        return false;
    }
}

}  // namespace

CentralCluster::CentralCluster(const ClusterOptions& options)
    : database_(options.parent), servers_(options.servers) {
    database_.add_settings("max_connections = " + std::to_string(options.sessions));
    database_.restart();
    administered_ = database_.make_database();
    store_ = make_served_store(database_, administered_);
    for (Server& server : servers_) {
        start(server);
        if (!wait_until([&] { return (server.port = port_in(server.process->errors())) != 0; })) {
            throw std::runtime_error("stormote-central: " + server.process->errors());
        }
    }
    start_proxy();
}

std::string CentralCluster::url_of(int port) {
    return "http://127.0.0.1:" + std::to_string(port);
}

std::string CentralCluster::server_url(std::size_t server) const {
    return url_of(servers_.at(server).port);
}

void CentralCluster::start(Server& server) const {
    server.process = std::make_unique<Process>(std::vector<std::string>{
        (program_directory() / "stormote-central").string(), "serve", "--listen",
        "127.0.0.1:" + std::to_string(server.port), "--store", store_, "--language", "en"});
}

void CentralCluster::start_proxy() {
    proxy_port_ = find_free_port();
    const std::string file = (folder_ / "haproxy.cfg").string();
    {
        std::ofstream config(file);
        config << "defaults\n"
                  "  mode http\n"
                  "  option forwardfor\n"
                  "  option redispatch\n"
                  "  timeout connect 2s\n"
                  "  timeout client 60s\n"
                  "  timeout server 60s\n"
                  "frontend devices\n"
                  "  bind 127.0.0.1:"
               << proxy_port_
               << "\n  default_backend stores\n"
                  "backend stores\n"
                  "  balance roundrobin\n"
                  "  option httpchk GET /ready\n"
                  "  default-server check inter 100ms fall 1 rise 1\n";
        for (std::size_t server = 0; server < size(); ++server) {
            config << "  server store" << server << " 127.0.0.1:" << servers_.at(server).port
                   << '\n';
        }
    }
    proxy_ =
        std::make_unique<Process>(std::vector<std::string>{"/usr/sbin/haproxy", "-db", "-f", file});
    if (!wait_until([&] { return is_listening(proxy_port_); })) {
        throw std::runtime_error("haproxy: " + proxy_->errors());
    }
}

void CentralCluster::send_signal(std::size_t server, int signal) {
    Process& process = *servers_.at(server).process;
    if (process.is_running()) process.send_signal(signal);
}

void CentralCluster::tend() {
    constexpr Milliseconds pause{200};
    const auto now = std::chrono::steady_clock::now();
    if (now - tended_ < pause) return;
    tended_ = now;
    for (Server& server : servers_) {
        if (!server.process->is_running()) start(server);
    }
}

}  // namespace stormote::testing
