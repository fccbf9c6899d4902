// RawClient, RawListener: plain TCP sockets on this machine, to say, or to leave unsaid, what no
// program of ours would. One thread each.
#pragma once

#include <string>
#include <string_view>

#include <netinet/in.h>

namespace stormote::testing {

// A port of this machine.
[[nodiscard]] sockaddr_in loopback(int port);

class RawClient {
  public:
    // Connects. Throws std::runtime_error where nobody listens.
    explicit RawClient(int port);
    // Takes over a connected socket.
    static RawClient of_socket(int socket) { return RawClient(socket, Connected{}); }
    ~RawClient();
    RawClient(RawClient&& other) noexcept;
    RawClient& operator=(RawClient&&) = delete;
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    void say(std::string_view text) const;
    // All of it, unless the other side goes before: then false.
    [[nodiscard]] bool try_to_say(std::string_view text) const;
    // Says nothing more, and goes on listening.
    void fall_silent() const;
    // What came next; waits for it. Empty when the other side has closed the connection.
    [[nodiscard]] std::string hear() const;
    // All that comes until the other side has closed the connection.
    [[nodiscard]] std::string hear_to_the_end() const;
    // Whether the other side has neither said anything nor closed the connection.
    [[nodiscard]] bool is_left_waiting() const;
    // For what a test asks of it besides.
    [[nodiscard]] int socket() const { return socket_; }

  private:
    struct Connected {};
    RawClient(int socket, Connected) : socket_(socket) {}

    int socket_;
};

class RawListener {
  public:
    // On a free port. So many connections wait to be accepted, and one more.
    explicit RawListener(int waiting = 8);
    ~RawListener();
    RawListener(const RawListener&) = delete;
    RawListener& operator=(const RawListener&) = delete;

    [[nodiscard]] int port() const { return port_; }
    // Waits for the next connection.
    [[nodiscard]] RawClient accept() const;
    // For what a test asks of it besides.
    [[nodiscard]] int socket() const { return socket_; }

  private:
    int socket_;
    int port_ = 0;
};

// Whether somebody on this machine waits for an answer to a connection begun to that port.
[[nodiscard]] bool is_connecting_to(int port);

}  // namespace stormote::testing
