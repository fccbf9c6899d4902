// LingeringClose: closes sockets only when the other side has said all it had to say, or after a
// while. A socket closed while bytes are still coming resets the connection, and takes the answer
// with it that the other side was about to read. Keeps nothing of what comes. Any thread.
#pragma once

#include <chrono>
#include <list>
#include <mutex>
#include <thread>

namespace stormote {

class LingeringClose {
  public:
    LingeringClose();
    // Closes all.
    ~LingeringClose();
    LingeringClose(const LingeringClose&) = delete;
    LingeringClose& operator=(const LingeringClose&) = delete;

    // Lets the socket linger by a handle of its own; the caller closes the one it has.
    void linger(int socket);

  private:
    struct Socket {
        int handle = -1;
        std::chrono::steady_clock::time_point end;
        std::size_t bytes = 0;  // that came meanwhile
    };

    void run();
    void wake() const;
    // Reads on. False once the other side has come to its end, or to that of our patience.
    static bool goes_on(Socket& socket, std::chrono::steady_clock::time_point now);

    std::mutex mutex_;
    std::list<Socket> sockets_;  // the oldest first
    int wake_up_ = -1;
    bool is_stopped_ = false;
    std::thread thread_;
};

}  // namespace stormote
