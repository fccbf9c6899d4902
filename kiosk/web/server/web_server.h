// WebServer: the pages over HTTP (sync/http/http_daemon.h). A page is made on the thread of its
// connection. What every answer has to say so that a browser runs and
// frames nothing of others is said here.
#pragma once

#include <exception>
#include <memory>

#include "kiosk/web/server/web_routes.h"
#include "sync/http/http_daemon.h"

namespace stormote {

struct WebServerOptions {
    ListenOptions listen;
    // What a browser is told when there is no such address, or this machine fails; may say who
    // asks.
    std::function<WebResponse(const WebRequest&, int status)> refuse;
    // For whoever runs the server: a page of that pattern could not be made. Any thread.
    std::function<void(const std::string& pattern, const std::exception& fault)> tell_fault =
        [](const std::string&, const std::exception&) {};
    // A proxy on this machine says that a browser came to it by HTTPS, and nobody has told this
    // server so: cookies are not kept for HTTPS alone. Called once. Any thread.
    std::function<void()> tell_untold_https = [] {};
    // Whether those who come over plain HTTP from a proxy on this machine came to it by HTTPS.
    bool is_behind_https = false;
};

class WebServer {
  public:
    // Errors as HttpDaemon::bind(). The routes must outlive the server.
    static Result<std::unique_ptr<WebServer>> create(const WebRoutes& routes,
                                                     WebServerOptions options);
    virtual ~WebServer() = default;

    [[nodiscard]] virtual int port() const = 0;
    // Serves until stop(); then finishes what it has begun. Any thread.
    virtual void run() = 0;
    virtual void stop() = 0;
};

}  // namespace stormote
