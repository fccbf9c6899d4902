#include "sync/central/central_server.h"

#include <condition_variable>
#include <list>
#include <mutex>
#include <thread>

#include <httplib.h>

#include "sync/replication/http_connection.h"

namespace stormote {

namespace {

constexpr std::size_t most_connections = 256;
constexpr std::size_t most_requests_a_connection = 100'000;
// A connection without a request is closed after this.
constexpr time_t keep_alive_s = 2;

// Whether a queue took a task: a bool, and not asked for by the httplib of Debian 12.
using Taken = decltype(std::declval<httplib::TaskQueue&>().enqueue({}));

// Threads are started when they are needed, and stay.
class GrowingPool final : public httplib::TaskQueue {
  public:
    Taken enqueue(std::function<void()> task) override {
        const std::lock_guard lock(mutex_);
        tasks_.push_back(std::move(task));
        if (idle_ < tasks_.size() && threads_.size() < most_connections) {
            threads_.emplace_back([this] { work(); });
        }
        changed_.notify_one();
        return static_cast<Taken>(1);
    }

    void shutdown() override {
        {
            const std::lock_guard lock(mutex_);
            is_stopped_ = true;
            changed_.notify_all();
        }
        for (std::thread& thread : threads_) thread.join();
    }

  private:
    void work() {
        std::unique_lock lock(mutex_);
        for (;;) {
            ++idle_;
            changed_.wait(lock, [this] { return is_stopped_ || !tasks_.empty(); });
            --idle_;
            if (tasks_.empty()) return;
            const auto task = std::move(tasks_.front());
            tasks_.pop_front();
            lock.unlock();
            task();
            lock.lock();
        }
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::list<std::function<void()>> tasks_;
    std::vector<std::thread> threads_;
    std::size_t idle_ = 0;
    bool is_stopped_ = false;
};

void write(const StoreResponse& answer, httplib::Response& http) {
    http.status = answer.status;
    http.set_content(std::string(answer.body.begin(), answer.body.end()), "application/cbor");
}

std::string token_of(const httplib::Request& http) {
    constexpr std::string_view scheme = "Bearer ";
    const std::string header = http.get_header_value("Authorization");
    return header.starts_with(scheme) ? header.substr(scheme.size()) : std::string();
}

StoreRequest to_request(const httplib::Request& http, StoreMethod method) {
    const auto mark = http.target.find('?');
    return {method,
            http.path,
            mark == std::string::npos ? "" : http.target.substr(mark + 1),
            token_of(http),
            {}};
}

// For what httplib itself refuses, so that a client always finds words.
void write_own_error(const httplib::Request&, httplib::Response& http) {
    if (!http.body.empty()) return;
    const auto code = http.status == 413   ? RefusalCode::too_large
                      : http.status == 404 ? RefusalCode::unknown_path
                      : http.status >= 500 ? RefusalCode::machine
                                           : RefusalCode::malformed;
    const int status = http.status;
    write(refuse(code, "HTTP status " + std::to_string(status)), http);
    http.status = status;
}

bool speaks_our_protocol(const httplib::Request& http) {
    return http.get_header_value(protocol_header) == std::to_string(protocol_version);
}

class HttpServer final : public CentralServer {
  public:
    HttpServer(CentralService& service, std::unique_ptr<httplib::Server> server,
               std::chrono::milliseconds silence_limit)
        : service_(service), server_(std::move(server)) {
        server_->new_task_queue = [] { return new GrowingPool; };
        server_->set_tcp_nodelay(true);
        server_->set_keep_alive_max_count(most_requests_a_connection);
        server_->set_keep_alive_timeout(keep_alive_s);
        server_->set_read_timeout(silence_limit);
        server_->set_write_timeout(silence_limit);
        server_->set_payload_max_length(most_push_bytes);
        server_->set_default_headers({{protocol_header, std::to_string(protocol_version)}});
        // Without it two servers could share the port, each with a store of its own.
        server_->set_socket_options([this](socket_t socket) {
            const int yes = 1;
            setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
            listener_ = socket;
        });
        server_->set_error_handler(write_own_error);
        server_->set_pre_routing_handler([](const httplib::Request& http, httplib::Response& out) {
            if (speaks_our_protocol(http)) return httplib::Server::HandlerResponse::Unhandled;
            write(refuse(RefusalCode::protocol,
                         "the store speaks " + std::to_string(protocol_version)),
                  out);
            return httplib::Server::HandlerResponse::Handled;
        });
        server_->Get("/v1/.*", [this](const httplib::Request& http, httplib::Response& out) {
            write(service_.handle(to_request(http, StoreMethod::get)), out);
        });
        server_->Post("/v1/.*",
                      [this](const httplib::Request& http, httplib::Response& out,
                             const httplib::ContentReader& read) { post(http, out, read); });
    }

    ~HttpServer() override {
        // httplib closes it at the end of listening, and only then.
        if (owns_listener_) close(listener_);
    }
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    bool bind(const std::string& host, int port) {
        port_ = port == 0 ? server_->bind_to_any_port(host)
                          : (server_->bind_to_port(host, port) ? port : -1);
        // httplib lets five callers wait; when a hall of kiosks comes back, more do.
        owns_listener_ = port_ > 0;
        return owns_listener_ && listen(listener_, static_cast<int>(most_connections)) == 0;
    }

    [[nodiscard]] int port() const override { return port_; }
    void run() override {
        is_serving_ = true;
        if (!is_stopped_) {
            owns_listener_ = false;
            server_->listen_after_bind();
        }
        is_serving_ = false;
    }
    void stop() override {
        is_stopped_ = true;
        // httplib forgets a stop() that comes before it has begun to listen.
        while (is_serving_ && !server_->is_running()) std::this_thread::yield();
        server_->stop();
    }

  private:
    void post(const httplib::Request& http, httplib::Response& out,
              const httplib::ContentReader& read) {
        StoreRequest request = to_request(http, StoreMethod::post);
        const std::size_t most = service_.most_body_bytes(request.path, request.token);
        bool is_too_large = false;
        const bool is_read = read([&](const char *start, std::size_t size) {
            // A stranger's body is read past, so that the answer reaches them, but not kept.
            if (most == 0) return true;
            is_too_large = request.body.size() + size > most;
            if (!is_too_large) request.body.insert(request.body.end(), start, start + size);
            return !is_too_large;
        });
        if (is_too_large) {
            write(refuse(RefusalCode::too_large, "more than " + std::to_string(most) + " bytes"),
                  out);
        } else if (is_read) {
            write(service_.handle(request), out);
        }
    }

    CentralService& service_;
    std::unique_ptr<httplib::Server> server_;
    int port_ = 0;
    socket_t listener_ = INVALID_SOCKET;
    bool owns_listener_ = false;
    std::atomic<bool> is_serving_ = false;
    std::atomic<bool> is_stopped_ = false;
};

struct Endpoint {
    std::string host;
    int port = 0;
};

std::optional<Endpoint> parse_address(const std::string& text) {
    const auto colon = text.rfind(':');
    if (colon == std::string::npos || colon == 0) return std::nullopt;
    Endpoint endpoint{text.substr(0, colon), 0};
    if (endpoint.host.starts_with('[') && endpoint.host.ends_with(']')) {
        endpoint.host = endpoint.host.substr(1, endpoint.host.size() - 2);
    }
    const std::string port = text.substr(colon + 1);
    if (port.empty() || port.size() > 5 ||
        port.find_first_not_of("0123456789") != std::string::npos) {
        return std::nullopt;
    }
    endpoint.port = std::stoi(port);
    return endpoint.port <= 65535 ? std::optional(endpoint) : std::nullopt;
}

}  // namespace

Result<std::unique_ptr<CentralServer>> CentralServer::create(CentralService& service,
                                                             const ListenOptions& options) {
    const auto endpoint = parse_address(options.address);
    if (!endpoint) {
        return usage_error({"\"{}\" is not an address to listen on. Write it as 127.0.0.1:8443."},
                           options.address);
    }
    std::unique_ptr<httplib::Server> server;
    if (options.certificate.empty()) {
        if (!is_loopback(endpoint->host)) {
            return usage_error(
                {"On {} other machines could listen in. Give --certificate FILE and --key FILE, or "
                 "listen on 127.0.0.1 behind a server that speaks HTTPS."},
                options.address);
        }
        server = std::make_unique<httplib::Server>();
    } else {
        server =
            std::make_unique<httplib::SSLServer>(options.certificate.c_str(), options.key.c_str());
        if (!server->is_valid()) {
            return input_error({"The certificate {} and the key {} cannot be used together. Both "
                                "must be readable PEM files, and belong to each other."},
                               options.certificate.string(), options.key.string());
        }
    }
    auto made = std::make_unique<HttpServer>(service, std::move(server), options.silence_limit);
    if (!made->bind(endpoint->host, endpoint->port)) {
        return input_error(
            {"Cannot listen on {}: another program uses it, or this machine has no such address."},
            options.address);
    }
    return std::unique_ptr<CentralServer>(std::move(made));
}

}  // namespace stormote
