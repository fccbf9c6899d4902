// Relay: stands on this machine between a program and a server, and after so many bytes, counted
// both ways, lets no more through: a test can then end either of them at a moment that it knows; or
// breaks the connection there.
// One thread makes and ends it; works on a thread of its own. Going, it breaks all connections.
#pragma once

#include <atomic>
#include <cstddef>
#include <limits>
#include <thread>

namespace stormote::testing {

class Relay {
  public:
    static constexpr std::size_t all = std::numeric_limits<std::size_t>::max();

    enum class AtEnd {
        hold,  // says nothing more, and keeps all connections
        cut,   // ends all connections, and takes no other
    };
    // Before a server that listens on that port.
    explicit Relay(int server_port, std::size_t most_bytes = all, AtEnd at_end = AtEnd::hold);
    ~Relay();
    Relay(const Relay&) = delete;
    Relay& operator=(const Relay&) = delete;

    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] std::size_t passed_bytes() const { return passed_; }
    // All that may pass has passed.
    [[nodiscard]] bool is_holding() const { return passed_ == most_bytes_; }

  private:
    void run();

    int server_port_;
    std::size_t most_bytes_;
    AtEnd at_end_;
    std::atomic<std::size_t> passed_ = 0;
    int listener_;
    int stop_;  // an event: it is to end
    int port_ = 0;
    std::thread thread_;
};

}  // namespace stormote::testing
