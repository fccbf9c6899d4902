// ConnectionTable: the connections of a server, and which of them have had their time. Closes a
// connection by shutting its socket down: whoever serves it then sees its end. Any thread.
//
// A connection has a place for good once it has shown a token; when places run short, the oldest
// one that has not shown any is closed.
#pragma once

#include <chrono>
#include <condition_variable>
#include <list>
#include <mutex>
#include <string>

namespace stormote {

struct ConnectionLimits {
    std::size_t places = 2'048;
    // Nothing comes in the middle of a request.
    std::chrono::milliseconds silence{5'000};
    // From the connection, or the answer before, to the end of a request's head.
    std::chrono::milliseconds head{10'000};
    // A body must come, and an answer be taken, at this speed; not in the first moments.
    std::chrono::milliseconds patience{10'000};
    std::size_t least_bytes_a_second = 1'000;
};

class ConnectionTable {
  public:
    // Wait: until there is something new for it.
    enum class Phase : std::uint8_t { head, body, work, wait, answer };
    using Time = std::chrono::steady_clock::time_point;

    struct Connection {
        int socket = -1;
        std::string address;
        Phase phase = Phase::head;
        Time since;
        std::size_t bytes = 0;   // of the body that came, or of the answer
        bool has_token = false;  // written by who serves it, who may read it
        bool is_closed = false;
    };

    explicit ConnectionTable(const ConnectionLimits& limits) : limits_(limits) {}

    // Takes a connection in; the socket must stay open until remove().
    Connection& add(int socket, std::string address, Time now);
    // Whether it had come to its end by itself, and was not closed here.
    bool remove(Connection& connection);

    void enter(Connection& connection, Phase phase, std::size_t bytes, Time now);
    void receive(Connection& connection, std::size_t bytes);
    // It showed a token that is known.
    void keep_place(Connection& connection);

    // Closes those that are too slow.
    void close_slow(Time now);
    // False when requests are still under way at that time.
    bool wait_until_idle(Time limit);
    [[nodiscard]] std::size_t size() const;

  private:
    [[nodiscard]] bool is_slow(const Connection& connection, Time now) const;
    void close(Connection& connection);

    const ConnectionLimits limits_;
    mutable std::mutex mutex_;
    std::condition_variable changed_;
    std::list<Connection> connections_;  // the oldest first
    std::size_t closed_ = 0;
};

}  // namespace stormote
