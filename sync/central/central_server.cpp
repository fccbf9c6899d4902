#include "sync/central/central_server.h"

#include <condition_variable>
#include <fstream>
#include <iterator>
#include <mutex>
#include <thread>

#include <gnutls/gnutls.h>
#include <unistd.h>

#include "sync/base/broken_connections.h"
#include "sync/central/http_exchange.h"
#include "sync/central/lingering_close.h"
#include "sync/central/listening_socket.h"
#include "sync/replication/http_connection.h"

namespace stormote {

namespace {

// A thread waits for the disk with its device; the others go on.
constexpr unsigned threads = 8;
// Of one connection: its head, or the piece of its body that was read last.
constexpr std::size_t connection_bytes = 32'768;
constexpr std::size_t growth_bytes = 8'192;
// How long an answer that is under way is waited for at the end.
constexpr std::chrono::seconds finish_limit{5};
// Forward secrecy: who steals the key does not read what was recorded before. No version of TLS
// and no cipher without it, or without authenticated encryption.
constexpr const char *tls_priorities =
    "NORMAL:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2:-KX-ALL:+ECDHE-ECDSA:+ECDHE-RSA"
    ":-AES-256-CBC:-AES-128-CBC:-AES-256-CCM:-AES-128-CCM:%SERVER_PRECEDENCE";

std::string read_whole(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

struct Identity {
    std::string certificate;
    std::string key;
};

// Nothing when they are no PEM files, or do not belong to each other.
std::optional<Identity> read_identity(const ListenOptions& options) {
    Identity identity{read_whole(options.certificate), read_whole(options.key)};
    gnutls_certificate_credentials_t credentials = nullptr;
    if (gnutls_certificate_allocate_credentials(&credentials) != GNUTLS_E_SUCCESS) {
        return std::nullopt;
    }
    const auto datum = [](std::string& text) {
        return gnutls_datum_t{reinterpret_cast<unsigned char *>(text.data()),
                              static_cast<unsigned>(text.size())};
    };
    const gnutls_datum_t certificate = datum(identity.certificate);
    const gnutls_datum_t key = datum(identity.key);
    const int loaded =
        gnutls_certificate_set_x509_key_mem(credentials, &certificate, &key, GNUTLS_X509_FMT_PEM);
    gnutls_certificate_free_credentials(credentials);
    if (loaded < 0) return std::nullopt;
    return identity;
}

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
    HttpServer(CentralService& service, ListeningSocket socket, std::optional<Identity> identity,
               const ListenOptions& options)
        : identity_(std::move(identity)),
          connections_({.places = options.places,
                        .silence = options.silence_limit,
                        .head = options.head_limit}),
          memory_(options.most_held_bytes),
          refusals_(service.log()),
          health_(service, connections_, memory_),
          held_({.places = options.places / 2}),
          news_(service, held_),
          context_{service, connections_, memory_, refusals_, health_, held_},
          port_(socket.port()),
          pace_(std::clamp<std::chrono::milliseconds>(
              std::min(options.silence_limit, options.head_limit) / 8,
              std::chrono::milliseconds(10), std::chrono::milliseconds(250))) {
        start(std::move(socket), options.places);
        watch_ = std::thread([this] { watch(); });
    }

    ~HttpServer() override {
        stop();
        watch_.join();
        held_.end();
        MHD_stop_daemon(daemon_);
        // What was left out in the minute that does not come to its end.
        refusals_.sum_up(std::chrono::steady_clock::now() + std::chrono::minutes(1));
    }
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    [[nodiscard]] int port() const override { return port_; }
    [[nodiscard]] std::size_t waiting() const override { return held_.size(); }
    void run() override {
        {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return is_stopped_; });
        }
        // Nobody else is let in.
        close(MHD_quiesce_daemon(daemon_));
        held_.stop();
        connections_.wait_until_idle(std::chrono::steady_clock::now() + finish_limit);
    }
    void stop() override {
        const std::lock_guard lock(mutex_);
        is_stopped_ = true;
        changed_.notify_all();
    }

  private:
    void start(ListeningSocket socket, std::size_t places) {
        unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME;
        std::vector<MHD_OptionItem> options{
            {MHD_OPTION_THREAD_POOL_SIZE, threads, nullptr},
            // The table closes connections before that; of a thread's share there may be more.
            {MHD_OPTION_CONNECTION_LIMIT, static_cast<std::intptr_t>(2 * places + threads),
             nullptr},
            {MHD_OPTION_CONNECTION_MEMORY_LIMIT, connection_bytes, nullptr},
            {MHD_OPTION_CONNECTION_MEMORY_INCREMENT, growth_bytes, nullptr},
            {MHD_OPTION_NOTIFY_CONNECTION, to_option(notify_connection), this},
            {MHD_OPTION_NOTIFY_COMPLETED, to_option(notify_completed), this},
            {MHD_OPTION_URI_LOG_CALLBACK, to_option(begin_request), this},
        };
        if (identity_) {
            flags |= MHD_USE_TLS;
            options.push_back({MHD_OPTION_HTTPS_MEM_CERT, 0, identity_->certificate.data()});
            options.push_back({MHD_OPTION_HTTPS_MEM_KEY, 0, identity_->key.data()});
            options.push_back({MHD_OPTION_HTTPS_PRIORITIES, 0, const_cast<char *>(tls_priorities)});
        }
        options.push_back({MHD_OPTION_LISTEN_SOCKET, socket.get(), nullptr});
        options.push_back({MHD_OPTION_END, 0, nullptr});
        daemon_ = MHD_start_daemon(flags, 0, nullptr, nullptr, handle, this, MHD_OPTION_ARRAY,
                                   options.data(), MHD_OPTION_END);
        // From here on it is the daemon's, which closes it even where it does not start.
        socket.release();
        if (daemon_ == nullptr) {
            throw MachineFailure(
                machine_error({"The server cannot start: this machine lacks "
                               "memory, threads or file handles."}));
        }
    }

    template <typename Function>
    static std::intptr_t to_option(Function *function) {
        return reinterpret_cast<std::intptr_t>(function);
    }

    static ConnectionTable::Connection& connection_of(MHD_Connection *http) {
        const MHD_ConnectionInfo *found =
            MHD_get_connection_info(http, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
        return *static_cast<ConnectionTable::Connection *>(found->socket_context);
    }

    static void notify_connection(void *self, MHD_Connection *http, void **context,
                                  MHD_ConnectionNotificationCode code) {
        auto& server = *static_cast<HttpServer *>(self);
        if (code == MHD_CONNECTION_NOTIFY_STARTED) {
            const int socket =
                MHD_get_connection_info(http, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
            *context = &server.connections_.add(socket, peer_address(socket),
                                                std::chrono::steady_clock::now());
            return;
        }
        auto& connection = *static_cast<ConnectionTable::Connection *>(*context);
        const int socket = connection.socket;
        if (server.connections_.remove(connection)) server.lingering_.linger(socket);
    }

    static void *begin_request(void *self, const char *target, MHD_Connection *http) {
        return new HttpExchange(static_cast<HttpServer *>(self)->context_, connection_of(http),
                                target);
    }

    static MHD_Result handle(void *, MHD_Connection *http, const char *, const char *method,
                             const char *, const char *piece, std::size_t *size, void **request) {
        // Nothing may be thrown through the library: where memory is short, the connection goes.
        try {
            auto& exchange = *static_cast<HttpExchange *>(*request);
            if (!exchange.has_begun()) return exchange.begin(http, method);
            if (*size == 0) return exchange.finish(http);
            return exchange.receive({piece, std::exchange(*size, 0)});
        } catch (const std::exception&) {
            return MHD_NO;
        }
    }

    static void notify_completed(void *self, MHD_Connection *http, void **request,
                                 MHD_RequestTerminationCode) {
        delete static_cast<HttpExchange *>(*request);
        *request = nullptr;
        static_cast<HttpServer *>(self)->connections_.enter(
            connection_of(http), ConnectionTable::Phase::head, 0, std::chrono::steady_clock::now());
    }

    // Shows those out who have had their time.
    void watch() {
        std::unique_lock lock(mutex_);
        while (!changed_.wait_for(lock, pace_, [this] { return is_stopped_; })) {
            lock.unlock();
            const auto now = std::chrono::steady_clock::now();
            connections_.close_slow(now);
            refusals_.sum_up(now);
            lock.lock();
        }
    }

    std::optional<Identity> identity_;
    LingeringClose lingering_;
    ConnectionTable connections_;
    MemoryBudget memory_;
    RefusalLog refusals_;
    HealthPages health_;
    HeldRequests held_;
    // Ends only when nobody serves any more.
    const AppendNews news_;
    ExchangeContext context_;
    int port_;
    std::chrono::milliseconds pace_;
    MHD_Daemon *daemon_ = nullptr;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool is_stopped_ = false;
    std::thread watch_;
};

}  // namespace

Result<std::unique_ptr<CentralServer>> CentralServer::create(CentralService& service,
                                                             const ListenOptions& options) {
    survive_broken_connections();
    const auto endpoint = parse_endpoint(options.address);
    if (!endpoint) {
        return usage_error({"\"{}\" is not an address to listen on. Write it as 127.0.0.1:8443."},
                           options.address);
    }
    std::optional<Identity> identity;
    if (options.certificate.empty()) {
        if (!is_loopback(endpoint->host)) {
            return usage_error(
                {"On {} other machines could listen in. Give --certificate FILE and --key FILE, or "
                 "listen on 127.0.0.1 behind a server that speaks HTTPS."},
                options.address);
        }
    } else {
        identity = read_identity(options);
        if (!identity) {
            return input_error({"The certificate {} and the key {} cannot be used together. Both "
                                "must be readable PEM files, and belong to each other."},
                               options.certificate.string(), options.key.string());
        }
    }
    auto socket = ListeningSocket::bind(*endpoint);
    if (!socket) {
        return input_error(
            {"Cannot listen on {}: another program uses it, or this machine has no such address."},
            options.address);
    }
    return std::unique_ptr<CentralServer>(
        std::make_unique<HttpServer>(service, *std::move(socket), std::move(identity), options));
}

}  // namespace stormote
