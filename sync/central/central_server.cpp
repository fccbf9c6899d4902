#include "sync/central/central_server.h"

#include "sync/central/http_exchange.h"

namespace stormote {

namespace {

// Tells those who wait of what the store takes, for as long as it lives.
class AppendNews {
  public:
    AppendNews(CentralService& service, HeldRequests& held) : service_(service) {
        service.on_append([&held](const std::optional<EventId>& event) { held.tell(event); });
    }
    ~AppendNews() { service_.on_append({}); }
    AppendNews(const AppendNews&) = delete;
    AppendNews& operator=(const AppendNews&) = delete;

  private:
    CentralService& service_;
};

class HttpServer final : public CentralServer {
  public:
    HttpServer(CentralService& service, std::unique_ptr<HttpDaemon> daemon,
               const ListenOptions& options)
        : daemon_(std::move(daemon)),
          memory_(options.most_held_bytes),
          refusals_(service.log()),
          held_({.places = options.places / 2}),
          health_(service, daemon_->connections(), memory_, held_),
          news_(service, held_),
          context_{service, daemon_->connections(), memory_, refusals_, health_, held_} {
        daemon_->start(
            [this](ConnectionTable::Connection& connection, const std::string& target) {
                return std::make_unique<HttpExchange>(context_, connection, target);
            },
            [this](HttpDaemon::Time now) { refusals_.sum_up(now); });
    }

    ~HttpServer() override {
        stop();
        held_.end();
        daemon_.reset();
        // What was left out in the minute that does not come to its end.
        refusals_.sum_up(std::chrono::steady_clock::now() + std::chrono::minutes(1));
    }
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    [[nodiscard]] int port() const override { return daemon_->port(); }
    [[nodiscard]] std::size_t waiting() const override { return held_.size(); }
    void run() override {
        daemon_->wait_until_stopped();
        daemon_->close_door();
        held_.stop();
        daemon_->finish();
    }
    void stop() override { daemon_->stop(); }

  private:
    std::unique_ptr<HttpDaemon> daemon_;
    MemoryBudget memory_;
    RefusalLog refusals_;
    HeldRequests held_;
    HealthPages health_;
    // Ends only when nobody serves any more.
    const AppendNews news_;
    ExchangeContext context_;
};

}  // namespace

Result<std::unique_ptr<CentralServer>> CentralServer::create(CentralService& service,
                                                             const ListenOptions& options) {
    auto daemon = HttpDaemon::bind(options);
    if (!daemon) return daemon.error();
    return std::unique_ptr<CentralServer>(
        std::make_unique<HttpServer>(service, *std::move(daemon), options));
}

}  // namespace stormote
