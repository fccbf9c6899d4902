#include "sync/base/network.h"

#include <array>
#include <csignal>

#include <arpa/inet.h>
#include <netinet/in.h>

namespace stormote {

void survive_broken_connections() {
    std::signal(SIGPIPE, SIG_IGN);
}

bool is_loopback(std::string_view host) {
    return host == "localhost" || host == "::1" ||
           (host.starts_with("127.") &&
            host.find_first_not_of("0123456789.") == std::string_view::npos);
}

bool is_numeric_address(const std::string& text) {
    std::array<unsigned char, sizeof(in6_addr)> bytes{};
    return inet_pton(AF_INET, text.c_str(), bytes.data()) == 1 ||
           inet_pton(AF_INET6, text.c_str(), bytes.data()) == 1;
}

}  // namespace stormote
