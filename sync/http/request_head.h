// What a request's head says, read as strictly as servers in front of this one may read it
// otherwise. Borrows from the connection; on its thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <microhttpd.h>

namespace stormote {

// Empty where there is none.
[[nodiscard]] std::string_view request_header(MHD_Connection *http, const char *name);

// How long the body is. Nothing where that cannot be told for certain: of two lengths, a server in
// front might believe the other one.
struct BodyLength {
    bool is_known = false;  // otherwise it comes in chunks, or there is none
    bool is_chunked = false;
    std::size_t bytes = 0;
};
[[nodiscard]] std::optional<BodyLength> body_length(MHD_Connection *http);

// Which address an administrator wants to know: behind a proxy on this machine, the one that it
// took the request from. Everybody else may write what they like into the header.
[[nodiscard]] std::string sender_of(MHD_Connection *http, const std::string& peer);

}  // namespace stormote
