// HttpDaemon: the connections of an HTTP server, over libmicrohttpd. Plain HTTP on this machine
// only; elsewhere HTTPS, unless it is for a room.
//
// A few threads serve all connections, each as soon as it has something to say, so that slow
// clients do not stand in the way of others. Many requests may be sent over one connection. What a
// stranger sends is limited before it is read: the head, the body, the time. What is answered is
// for a RequestHandler of each request.
#pragma once

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>

#include <microhttpd.h>

#include "sync/base/error.h"
#include "sync/http/connection_table.h"
#include "sync/http/lingering_close.h"
#include "sync/http/listening_socket.h"

namespace stormote {

struct ListenOptions {
    std::string address;                // "127.0.0.1:8443", "[::]:8443"; port 0: any free one
    std::filesystem::path certificate;  // PEM; empty: plain HTTP
    std::filesystem::path key;
    // Plain HTTP is spoken to other machines, too: those of one room.
    bool is_plain_in_room = false;
    // A request that stops in the middle is given up after this.
    std::chrono::milliseconds silence_limit{5'000};
    // So is one whose head has not come whole by then, however busily it comes.
    std::chrono::milliseconds head_limit{10'000};
    // How many connections may stand open. Beyond that, the oldest that nobody has vouched for is
    // closed. Half as many requests may wait for something new; further ones are answered at once.
    std::size_t places = 2'048;
    // Of bodies and answers, over all connections.
    std::size_t most_held_bytes = 256U << 20;
};

// One request and its answer. Belongs to the thread of its connection; may throw where memory is
// short, which closes the connection.
class RequestHandler {
  public:
    RequestHandler() = default;
    virtual ~RequestHandler() = default;
    RequestHandler(const RequestHandler&) = delete;
    RequestHandler& operator=(const RequestHandler&) = delete;

    // The head is whole. An answer given here is given before the body is read, and is the last
    // one of the connection where there is a body.
    [[nodiscard]] virtual MHD_Result begin(MHD_Connection *http, const std::string& method) = 0;
    // A piece of the body. MHD_NO: closes the connection.
    [[nodiscard]] virtual MHD_Result receive(std::string_view piece) = 0;
    // The body is whole; or a connection that was set aside goes on.
    [[nodiscard]] virtual MHD_Result finish(MHD_Connection *http) = 0;
};

class HttpDaemon {
  public:
    using Time = std::chrono::steady_clock::time_point;
    // A thread waits for the disk with its client; the others go on.
    static constexpr unsigned threads = 8;
    // The target is the path with the query, as it was sent. On the connection's thread.
    using Receive = std::function<std::unique_ptr<RequestHandler>(
        ConnectionTable::Connection& connection, const std::string& target)>;
    // Called now and then, some times a second.
    using Tick = std::function<void(Time now)>;

    // Binds the address; whoever connects waits for start(). Error: not an address, taken, plain
    // HTTP beyond this machine, or a certificate that cannot be used.
    static Result<std::unique_ptr<HttpDaemon>> bind(const ListenOptions& options);
    // Ends all connections. What the functions given to start() use must live until then.
    ~HttpDaemon();
    HttpDaemon(const HttpDaemon&) = delete;
    HttpDaemon& operator=(const HttpDaemon&) = delete;

    // Serves from then on, on threads of its own.
    void start(Receive receive, Tick tick);
    [[nodiscard]] int port() const { return port_; }
    [[nodiscard]] ConnectionTable& connections() { return connections_; }
    // Any thread.
    void stop();
    // Until stop().
    void wait_until_stopped();
    // Lets nobody else in.
    void close_door();
    // Waits a while for what is being answered.
    void finish();

  private:
    // Of a server's certificate; both PEM.
    struct Identity {
        std::string certificate;
        std::string key;
    };
    struct Request {
        std::unique_ptr<RequestHandler> handler;
        bool has_begun = false;
    };

    HttpDaemon(ListeningSocket socket, std::optional<Identity> identity,
               const ListenOptions& options);
    static std::optional<Identity> read_identity(const ListenOptions& options);
    static ConnectionTable::Connection& connection_of(MHD_Connection *http);
    // What libmicrohttpd calls.
    static void notify_connection(void *self, MHD_Connection *http, void **context,
                                  MHD_ConnectionNotificationCode code);
    static void *begin_request(void *self, const char *target, MHD_Connection *http);
    static MHD_Result handle(void *self, MHD_Connection *http, const char *url, const char *method,
                             const char *version, const char *piece, std::size_t *size,
                             void **request);
    static void notify_completed(void *self, MHD_Connection *http, void **request,
                                 MHD_RequestTerminationCode code);
    // Shows those out who have had their time.
    void watch();

    ListeningSocket socket_;
    std::optional<Identity> identity_;
    LingeringClose lingering_;
    ConnectionTable connections_;
    std::size_t places_;
    int port_;
    std::chrono::milliseconds pace_;
    Receive receive_;
    Tick tick_;
    MHD_Daemon *daemon_ = nullptr;
    std::mutex mutex_;
    std::condition_variable changed_;
    bool is_stopped_ = false;
    std::thread watch_;
};

}  // namespace stormote
