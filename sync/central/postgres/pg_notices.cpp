#include "sync/central/postgres/pg_notices.h"

#include <algorithm>

#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "sync/central/postgres/pg_failure.h"

namespace stormote {

namespace {

constexpr const char *listen_statement = "LISTEN stormote_appended";
constexpr const char *notify_statement = "SELECT pg_notify('stormote_appended', $1)";
// A server that is started anew is back before long; for one that does not let us listen, this is
// how late a change may be.
constexpr std::chrono::milliseconds asking_interval{2'000};
// What could not be sent is sent again after this.
constexpr std::chrono::milliseconds sending_interval{1'000};
constexpr auto for_ever = std::chrono::steady_clock::time_point::max();

// As poll() has it.
int milliseconds_until(std::chrono::steady_clock::time_point time) {
    if (time == for_ever) return -1;
    const auto left =
        std::chrono::ceil<std::chrono::milliseconds>(time - std::chrono::steady_clock::now());
    return static_cast<int>(std::max(left, std::chrono::milliseconds{0}).count());
}

struct NotificationFreer {
    void operator()(PGnotify *notification) const { PQfreemem(notification); }
};

}  // namespace

PgNotices::PgNotices(PgAddress address, PgPool& pool, const Uuid& name, AppendNotice& heard)
    : address_(std::move(address)),
      pool_(pool),
      name_(to_string(name)),
      heard_(heard),
      wake_up_(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK)) {
    if (wake_up_ < 0) {
        throw MachineFailure(machine_error({"The machine has no more file handles."}));
    }
    thread_ = std::thread([this] { run(); });
}

PgNotices::~PgNotices() {
    {
        const std::lock_guard lock(mutex_);
        is_stopped_ = true;
        eventfd_write(wake_up_, 1);
    }
    thread_.join();
    close(wake_up_);
}

void PgNotices::tell(const EventId& event) {
    const std::lock_guard lock(mutex_);
    queued_.insert(event);
    eventfd_write(wake_up_, 1);
}

bool PgNotices::is_stopped() {
    const std::lock_guard lock(mutex_);
    return is_stopped_;
}

void PgNotices::run() {
    while (!is_stopped()) {
        try {
            listen();
        } catch (const MachineFailure&) {
            // Whoever asks the store is told why.
        }
        const auto until = std::chrono::steady_clock::now() + asking_interval;
        while (std::chrono::steady_clock::now() < until && !is_stopped()) wait(-1, until);
        if (!is_stopped() && can_be_asked()) heard_.tell(std::nullopt);
    }
}

void PgNotices::listen() {
    PgConnection connection(address_);
    connection.execute(listen_statement);
    // What was appended before it listened.
    heard_.tell(std::nullopt);
    while (!is_stopped()) {
        hear(connection);
        wait(PQsocket(connection.handle()), for_ever);
    }
}

void PgNotices::wait(int socket, Time until) {
    std::array<pollfd, 2> polled{{{wake_up_, POLLIN, 0}, {socket, POLLIN, 0}}};
    const Time first = std::min(until, send_again_.value_or(for_ever));
    poll(polled.data(), polled.size(), milliseconds_until(first));
    eventfd_t count = 0;
    eventfd_read(wake_up_, &count);
    if (!send_again_ || std::chrono::steady_clock::now() >= *send_again_) send_queued();
}

void PgNotices::send_queued() {
    send_again_.reset();
    std::set<EventId> events;
    {
        const std::lock_guard lock(mutex_);
        events.swap(queued_);
    }
    if (events.empty()) return;
    try {
        // After the commit and by itself: within the push, all pushes would wait for each other
        // while they are brought to the disk.
        const PgPool::Lease connection = pool_.lease();
        while (!events.empty()) {
            connection->query(notify_statement,
                              PgValues().add(to_string(*events.begin()) + " " + name_));
            events.erase(events.begin());
        }
    } catch (const MachineFailure&) {
        // The connections by which others listen may be whole: nothing else tells them.
        const std::lock_guard lock(mutex_);
        queued_.merge(events);
        send_again_ = std::chrono::steady_clock::now() + sending_interval;
    }
}

void PgNotices::hear(PgConnection& connection) {
    if (PQconsumeInput(connection.handle()) != 1) fail_statement(connection.handle(), nullptr);
    std::set<EventId> events;
    while (PGnotify *next = PQnotifies(connection.handle())) {
        const std::unique_ptr<PGnotify, NotificationFreer> notification(next);
        const std::string_view text = notification->extra;
        const auto space = text.find(' ');
        const auto event = parse_id<EventId>(text.substr(0, space));
        if (!event || space == std::string_view::npos || text.substr(space + 1) == name_) continue;
        events.insert(*event);
    }
    for (const EventId& event : events) heard_.tell(event);
}

bool PgNotices::can_be_asked() {
    try {
        pool_.lease()->execute("SELECT 1");
        return true;
    } catch (const MachineFailure&) {
        return false;
    }
}

}  // namespace stormote
