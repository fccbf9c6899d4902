// WaitingPlace: a place among the pages of this process that wait for a desk, whichever desk and
// whatever for. There are half as many as threads that make pages, so that the others go on serving
// while a disk is slow. Taken while it lives; any thread.
#pragma once

#include <optional>
#include <semaphore>
#include <utility>

namespace stormote {

class WaitingPlace {
  public:
    static constexpr int count = 4;

    // Nothing: all are taken.
    [[nodiscard]] static std::optional<WaitingPlace> take() {
        return places().try_acquire() ? std::optional(WaitingPlace()) : std::nullopt;
    }
    ~WaitingPlace() {
        if (is_held_) places().release();
    }
    WaitingPlace(WaitingPlace&& other) noexcept : is_held_(std::exchange(other.is_held_, false)) {}
    WaitingPlace& operator=(WaitingPlace&&) = delete;

  private:
    WaitingPlace() = default;
    static std::counting_semaphore<count>& places() {
        static std::counting_semaphore<count> of_process(count);
        return of_process;
    }

    bool is_held_ = true;
};

}  // namespace stormote
