#include "sync/http/listening_socket.h"

#include <arpa/inet.h>
#include <netdb.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

namespace stormote {

namespace {

// When a hall of kiosks comes back, so many wait to be let in.
constexpr int most_waiting = 256;

struct AddressesFreer {
    void operator()(addrinfo *first) const { freeaddrinfo(first); }
};

}  // namespace

std::optional<Endpoint> parse_endpoint(const std::string& text) {
    const auto colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0) return std::nullopt;
    Endpoint endpoint{text.substr(0, colon), 0};
    if (endpoint.host.starts_with('[') && endpoint.host.ends_with(']')) {
        endpoint.host = endpoint.host.substr(1, endpoint.host.size() - 2);
    }
    const std::string port = text.substr(colon + 1);
    if (port.empty() || port.size() > 5 ||
        port.find_first_not_of("0123456789") != std::string::npos) {
        return std::nullopt;
    }
    endpoint.port = std::stoi(port);
    return endpoint.port <= 65535 ? std::optional(endpoint) : std::nullopt;
}

std::optional<ListeningSocket> ListeningSocket::bind(const Endpoint& endpoint) {
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE;
    addrinfo *found = nullptr;
    if (getaddrinfo(endpoint.host.c_str(), std::to_string(endpoint.port).c_str(), &hints, &found) !=
        0) {
        return std::nullopt;
    }
    const std::unique_ptr<addrinfo, AddressesFreer> addresses(found);
    for (const addrinfo *each = found; each != nullptr; each = each->ai_next) {
        ListeningSocket made(
            ::socket(each->ai_family, each->ai_socktype | SOCK_CLOEXEC, each->ai_protocol));
        if (made.socket_ < 0) continue;
        const int yes = 1;
        const int no = 0;
        // Not SO_REUSEPORT: two servers could share the port, each with a store of its own.
        setsockopt(made.socket_, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
        if (each->ai_family == AF_INET6) {
            setsockopt(made.socket_, IPPROTO_IPV6, IPV6_V6ONLY, &no, sizeof no);
        }
        if (::bind(made.socket_, each->ai_addr, each->ai_addrlen) == 0 &&
            listen(made.socket_, most_waiting) == 0) {
            return made;
        }
    }
    return std::nullopt;
}

ListeningSocket::~ListeningSocket() {
    if (socket_ >= 0) close(socket_);
}

ListeningSocket::ListeningSocket(ListeningSocket&& other) noexcept : socket_(other.release()) {}

int ListeningSocket::release() {
    return std::exchange(socket_, -1);
}

int ListeningSocket::port() const {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    getsockname(socket_, reinterpret_cast<sockaddr *>(&address), &size);
    return ntohs(address.ss_family == AF_INET6
                     ? reinterpret_cast<const sockaddr_in6 *>(&address)->sin6_port
                     : reinterpret_cast<const sockaddr_in *>(&address)->sin_port);
}

void allow_many_sockets() {
    constexpr rlim_t wanted = 8'192;
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = std::max(limit.rlim_cur, std::min(limit.rlim_max, wanted));
    setrlimit(RLIMIT_NOFILE, &limit);
}

std::string peer_address(int socket) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    std::array<char, NI_MAXHOST> text{};
    if (getpeername(socket, reinterpret_cast<sockaddr *>(&address), &size) != 0 ||
        getnameinfo(reinterpret_cast<const sockaddr *>(&address), size, text.data(), text.size(),
                    nullptr, 0, NI_NUMERICHOST) != 0) {
        return "unknown";
    }
    const std::string numeric = text.data();
    constexpr std::string_view mapped = "::ffff:";
    return numeric.starts_with(mapped) && numeric.find('.') != std::string::npos
               ? numeric.substr(mapped.size())
               : numeric;
}

}  // namespace stormote
