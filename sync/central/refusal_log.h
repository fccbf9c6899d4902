// RefusalLog: tells an administrator of the requests that were refused: from where, about which
// event, by which rule. Never a token, a body, or what a stranger wrote. A flood of refusals does
// not fill the disk: so many lines a minute, then a count of what was left out. Any thread.
#pragma once

#include <chrono>
#include <map>
#include <mutex>

#include "sync/central/central_service.h"

namespace stormote {

struct RefusedRequest {
    std::string address;
    std::optional<EventId> event;  // that the path named
    std::string device;            // whose token was shown; empty where it is nobody's
    RefusalCode code = RefusalCode::malformed;
};

// "unknown token".
[[nodiscard]] const char *refusal_name(RefusalCode code);

class RefusalLog {
  public:
    using Time = std::chrono::steady_clock::time_point;

    explicit RefusalLog(ServiceLog log) : log_(std::move(log)) {}

    void write(const RefusedRequest& request, Time now);
    // Writes what was left out, once its minute is over.
    void sum_up(Time now);

  private:
    struct Sender {
        int written = 0;
        int left_out = 0;
    };

    void begin_minute(Time now);

    ServiceLog log_;
    std::mutex mutex_;
    Time minute_{};
    std::map<std::string, Sender> senders_;
    int written_ = 0;
    int left_out_ = 0;  // of senders that are not even remembered
};

}  // namespace stormote
