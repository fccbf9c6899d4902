#include "kiosk/web/server/web_server.h"

#include "kiosk/web/server/web_exchange.h"

namespace stormote {

namespace {

class HttpWebServer final : public WebServer {
  public:
    HttpWebServer(const WebRoutes& routes, WebServerOptions options,
                  std::unique_ptr<HttpDaemon> daemon)
        : options_(std::move(options)),
          daemon_(std::move(daemon)),
          memory_(options_.listen.most_held_bytes),
          context_{routes, options_, daemon_->connections(), memory_, untold_https_} {
        daemon_->start(
            [this](ConnectionTable::Connection& connection, const std::string& target) {
                return std::make_unique<WebExchange>(context_, connection, target);
            },
            [](HttpDaemon::Time) {});
    }
    ~HttpWebServer() override {
        stop();
        daemon_.reset();
    }
    HttpWebServer(const HttpWebServer&) = delete;
    HttpWebServer& operator=(const HttpWebServer&) = delete;

    [[nodiscard]] int port() const override { return daemon_->port(); }
    void run() override {
        daemon_->wait_until_stopped();
        daemon_->close_door();
        daemon_->finish();
    }
    void stop() override { daemon_->stop(); }

  private:
    WebServerOptions options_;
    std::unique_ptr<HttpDaemon> daemon_;
    MemoryBudget memory_;
    std::once_flag untold_https_;
    WebExchangeContext context_;
};

}  // namespace

Result<std::unique_ptr<WebServer>> WebServer::create(const WebRoutes& routes,
                                                     WebServerOptions options) {
    auto daemon = HttpDaemon::bind(options.listen);
    if (!daemon) return daemon.error();
    return std::unique_ptr<WebServer>(
        std::make_unique<HttpWebServer>(routes, std::move(options), *std::move(daemon)));
}

}  // namespace stormote
