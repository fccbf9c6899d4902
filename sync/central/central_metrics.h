// CentralMetrics: what a server counts and measures of its work, in the text format of Prometheus
// (0.0.4). Nothing in it names a person, a device or an event. Any thread.
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "sync/replication/wire.h"

namespace prometheus {
class Histogram;
}  // namespace prometheus

namespace stormote {

// What is asked of the store, as its time is measured.
enum class StoreCall : std::uint8_t { check, access, status, append, read, join, confirm, renew };

class CentralMetrics {
  public:
    CentralMetrics();
    ~CentralMetrics();
    CentralMetrics(const CentralMetrics&) = delete;
    CentralMetrics& operator=(const CentralMetrics&) = delete;

    void count_request(std::string_view kind, int status);
    void count_refusal(RefusalCode code);
    void count_operations(const PushAnswer& answer);

    // Measures from here to its end, whatever comes of the call.
    class StoreTimer {
      public:
        explicit StoreTimer(prometheus::Histogram& histogram)
            : histogram_(histogram), start_(std::chrono::steady_clock::now()) {}
        ~StoreTimer();
        StoreTimer(const StoreTimer&) = delete;
        StoreTimer& operator=(const StoreTimer&) = delete;

      private:
        prometheus::Histogram& histogram_;
        std::chrono::steady_clock::time_point start_;
    };
    [[nodiscard]] StoreTimer time(StoreCall call);

    // What is so at the moment.
    struct Levels {
        std::size_t connections = 0;
        std::size_t waiting = 0;
        std::size_t held_bytes = 0;
        std::size_t database_connections = 0;
    };
    [[nodiscard]] std::string text(const Levels& levels);

  private:
    struct Families;
    std::unique_ptr<Families> families_;
};

}  // namespace stormote
