// PgPool: connections to one database, as many as there are threads that work at once. One that
// broke is thrown away; where no new one can be made, everybody is told at once that the database
// is not to be reached, and after a while, longer each time, one thread tries again. Any thread.
#pragma once

#include <chrono>
#include <functional>
#include <mutex>

#include "sync/central/postgres/pg_connection.h"

namespace stormote {

// When to try again what has failed: after 0.25 s, then twice as long each time, up to 10 s.
class RetryDelay {
  public:
    using Time = std::chrono::steady_clock::time_point;

    [[nodiscard]] bool is_over(Time now) const { return now >= next_; }
    void fail(Time now);
    void succeed();

  private:
    Time next_{};
    std::chrono::milliseconds delay_{0};
};

class PgPool {
  public:
    using Now = std::function<RetryDelay::Time()>;

    PgPool(PgAddress address, Now now) : address_(std::move(address)), now_(std::move(now)) {}

    // Gives its connection back when it goes, unless that is broken.
    class Lease {
      public:
        Lease(PgPool& pool, std::unique_ptr<PgConnection> connection)
            : pool_(pool), connection_(std::move(connection)) {}
        ~Lease() { pool_.give_back(std::move(connection_)); }
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        [[nodiscard]] PgConnection& operator*() const { return *connection_; }
        [[nodiscard]] PgConnection *operator->() const { return connection_.get(); }

      private:
        PgPool& pool_;
        std::unique_ptr<PgConnection> connection_;
    };

    // Throws StoreUnavailable.
    [[nodiscard]] Lease lease();
    // Those that stand open, at work or not.
    [[nodiscard]] std::size_t connections();

  private:
    [[nodiscard]] std::unique_ptr<PgConnection> take_idle();
    [[nodiscard]] std::unique_ptr<PgConnection> connect();
    // Throws where it is not yet time to try again; else tells others to wait for this attempt.
    void begin_attempt();
    void give_back(std::unique_ptr<PgConnection> connection);

    PgAddress address_;
    Now now_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<PgConnection>> idle_;
    std::size_t at_work_ = 0;
    RetryDelay delay_;
    std::optional<Error> last_failure_;
};

}  // namespace stormote
