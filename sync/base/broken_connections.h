// Broken connections: a write to a connection or pipe that the other side has closed. By itself it
// ends the program. Any thread.
#pragma once

namespace stormote {

// From now on it is an error of that write, in the whole process. Whoever holds connections asks
// for it: neither the HTTP client's library, OpenSSL, nor the server's library does.
void survive_broken_connections();

}  // namespace stormote
