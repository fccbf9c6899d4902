#include "sync/http/request_head.h"

#include <charconv>

#include <strings.h>

#include "sync/base/network.h"

namespace stormote {

namespace {

bool says_length_twice(MHD_Connection *http) {
    int count = 0;
    const auto count_lengths = [](void *counted, MHD_ValueKind, const char *name, const char *) {
        if (strcasecmp(name, "Content-Length") == 0) ++*static_cast<int *>(counted);
        return MHD_YES;
    };
    MHD_get_connection_values(http, MHD_HEADER_KIND, count_lengths, &count);
    return count > 1;
}

}  // namespace

std::string_view request_header(MHD_Connection *http, const char *name) {
    const char *value = MHD_lookup_connection_value(http, MHD_HEADER_KIND, name);
    return value == nullptr ? std::string_view() : value;
}

std::optional<BodyLength> body_length(MHD_Connection *http) {
    const std::string_view text = request_header(http, "Content-Length");
    const std::string_view coding = request_header(http, "Transfer-Encoding");
    if (says_length_twice(http)) return std::nullopt;
    if (!coding.empty() && (!text.empty() || coding != "chunked")) return std::nullopt;
    BodyLength length{!text.empty(), !coding.empty()};
    // The library has checked that it is a number.
    std::from_chars(text.data(), text.data() + text.size(), length.bytes);
    return length;
}

std::string sender_of(MHD_Connection *http, const std::string& peer) {
    if (!is_loopback(peer)) return peer;
    // Of several such headers the proxy's own is the last: it adds one to what the client wrote.
    std::string forwarded;
    const auto keep_last = [](void *kept, MHD_ValueKind, const char *name, const char *value) {
        if (strcasecmp(name, "X-Forwarded-For") == 0) {
            *static_cast<std::string *>(kept) = value == nullptr ? "" : value;
        }
        return MHD_YES;
    };
    MHD_get_connection_values(http, MHD_HEADER_KIND, keep_last, &forwarded);
    if (const auto comma = forwarded.rfind(','); comma != std::string::npos) {
        forwarded.erase(0, comma + 1);
    }
    forwarded.erase(0, forwarded.find_first_not_of(' '));
    return is_numeric_address(forwarded) ? forwarded : peer;
}

}  // namespace stormote
