// SearchPace: how fast one screen at the entrance may show the names of different people. A person
// who looks for their own name sees a few others; somebody who reads off the list sees many, and
// nobody checks in. Counted since the last check-in. Pure: time comes with each call, in
// milliseconds of a steady clock. One thread.
#pragma once

#include <set>
#include <string>

#include "kiosk/desk/door_search.h"

namespace stormote {

class SearchPace {
  public:
    // The search as it may be shown now: with nobody in it, in the state `slowed`, where it shows
    // somebody new too soon. Whoever was shown already may be shown at any time.
    [[nodiscard]] DoorSearch pace(DoorSearch search, std::int64_t now_ms);
    // The same of letters that somebody says their organisation begins with. Whether anybody is
    // found by them tells something in any case: each text that was not tried yet counts as
    // somebody new.
    [[nodiscard]] DoorSearch pace_guess(DoorSearch search, const std::string& guess,
                                        std::int64_t now_ms);
    // Somebody was let in: the searches had their purpose.
    void restart();
    // Until somebody new may be shown; 0 or less when that is now.
    [[nodiscard]] std::int64_t wait_ms(std::int64_t now_ms) const { return free_at_ms_ - now_ms; }

  private:
    // Whether something new may be told now; counts it where it may.
    bool take_turn(std::int64_t now_ms);

    std::set<AttendeeId> shown_;
    std::set<std::string> guessed_;
    int searches_ = 0;  // that told something new
    std::int64_t last_ms_ = 0;
    std::int64_t free_at_ms_ = 0;
};

// How long to wait after so many searches that each showed somebody new: nothing for the first
// eight, then doubling from two seconds to fifteen.
[[nodiscard]] std::int64_t search_delay_ms(int searches);

}  // namespace stormote
