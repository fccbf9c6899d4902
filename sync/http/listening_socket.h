// ListeningSocket: a bound TCP socket that takes callers in. Owns it. One thread.
#pragma once

#include <optional>
#include <string>

namespace stormote {

struct Endpoint {
    std::string host;  // a name or an address, IPv6 without its brackets
    int port = 0;
};

// "127.0.0.1:8443", "[::1]:8443"; nothing when it is not such an address.
[[nodiscard]] std::optional<Endpoint> parse_endpoint(const std::string& text);

class ListeningSocket {
  public:
    // Nothing when the port is taken, or this machine has no such address.
    static std::optional<ListeningSocket> bind(const Endpoint& endpoint);
    ~ListeningSocket();
    ListeningSocket(ListeningSocket&& other) noexcept;
    ListeningSocket& operator=(ListeningSocket&&) = delete;
    ListeningSocket(const ListeningSocket&) = delete;
    ListeningSocket& operator=(const ListeningSocket&) = delete;

    [[nodiscard]] int port() const;
    [[nodiscard]] int get() const { return socket_; }
    // Hands it over to somebody who closes it.
    int release();

  private:
    explicit ListeningSocket(int socket) : socket_(socket) {}

    int socket_;
};

// A connection takes a file handle, and some systems give a program no more than 1,024 at first.
void allow_many_sockets();

// The caller's address in digits, an IPv4 address as such even where it came over IPv6.
[[nodiscard]] std::string peer_address(int socket);

}  // namespace stormote
