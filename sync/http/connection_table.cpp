#include "sync/http/connection_table.h"

#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace stormote {

namespace {

// How long the kernel has heard nothing from the other side; nothing while it holds what came and
// was not read yet: then it is we who are slow.
std::optional<std::chrono::milliseconds> silence_of(int socket) {
    int unread = 0;
    if (ioctl(socket, FIONREAD, &unread) != 0 || unread > 0) return std::nullopt;
    tcp_info info{};
    socklen_t size = sizeof info;
    if (getsockopt(socket, IPPROTO_TCP, TCP_INFO, &info, &size) != 0) return std::nullopt;
    return std::chrono::milliseconds(info.tcpi_last_data_recv);
}

}  // namespace

ConnectionTable::Connection& ConnectionTable::add(int socket, std::string address, Time now) {
    const std::lock_guard lock(mutex_);
    connections_.push_back({socket, std::move(address), Phase::head, now});
    if (connections_.size() - closed_ > limits_.places) {
        const auto oldest = std::find_if(
            connections_.begin(), connections_.end(), [](const Connection& connection) {
                return !connection.has_token && !connection.is_closed &&
                       connection.phase <= Phase::body;
            });
        // The new one itself, at the latest.
        close(*oldest);
    }
    return connections_.back();
}

bool ConnectionTable::remove(Connection& connection) {
    const std::lock_guard lock(mutex_);
    const bool was_closed = connection.is_closed;
    if (was_closed) --closed_;
    connections_.remove_if([&connection](const Connection& each) { return &each == &connection; });
    changed_.notify_all();
    return !was_closed;
}

void ConnectionTable::enter(Connection& connection, Phase phase, std::size_t bytes, Time now) {
    const std::lock_guard lock(mutex_);
    connection.phase = phase;
    connection.bytes = bytes;
    connection.since = now;
    if (phase == Phase::head) changed_.notify_all();
}

void ConnectionTable::receive(Connection& connection, std::size_t bytes) {
    const std::lock_guard lock(mutex_);
    connection.bytes += bytes;
}

void ConnectionTable::keep_place(Connection& connection) {
    const std::lock_guard lock(mutex_);
    connection.has_token = true;
}

void ConnectionTable::close_slow(Time now) {
    const std::lock_guard lock(mutex_);
    for (Connection& connection : connections_) {
        if (!connection.is_closed && is_slow(connection, now)) close(connection);
    }
}

bool ConnectionTable::is_slow(const Connection& connection, Time now) const {
    const auto elapsed = now - connection.since;
    if (connection.phase == Phase::work || connection.phase == Phase::wait) return false;
    const auto due =
        std::chrono::milliseconds(connection.bytes * 1'000 /
                                  std::max<std::size_t>(limits_.least_bytes_a_second, 1)) +
        limits_.patience;
    if (connection.phase == Phase::answer) return elapsed > due;
    if (elapsed < limits_.silence && elapsed < limits_.head && elapsed < due) return false;
    const auto silence = silence_of(connection.socket);
    if (!silence) return false;
    if (*silence > limits_.silence && elapsed > limits_.silence) return true;
    return connection.phase == Phase::head ? elapsed > limits_.head : elapsed > due;
}

bool ConnectionTable::wait_until_idle(Time limit) {
    std::unique_lock lock(mutex_);
    return changed_.wait_until(lock, limit, [this] {
        return std::all_of(connections_.begin(), connections_.end(), [](const Connection& each) {
            return each.is_closed || each.phase == Phase::head;
        });
    });
}

std::size_t ConnectionTable::size() const {
    const std::lock_guard lock(mutex_);
    return connections_.size() - closed_;
}

void ConnectionTable::close(Connection& connection) {
    connection.is_closed = true;
    ++closed_;
    shutdown(connection.socket, SHUT_RDWR);
}

}  // namespace stormote
