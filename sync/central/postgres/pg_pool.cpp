#include "sync/central/postgres/pg_pool.h"

#include <algorithm>

#include "sync/central/store/store.h"

namespace stormote {

void RetryDelay::fail(Time now) {
    using namespace std::chrono_literals;
    delay_ = std::clamp<std::chrono::milliseconds>(2 * delay_, 250ms, 10s);
    next_ = now + delay_;
}

void RetryDelay::succeed() {
    next_ = {};
    delay_ = {};
}

PgPool::Lease PgPool::lease() {
    auto connection = take_idle();
    if (!connection) connection = connect();
    const std::lock_guard lock(mutex_);
    ++at_work_;
    return {*this, std::move(connection)};
}

std::size_t PgPool::connections() {
    const std::lock_guard lock(mutex_);
    return idle_.size() + at_work_;
}

std::unique_ptr<PgConnection> PgPool::take_idle() {
    for (;;) {
        std::unique_ptr<PgConnection> connection;
        {
            const std::lock_guard lock(mutex_);
            if (idle_.empty()) return nullptr;
            connection = std::move(idle_.back());
            idle_.pop_back();
        }
        if (connection->is_usable()) return connection;
    }
}

void PgPool::begin_attempt() {
    const std::lock_guard lock(mutex_);
    if (!last_failure_) return;
    if (!delay_.is_over(now_())) {
        throw StoreUnavailable(*last_failure_, StoreUnavailable::Report::known);
    }
    delay_.fail(now_());
}

std::unique_ptr<PgConnection> PgPool::connect() {
    begin_attempt();
    try {
        auto connection = std::make_unique<PgConnection>(address_);
        const std::lock_guard lock(mutex_);
        delay_.succeed();
        last_failure_.reset();
        return connection;
    } catch (const MachineFailure& failure) {
        const std::lock_guard lock(mutex_);
        if (!last_failure_) delay_.fail(now_());
        last_failure_ = failure.error();
        throw;
    }
}

void PgPool::give_back(std::unique_ptr<PgConnection> connection) {
    const bool is_usable = connection->is_usable();
    const std::lock_guard lock(mutex_);
    --at_work_;
    if (is_usable) idle_.push_back(std::move(connection));
}

}  // namespace stormote
