// HTTP connection: a StoreConnection to http://... (this machine only) or https://... (with the
// store's certificate checked). Keeps one connection alive between requests.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include "sync/replication/store_connection.h"
#include "sync/replication/store_place.h"

namespace stormote {

struct HttpOptions {
    // A PEM file to trust beside the system's own; empty: none.
    std::filesystem::path certificate;
    // How often a request is tried when the store cannot be reached; the wait doubles from 100 ms.
    int attempts = 6;
    // Of one attempt: until the store has taken the connection, and of its silence afterwards.
    std::chrono::milliseconds connect_limit{5'000};
    std::chrono::milliseconds silence_limit{30'000};
    // A PEM file to trust alone, whatever the system says; empty: none.
    std::filesystem::path pinned_certificate{};
};

// Error when the URL is none, or plain HTTP to another machine, or both certificates are given.
// Does not connect yet. A name server that does not answer is waited for; everything else ends at
// once with cancel().
[[nodiscard]] Result<std::unique_ptr<StoreConnection>> connect_http(const std::string& url,
                                                                    const HttpOptions& options);

// To a store that is known by its certificate alone: at the first of its addresses where it
// answers, and at the others where it does so no more. As connect_http() otherwise; of the options,
// the certificates do not count.
[[nodiscard]] std::unique_ptr<StoreConnection> connect_place(const StorePlace& place,
                                                             const HttpOptions& options);

// What the certificate of a hub is made out to: its addresses change from one room to the next.
inline constexpr const char *hub_certificate_name = "stormote-hub";

}  // namespace stormote
