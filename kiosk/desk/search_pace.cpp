#include "kiosk/desk/search_pace.h"

#include <algorithm>

namespace stormote {

namespace {

constexpr int free_searches = 8;
constexpr std::int64_t first_delay_ms = 2'000;
// Shorter than the time after which an untouched screen is cleared.
constexpr std::int64_t longest_delay_ms = 15'000;
// Whoever comes long afterwards is somebody else.
constexpr std::int64_t forget_after_ms = 600'000;

}  // namespace

std::int64_t search_delay_ms(int searches) {
    if (searches < free_searches) return 0;
    const int doublings = std::min(searches - free_searches, 10);
    return std::min(longest_delay_ms, first_delay_ms << doublings);
}

bool SearchPace::take_turn(std::int64_t now_ms) {
    if (wait_ms(now_ms) > 0) return false;
    last_ms_ = now_ms;
    free_at_ms_ = now_ms + search_delay_ms(++searches_);
    return true;
}

DoorSearch SearchPace::pace(DoorSearch search, std::int64_t now_ms) {
    if (now_ms - last_ms_ >= forget_after_ms) restart();
    // Of namesakes one stands for all: they are shown as one name.
    const bool shows_new = std::any_of(
        search.matches.begin(), search.matches.end(),
        [this](const DoorMatch& match) { return !shown_.contains(match.people.front()); });
    if (!shows_new) return search;
    if (!take_turn(now_ms)) return {DoorSearchState::slowed, {}};
    for (const DoorMatch& match : search.matches) shown_.insert(match.people.front());
    return search;
}

DoorSearch SearchPace::pace_guess(DoorSearch search, const std::string& guess,
                                  std::int64_t now_ms) {
    if (now_ms - last_ms_ >= forget_after_ms) restart();
    if (search.state == DoorSearchState::waiting || guessed_.contains(guess)) return search;
    if (!take_turn(now_ms)) return {DoorSearchState::slowed, {}};
    guessed_.insert(guess);
    return search;
}

void SearchPace::restart() {
    shown_.clear();
    guessed_.clear();
    searches_ = 0;
    free_at_ms_ = 0;
}

}  // namespace stormote
