#include "tests/support/machine/relay.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <vector>

#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "tests/support/machine/raw_sockets.h"

namespace stormote::testing {

namespace {

// What one side says goes to the other.
struct Line {
    int from;
    int to;
};

// Both directions of a connection, which end together.
void hang_up(std::vector<Line>& lines, int socket) {
    for (const Line& line : lines) {
        if (line.from == socket) close(line.to);
    }
    close(socket);
    std::erase_if(lines,
                  [&](const Line& line) { return line.from == socket || line.to == socket; });
}

void connect_line(std::vector<Line>& lines, int listener, int server_port) {
    const int client = accept4(listener, nullptr, nullptr, SOCK_CLOEXEC);
    if (client < 0) return;
    const int server = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const sockaddr_in address = loopback(server_port);
    if (connect(server, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        close(server);
        close(client);
        return;
    }
    lines.push_back({client, server});
    lines.push_back({server, client});
}

// How much was handed on; 0 when either side has gone.
std::size_t hand_on(const Line& line, std::size_t most) {
    std::array<char, 4'096> buffer{};
    const auto size = recv(line.from, buffer.data(), std::min(most, buffer.size()), 0);
    if (size <= 0) return 0;
    return send(line.to, buffer.data(), static_cast<std::size_t>(size), MSG_NOSIGNAL) == size
               ? static_cast<std::size_t>(size)
               : 0;
}

}  // namespace

Relay::Relay(int server_port, std::size_t most_bytes, AtEnd at_end)
    : server_port_(server_port),
      most_bytes_(most_bytes),
      at_end_(at_end),
      listener_(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)),
      stop_(eventfd(0, EFD_CLOEXEC)) {
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (bind(listener_, reinterpret_cast<const sockaddr *>(&address), size) != 0 ||
        listen(listener_, 8) != 0 ||
        getsockname(listener_, reinterpret_cast<sockaddr *>(&address), &size) != 0) {
        close(listener_);
        close(stop_);
        throw std::runtime_error("no port to listen on");
    }
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { run(); });
}

Relay::~Relay() {
    eventfd_write(stop_, 1);
    thread_.join();
    close(listener_);
    close(stop_);
}

void Relay::run() {
    std::vector<Line> lines;
    for (;;) {
        if (is_holding() && at_end_ == AtEnd::cut) {
            // Whoever comes now is refused, and not left waiting.
            shutdown(listener_, SHUT_RDWR);
            break;
        }
        std::vector<pollfd> watched{{stop_, POLLIN, 0}};
        if (!is_holding()) {
            watched.push_back({listener_, POLLIN, 0});
            for (const Line& line : lines) watched.push_back({line.from, POLLIN, 0});
        }
        if (poll(watched.data(), watched.size(), -1) < 0) continue;
        if (watched[0].revents != 0) break;
        // One at a time: what happens to one may take others with it.
        const auto ready = std::find_if(watched.begin() + 1, watched.end(),
                                        [](const pollfd& one) { return one.revents != 0; });
        if (ready == watched.end()) continue;
        if (ready->fd == listener_) {
            connect_line(lines, listener_, server_port_);
            continue;
        }
        const auto line = std::find_if(lines.begin(), lines.end(),
                                       [&](const Line& one) { return one.from == ready->fd; });
        const std::size_t size = hand_on(*line, most_bytes_ - passed_);
        if (size == 0) {
            hang_up(lines, ready->fd);
        } else {
            passed_ += size;
        }
    }
    while (!lines.empty()) hang_up(lines, lines.front().from);
}

}  // namespace stormote::testing
