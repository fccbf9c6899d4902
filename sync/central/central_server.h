// CentralServer: the central store's HTTP server. Plain HTTP on this machine only; elsewhere HTTPS.
//
// A few threads serve all connections, each as soon as it has something to say, so that slow
// clients do not stand in the way of others, and those that wait for something new take no thread.
// Many requests may be sent over one connection. What a stranger sends is limited before it is
// read: the head, the body, the time.
#pragma once

#include <chrono>
#include <filesystem>
#include <memory>

#include "sync/central/central_service.h"

namespace stormote {

struct ListenOptions {
    std::string address;                // "127.0.0.1:8443", "[::]:8443"; port 0: any free one
    std::filesystem::path certificate;  // PEM; empty: plain HTTP
    std::filesystem::path key;
    // A request that stops in the middle is given up after this.
    std::chrono::milliseconds silence_limit{5'000};
    // So is one whose head has not come whole by then, however busily it comes.
    std::chrono::milliseconds head_limit{10'000};
    // How many connections may stand open. Beyond that, the oldest without a token is closed. Half
    // as many requests may wait for something new; further ones are answered at once.
    std::size_t places = 2'048;
    // Of bodies and answers, over all connections.
    std::size_t most_held_bytes = 256U << 20;
};

class CentralServer {
  public:
    // Binds the address; whoever connects is served from then on. Error: not an address, taken,
    // plain HTTP beyond this machine, or a certificate that cannot be used. The service must
    // outlive the server.
    static Result<std::unique_ptr<CentralServer>> create(CentralService& service,
                                                         const ListenOptions& options);
    virtual ~CentralServer() = default;

    [[nodiscard]] virtual int port() const = 0;
    // How many requests wait for something new. Any thread.
    [[nodiscard]] virtual std::size_t waiting() const = 0;
    // Serves until stop(); then finishes what it has begun.
    virtual void run() = 0;
    // Any thread.
    virtual void stop() = 0;
};

}  // namespace stormote
