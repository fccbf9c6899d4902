// PgNotices: what server processes that share a database tell each other of: that something was
// appended to an event (NOTIFY and LISTEN). Where the database cannot tell, since it allows no
// connection more or refuses to listen, it is asked every so often: then any event may have
// changed.
//
// Owns a thread, with a connection to listen by. Any thread may tell.
#pragma once

#include <chrono>
#include <set>
#include <thread>

#include "sync/central/postgres/pg_pool.h"
#include "sync/central/store/append_notice.h"

namespace stormote {

class PgNotices {
  public:
    // Its own notices, which bear this name, it does not hear. The pool and whom it tells must
    // outlive it.
    PgNotices(PgAddress address, PgPool& pool, const Uuid& name, AppendNotice& heard);
    ~PgNotices();
    PgNotices(const PgNotices&) = delete;
    PgNotices& operator=(const PgNotices&) = delete;

    // The others hear of it soon, or once the database can be reached again. Waits for nobody.
    void tell(const EventId& event);

  private:
    using Time = std::chrono::steady_clock::time_point;

    void run();
    // Until it is stopped. Throws MachineFailure where the connection breaks.
    void listen();
    // What listen() does in between, and until that time where it cannot listen.
    void wait(int socket, Time until);
    // What cannot be sent stays queued.
    void send_queued();
    void hear(PgConnection& connection);
    // Whether the database answers at all.
    [[nodiscard]] bool can_be_asked();
    [[nodiscard]] bool is_stopped();

    PgAddress address_;
    PgPool& pool_;
    std::string name_;
    AppendNotice& heard_;
    std::mutex mutex_;
    std::set<EventId> queued_;
    bool is_stopped_ = false;
    int wake_up_ = -1;
    std::optional<Time> send_again_;  // where sending failed; its own thread only
    std::thread thread_;
};

}  // namespace stormote
