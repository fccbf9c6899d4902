#include "sync/http/http_daemon.h"

#include <fstream>
#include <iterator>

#include <gnutls/gnutls.h>
#include <unistd.h>

#include "sync/base/network.h"

namespace stormote {

namespace {

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

template <typename Function>
std::intptr_t to_option(Function *function) {
    return reinterpret_cast<std::intptr_t>(function);
}

}  // namespace

// Nothing when they are no PEM files, or do not belong to each other.
std::optional<HttpDaemon::Identity> HttpDaemon::read_identity(const ListenOptions& options) {
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

Result<std::unique_ptr<HttpDaemon>> HttpDaemon::bind(const ListenOptions& options) {
    survive_broken_connections();
    const auto endpoint = parse_endpoint(options.address);
    if (!endpoint) {
        return usage_error({"\"{}\" is not an address to listen on. Write it as 127.0.0.1:8443."},
                           options.address);
    }
    std::optional<Identity> identity;
    if (options.certificate.empty()) {
        if (!options.is_plain_in_room && !is_loopback(endpoint->host)) {
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
    return std::unique_ptr<HttpDaemon>(
        new HttpDaemon(*std::move(socket), std::move(identity), options));
}

HttpDaemon::HttpDaemon(ListeningSocket socket, std::optional<Identity> identity,
                       const ListenOptions& options)
    : socket_(std::move(socket)),
      identity_(std::move(identity)),
      connections_(
          {.places = options.places, .silence = options.silence_limit, .head = options.head_limit}),
      places_(options.places),
      port_(socket_.port()),
      pace_(std::clamp<std::chrono::milliseconds>(
          std::min(options.silence_limit, options.head_limit) / 8, std::chrono::milliseconds(10),
          std::chrono::milliseconds(250))) {}

HttpDaemon::~HttpDaemon() {
    stop();
    if (watch_.joinable()) watch_.join();
    if (daemon_ != nullptr) MHD_stop_daemon(daemon_);
}

void HttpDaemon::start(Receive receive, Tick tick) {
    receive_ = std::move(receive);
    tick_ = std::move(tick);
    unsigned flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME;
    std::vector<MHD_OptionItem> options{
        {MHD_OPTION_THREAD_POOL_SIZE, threads, nullptr},
        // The table closes connections before that; of a thread's share there may be more.
        {MHD_OPTION_CONNECTION_LIMIT, static_cast<std::intptr_t>(2 * places_ + threads), nullptr},
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
    options.push_back({MHD_OPTION_LISTEN_SOCKET, socket_.get(), nullptr});
    options.push_back({MHD_OPTION_END, 0, nullptr});
    daemon_ = MHD_start_daemon(flags, 0, nullptr, nullptr, handle, this, MHD_OPTION_ARRAY,
                               options.data(), MHD_OPTION_END);
    // From here on it is the daemon's, which closes it even where it does not start.
    socket_.release();
    if (daemon_ == nullptr) {
        throw MachineFailure(
            machine_error({"The server cannot start: this machine lacks "
                           "memory, threads or file handles."}));
    }
    watch_ = std::thread([this] { watch(); });
}

void HttpDaemon::stop() {
    const std::lock_guard lock(mutex_);
    is_stopped_ = true;
    changed_.notify_all();
}

void HttpDaemon::wait_until_stopped() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return is_stopped_; });
}

void HttpDaemon::close_door() {
    close(MHD_quiesce_daemon(daemon_));
}

void HttpDaemon::finish() {
    connections_.wait_until_idle(std::chrono::steady_clock::now() + finish_limit);
}

ConnectionTable::Connection& HttpDaemon::connection_of(MHD_Connection *http) {
    const MHD_ConnectionInfo *found =
        MHD_get_connection_info(http, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return *static_cast<ConnectionTable::Connection *>(found->socket_context);
}

void HttpDaemon::notify_connection(void *self, MHD_Connection *http, void **context,
                                   MHD_ConnectionNotificationCode code) {
    auto& daemon = *static_cast<HttpDaemon *>(self);
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
        const int socket =
            MHD_get_connection_info(http, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
        *context = &daemon.connections_.add(socket, peer_address(socket),
                                            std::chrono::steady_clock::now());
        return;
    }
    auto& connection = *static_cast<ConnectionTable::Connection *>(*context);
    const int socket = connection.socket;
    if (daemon.connections_.remove(connection)) daemon.lingering_.linger(socket);
}

void *HttpDaemon::begin_request(void *self, const char *target, MHD_Connection *http) {
    auto request = std::make_unique<Request>();
    request->handler = static_cast<HttpDaemon *>(self)->receive_(connection_of(http), target);
    return request.release();
}

MHD_Result HttpDaemon::handle(void *, MHD_Connection *http, const char *, const char *method,
                              const char *, const char *piece, std::size_t *size, void **context) {
    // Nothing may be thrown through the library: where memory is short, the connection goes.
    try {
        auto& request = *static_cast<Request *>(*context);
        if (!std::exchange(request.has_begun, true)) return request.handler->begin(http, method);
        if (*size == 0) return request.handler->finish(http);
        return request.handler->receive({piece, std::exchange(*size, 0)});
    } catch (const std::exception&) {
        return MHD_NO;
    }
}

void HttpDaemon::notify_completed(void *self, MHD_Connection *http, void **context,
                                  MHD_RequestTerminationCode) {
    delete static_cast<Request *>(*context);
    *context = nullptr;
    static_cast<HttpDaemon *>(self)->connections_.enter(
        connection_of(http), ConnectionTable::Phase::head, 0, std::chrono::steady_clock::now());
}

void HttpDaemon::watch() {
    std::unique_lock lock(mutex_);
    while (!changed_.wait_for(lock, pace_, [this] { return is_stopped_; })) {
        lock.unlock();
        const auto now = std::chrono::steady_clock::now();
        connections_.close_slow(now);
        tick_(now);
        lock.lock();
    }
}

}  // namespace stormote
