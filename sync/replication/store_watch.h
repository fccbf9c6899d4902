// StoreWatch: keeps one request open at a store, which answers it as soon as it has something new.
//
// Owns a thread that does nothing but wait for the store, on a connection of its own, so that
// nothing else waits behind it. Any thread may call everything; the connection must outlive it.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "sync/replication/store_client.h"

namespace stormote {

class StoreWatch {
  public:
    // Where the log was read to, at which store and by whom.
    struct Place {
        Uuid store;
        std::uint64_t position = 0;
        DeviceId device;
    };
    struct Answer {
        Place after;
        Result<PullPage> page;
        // The store said that there is nothing, and had not waited for it.
        bool is_early = false;
    };

    // `answered` is called on its thread.
    StoreWatch(StoreConnection& connection, const EventId& event, DeviceToken token,
               std::chrono::seconds wait, std::function<void()> answered);
    ~StoreWatch() { stop(); }
    StoreWatch(const StoreWatch&) = delete;
    StoreWatch& operator=(const StoreWatch&) = delete;

    // Does nothing while it asks already, or while an answer was not taken.
    void ask(const Place& after);
    // Once; nothing while the store waits.
    [[nodiscard]] std::optional<Answer> take();
    // Ends what is under way and joins the thread.
    void stop();

  private:
    void run();
    [[nodiscard]] Answer ask_store(const Place& after);

    StoreConnection& connection_;
    StoreClient client_;
    const std::chrono::seconds wait_;
    std::function<void()> answered_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::optional<Place> asked_;
    std::optional<Answer> answer_;
    bool is_stopped_ = false;
    std::thread thread_;
};

}  // namespace stormote
