#include "kiosk/hub/own_addresses.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include <arpa/inet.h>
#include <ifaddrs.h>
#include <net/if.h>
#include <netinet/in.h>

namespace stormote {

namespace {

struct InterfacesCloser {
    void operator()(ifaddrs *first) const { freeifaddrs(first); }
};

constexpr int unreachable = -1;

int rank_of(const in_addr& address) {
    const std::uint32_t bits = ntohl(address.s_addr);
    const auto is_in = [bits](std::uint32_t network, int prefix) {
        return bits >> (32 - prefix) == network >> (32 - prefix);
    };
    if (is_in(0x7F000000, 8) || is_in(0xA9FE0000, 16) || bits == 0) return unreachable;
    if (is_in(0xC0A80000, 16)) return 0;  // 192.168.0.0/16
    if (is_in(0x0A000000, 8)) return 1;   // 10.0.0.0/8
    // Containers and virtual machines usually get one of these.
    if (is_in(0xAC100000, 12)) return 3;  // 172.16.0.0/12
    return 2;
}

int rank_of(const in6_addr& address) {
    // An address of one link alone needs the name of the link, which the other side has not.
    const bool is_useless = IN6_IS_ADDR_LOOPBACK(&address) || IN6_IS_ADDR_LINKLOCAL(&address) ||
                            IN6_IS_ADDR_UNSPECIFIED(&address) || IN6_IS_ADDR_MULTICAST(&address);
    return is_useless ? unreachable : 4;
}

std::optional<std::string> text_of(const sockaddr *address) {
    std::array<char, INET6_ADDRSTRLEN> text{};
    const void *number = nullptr;
    if (address->sa_family == AF_INET) {
        number = &reinterpret_cast<const sockaddr_in *>(address)->sin_addr;
    } else if (address->sa_family == AF_INET6) {
        number = &reinterpret_cast<const sockaddr_in6 *>(address)->sin6_addr;
    }
    if (number == nullptr) return std::nullopt;
    if (inet_ntop(address->sa_family, number, text.data(), text.size()) == nullptr) {
        return std::nullopt;
    }
    return text.data();
}

}  // namespace

int address_rank(const std::string& address) {
    in_addr ipv4{};
    if (inet_pton(AF_INET, address.c_str(), &ipv4) == 1) return rank_of(ipv4);
    in6_addr ipv6{};
    if (inet_pton(AF_INET6, address.c_str(), &ipv6) == 1) return rank_of(ipv6);
    return unreachable;
}

std::vector<std::string> own_addresses() {
    ifaddrs *first = nullptr;
    if (getifaddrs(&first) != 0) return {};
    const std::unique_ptr<ifaddrs, InterfacesCloser> interfaces(first);
    std::vector<std::string> addresses;
    for (const ifaddrs *each = first; each != nullptr; each = each->ifa_next) {
        if (each->ifa_addr == nullptr || (each->ifa_flags & IFF_UP) == 0) continue;
        const auto text = text_of(each->ifa_addr);
        if (text && address_rank(*text) >= 0) addresses.push_back(*text);
    }
    std::stable_sort(addresses.begin(), addresses.end(),
                     [](const std::string& one, const std::string& other) {
                         return address_rank(one) < address_rank(other);
                     });
    return addresses;
}

}  // namespace stormote
