// Own addresses: under which addresses others in the room reach this machine. Any thread.
#pragma once

#include <string>
#include <vector>

namespace stormote {

// Those of the interfaces that are up, in numbers: a home's or room's first, those that programs
// give to networks within a machine later, IPv6 last. None: the machine is on no network.
[[nodiscard]] std::vector<std::string> own_addresses();

// How early an address is named: the smaller, the earlier; negative: nobody else reaches it.
[[nodiscard]] int address_rank(const std::string& address);

}  // namespace stormote
