// SharedPages: pages of one event's log between one change of it and the next, for the devices that
// wait for something new: all ask for the same, which is read and encoded once. Any thread.
#pragma once

#include <chrono>
#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>

#include "sync/http/memory_budget.h"
#include "sync/replication/wire.h"

namespace stormote {

// A page as it travels.
class EncodedPage {
  public:
    explicit EncodedPage(const PullPage& page);
    ~EncodedPage();
    EncodedPage(const EncodedPage&) = delete;
    EncodedPage& operator=(const EncodedPage&) = delete;

    // Whether it has operations, or is not the end of the log.
    [[nodiscard]] bool has_news() const { return has_news_; }
    [[nodiscard]] std::uint64_t next() const { return next_; }
    [[nodiscard]] std::size_t operations() const { return operations_; }
    [[nodiscard]] bool holds(const DeviceId& device) const { return devices_.contains(device); }
    [[nodiscard]] const Bytes& bytes() const { return bytes_; }
    // The same packed, once for all; empty where that would not be smaller.
    [[nodiscard]] const Bytes& packed() const;
    // Counts its bytes, once for all who are answered with it, and until the last of them has gone.
    // False where there is no room.
    [[nodiscard]] bool count_in(MemoryBudget& budget) const;

  private:
    bool has_news_;
    std::uint64_t next_;
    std::size_t operations_;
    std::set<DeviceId> devices_;  // whose operations it has
    Bytes bytes_;
    mutable std::mutex mutex_;
    mutable std::optional<Bytes> packed_;
    mutable MemoryBudget *budget_ = nullptr;  // that its bytes are counted in
};

class SharedPages {
  public:
    // Of all devices.
    using Read = std::function<PullPage(std::uint64_t after)>;

    // Null where too many different pages are asked for; then each reads its own.
    [[nodiscard]] std::shared_ptr<const EncodedPage> after(std::uint64_t position,
                                                           const Read& read);

  private:
    struct Kept {
        std::weak_ptr<const EncodedPage> page;
        std::shared_ptr<const EncodedPage> small_page;  // a large one only while it is being sent
        std::chrono::steady_clock::time_point read_at;
    };
    std::mutex mutex_;
    std::map<std::uint64_t, Kept> pages_;
};

}  // namespace stormote
