// HeldRequests: the requests of a server that wait until there is something new in their event.
// None of them takes a thread: its connection is set aside, and goes on when its event is said to
// have changed, when its time is over, when its client goes, or when the server stops. Whoever
// serves it then looks again.
//
// Owns a thread, which lets them go on. Any thread.
#pragma once

#include <chrono>
#include <map>
#include <mutex>
#include <set>
#include <thread>

#include <microhttpd.h>

#include "sync/central/shared_pages.h"

namespace stormote {

struct HeldLimits {
    std::size_t places = 1'024;
    // Of one token: beyond that its oldest request goes on at once.
    std::size_t places_of_token = 4;
};

class HeldRequests {
  public:
    using Time = std::chrono::steady_clock::time_point;

    // One request, on the thread of its connection.
    class Request {
      public:
        ~Request() { owner_.remove(*this); }
        Request(const Request&) = delete;
        Request& operator=(const Request&) = delete;

        // Before looking for something new: what comes from then on is not missed. What all share
        // who look before the next change.
        [[nodiscard]] std::shared_ptr<SharedPages> begin_to_look();
        // It waits no longer: its time is over, or its client or the server goes.
        [[nodiscard]] bool is_over() const;
        // Sets the connection aside, whose request is asked again later. False where the event has
        // changed since it was looked at, or the request is over.
        [[nodiscard]] bool hold(MHD_Connection *http);

      private:
        friend class HeldRequests;
        Request(HeldRequests& owner, std::uint64_t number) : owner_(owner), number_(number) {}

        HeldRequests& owner_;
        const std::uint64_t number_;
        EventId event_{};
        std::string token_;
        int socket_ = -1;
        Time until_;
        MHD_Connection *held_ = nullptr;  // null while it is served
        bool has_changed_ = false;
        bool is_over_ = false;
    };

    explicit HeldRequests(const HeldLimits& limits);
    ~HeldRequests();
    HeldRequests(const HeldRequests&) = delete;
    HeldRequests& operator=(const HeldRequests&) = delete;

    // Null where all places are taken. The socket must stay open for as long as the request.
    [[nodiscard]] std::unique_ptr<Request> admit(const EventId& event, const std::string& token,
                                                 int socket, Time until);
    // There may be something new in the event; in any, where none is named. Waits for nobody.
    void tell(const std::optional<EventId>& event);
    // Lets all go on, and holds none from then on.
    void stop();
    // The same, and waits until all that were held go on.
    void end();
    // How many connections are set aside.
    [[nodiscard]] std::size_t size() const;

  private:
    // For one event, as long as anybody does.
    struct Waiting {
        std::set<std::uint64_t> numbers;
        std::shared_ptr<SharedPages> pages = std::make_shared<SharedPages>();
    };

    void remove(Request& request);
    // False where the machine cannot.
    [[nodiscard]] bool watch_for_end(const Request& request) const;
    void run();
    void wake() const;
    // How long nothing is due, for epoll; -1: for ever.
    [[nodiscard]] int next_timeout_ms() const;
    // Marks who goes on, and gathers their connections. Each under the lock.
    void expire(Request& request);
    void tell_changed();
    void expire_due(Time now);
    void go_on(Request& request);

    const HeldLimits limits_;
    mutable std::mutex mutex_;
    std::map<std::uint64_t, Request *> requests_;  // the oldest first
    std::map<EventId, Waiting> of_event_;
    std::map<std::string, std::set<std::uint64_t>> of_token_;
    std::set<std::pair<Time, std::uint64_t>> due_;
    std::set<EventId> changed_;
    bool has_all_changed_ = false;
    bool is_stopped_ = false;
    bool is_ending_ = false;
    std::uint64_t last_number_ = 0;
    std::size_t held_count_ = 0;
    std::vector<MHD_Connection *> going_on_;
    int poll_ = -1;
    int wake_up_ = -1;
    std::thread thread_;
};

}  // namespace stormote
