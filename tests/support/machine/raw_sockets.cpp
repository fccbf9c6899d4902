#include "tests/support/machine/raw_sockets.h"

#include <cerrno>
#include <fstream>
#include <stdexcept>
#include <utility>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace stormote::testing {

namespace {

int open_socket() {
    const int made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (made < 0) throw std::runtime_error("no socket");
    return made;
}

}  // namespace

sockaddr_in loopback(int port) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

RawClient::RawClient(int port) : socket_(open_socket()) {
    const sockaddr_in address = loopback(port);
    if (connect(socket_, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0) return;
    close(socket_);
    throw std::runtime_error("nobody listens on port " + std::to_string(port));
}

RawClient::~RawClient() {
    if (socket_ >= 0) close(socket_);
}

RawClient::RawClient(RawClient&& other) noexcept : socket_(std::exchange(other.socket_, -1)) {}

void RawClient::say(std::string_view text) const {
    if (send(socket_, text.data(), text.size(), MSG_NOSIGNAL) !=
        static_cast<ssize_t>(text.size())) {
        throw std::runtime_error("the other side has gone");
    }
}

bool RawClient::try_to_say(std::string_view text) const {
    while (!text.empty()) {
        const auto size = send(socket_, text.data(), text.size(), MSG_NOSIGNAL);
        if (size <= 0) return false;
        text.remove_prefix(static_cast<std::size_t>(size));
    }
    return true;
}

void RawClient::fall_silent() const {
    shutdown(socket_, SHUT_WR);
}

std::string RawClient::hear_to_the_end() const {
    std::string all;
    for (std::string piece = hear(); !piece.empty(); piece = hear()) all += piece;
    return all;
}

std::string RawClient::hear() const {
    std::string text(4'096, '\0');
    const auto size = recv(socket_, text.data(), text.size(), 0);
    text.resize(size > 0 ? static_cast<std::size_t>(size) : 0);
    return text;
}

bool RawClient::is_left_waiting() const {
    char byte = 0;
    return recv(socket_, &byte, 1, MSG_PEEK | MSG_DONTWAIT) < 0 && errno == EAGAIN;
}

RawListener::RawListener(int waiting) : socket_(open_socket()) {
    // So that a server may follow on the same port at once.
    const int yes = 1;
    setsockopt(socket_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    sockaddr_in address = loopback(0);
    socklen_t size = sizeof address;
    if (bind(socket_, reinterpret_cast<const sockaddr *>(&address), size) == 0 &&
        listen(socket_, waiting) == 0 &&
        getsockname(socket_, reinterpret_cast<sockaddr *>(&address), &size) == 0) {
        port_ = ntohs(address.sin_port);
        return;
    }
    close(socket_);
    throw std::runtime_error("no port to listen on");
}

RawListener::~RawListener() {
    close(socket_);
}

RawClient RawListener::accept() const {
    const int connected = ::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connected < 0) throw std::runtime_error("no connection came");
    return RawClient::of_socket(connected);
}

bool is_connecting_to(int port) {
    constexpr int connecting = 2;  // TCP_SYN_SENT, as the kernel numbers it
    std::ifstream table("/proc/net/tcp");
    std::string number;
    std::string from;
    std::string to;
    std::string state;
    std::string rest;
    while (table >> number >> from >> to >> state && std::getline(table, rest)) {
        const auto colon = to.find(':');
        if (number == "sl" || colon == std::string::npos) continue;
        if (std::stoi(to.substr(colon + 1), nullptr, 16) == port &&
            std::stoi(state, nullptr, 16) == connecting) {
            return true;
        }
    }
    return false;
}

}  // namespace stormote::testing
