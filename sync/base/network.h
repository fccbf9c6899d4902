// What every program that talks over a network needs to know of hosts and connections. Any thread.
#pragma once

#include <string>
#include <string_view>

namespace stormote {

// A write to a connection or pipe that the other side has closed ends the program by itself. From
// now on it is an error of that write, in the whole process. Whoever holds connections asks for it:
// neither the HTTP client's library, OpenSSL, nor the server's library does.
void survive_broken_connections();

// Whether a host name or address is this machine: localhost, 127.0.0.0/8, ::1.
[[nodiscard]] bool is_loopback(std::string_view host);

// Whether it is an IPv4 or IPv6 address in digits.
[[nodiscard]] bool is_numeric_address(const std::string& text);

}  // namespace stormote
