// CentralServer: the central store over HTTP (sync/http/http_daemon.h). Requests that wait for
// something new take no thread.
#pragma once

#include <memory>

#include "sync/central/central_service.h"
#include "sync/http/http_daemon.h"

namespace stormote {

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
