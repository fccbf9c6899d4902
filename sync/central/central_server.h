// CentralServer: the central store's HTTP server. Plain HTTP on this machine only; elsewhere HTTPS.
//
// Each connection has a thread while it lives, up to 256, so that slow clients do not stand in the
// way of others. Many requests may be sent over one connection.
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
};

class CentralServer {
  public:
    // Binds the address. Error: not an address, taken, plain HTTP beyond this machine, or a
    // certificate that cannot be used. The service must outlive the server.
    static Result<std::unique_ptr<CentralServer>> create(CentralService& service,
                                                         const ListenOptions& options);
    virtual ~CentralServer() = default;

    [[nodiscard]] virtual int port() const = 0;
    // Serves until stop(); then finishes what it has begun.
    virtual void run() = 0;
    // Any thread.
    virtual void stop() = 0;
};

}  // namespace stormote
