// Store place: where a store is that has no name which others vouch for, such as the hub of a room:
// its addresses on the network, and the one certificate that it is known by. It is a part of the
// pairing text, so that whoever scans that types nothing. Pure, any thread.
//
// URL-safe base 64 of: version (1 byte), SHA-256 of the certificate (32), addresses, and the first
// 4 bytes of BLAKE2b over all before. An address is its kind (1 byte): 4, and an IPv4 address (4);
// 6, and an IPv6 address (16); or 0, and a name by its length (1 byte) and letters; and a port (2).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "sync/base/bytes.h"
#include "sync/base/error.h"

namespace stormote {

// SHA-256 of the certificate as it travels (DER).
using CertificatePrint = ByteArray<32>;

struct StoreHost {
    std::string host;  // "192.168.1.20", "fd00::1", "store.example"
    std::uint16_t port = 0;

    bool operator==(const StoreHost&) const = default;
};

struct StorePlace {
    CertificatePrint certificate{};
    std::vector<StoreHost> hosts;  // tried in turn

    bool operator==(const StorePlace&) const = default;
};

constexpr std::size_t most_store_hosts = 8;

// "https://192.168.1.20:8443", "https://[fd00::1]:8443".
[[nodiscard]] std::string url_of(const StoreHost& host);

// Of the hosts as many as there may be, and none whose name is longer than 255 letters.
[[nodiscard]] std::string write_place(const StorePlace& place);
// Error that says whether the text is not whole, or of a newer version.
[[nodiscard]] Result<StorePlace> read_place(std::string_view text);

}  // namespace stormote
