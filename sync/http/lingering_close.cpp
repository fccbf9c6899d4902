#include "sync/http/lingering_close.h"

#include <cerrno>

#include <fcntl.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "sync/base/error.h"

namespace stormote {

namespace {

// A refused body of a few megabytes over a slow line takes about so long.
constexpr std::chrono::seconds longest{30};
constexpr std::size_t most_bytes = 32U << 20;
constexpr std::size_t most_sockets = 128;
constexpr std::chrono::seconds pace{1};

}  // namespace

LingeringClose::LingeringClose() : wake_up_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (wake_up_ < 0)
        throw MachineFailure(machine_error({"The machine has no more file handles."}));
    thread_ = std::thread([this] { run(); });
}

LingeringClose::~LingeringClose() {
    {
        const std::lock_guard lock(mutex_);
        is_stopped_ = true;
    }
    wake();
    thread_.join();
    for (const Socket& socket : sockets_) close(socket.handle);
    close(wake_up_);
}

void LingeringClose::linger(int socket) {
    const int handle = fcntl(socket, F_DUPFD_CLOEXEC, 0);
    if (handle < 0) return;
    const std::lock_guard lock(mutex_);
    sockets_.push_back({handle, std::chrono::steady_clock::now() + longest});
    wake();
}

void LingeringClose::wake() const {
    // It cannot fail while the thread reads it.
    eventfd_write(wake_up_, 1);
}

bool LingeringClose::goes_on(Socket& socket, std::chrono::steady_clock::time_point now) {
    std::array<char, 65'536> rest;
    const auto size = recv(socket.handle, rest.data(), rest.size(), MSG_DONTWAIT);
    if (size > 0) socket.bytes += static_cast<std::size_t>(size);
    const bool has_ended = size == 0 || (size < 0 && errno != EAGAIN && errno != EINTR);
    return !has_ended && socket.bytes < most_bytes && now < socket.end;
}

void LingeringClose::run() {
    std::vector<pollfd> polled;
    for (;;) {
        polled.assign(1, {wake_up_, POLLIN, 0});
        {
            const std::lock_guard lock(mutex_);
            if (is_stopped_) return;
            const auto now = std::chrono::steady_clock::now();
            for (auto socket = sockets_.begin(); socket != sockets_.end();) {
                if (goes_on(*socket, now)) {
                    ++socket;
                    continue;
                }
                close(socket->handle);
                socket = sockets_.erase(socket);
            }
            while (sockets_.size() > most_sockets) {
                close(sockets_.front().handle);
                sockets_.pop_front();
            }
            for (const Socket& socket : sockets_) polled.push_back({socket.handle, POLLIN, 0});
        }
        const int timeout_ms =
            polled.size() == 1 ? -1 : static_cast<int>(std::chrono::milliseconds(pace).count());
        poll(polled.data(), polled.size(), timeout_ms);
        eventfd_t count = 0;
        eventfd_read(wake_up_, &count);
    }
}

}  // namespace stormote
