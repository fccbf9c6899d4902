#include "kiosk/desk/search_pace.h"

#include <initializer_list>

#include <catch2/catch.hpp>

namespace stormote {

namespace {

// A search that finds the people of these numbers.
DoorSearch finding(std::initializer_list<int> people) {
    DoorSearch search{DoorSearchState::found, {}};
    for (const int person : people) {
        AttendeeId id;
        id.value.bytes[0] = static_cast<std::uint8_t>(person);
        search.matches.push_back({"", {id}});
    }
    return search;
}

// Eight searches for different people, all at once.
SearchPace after_eight() {
    SearchPace pace;
    for (int person = 1; person <= 8; ++person) {
        CHECK(pace.pace(finding({person}), 1'000).state == DoorSearchState::found);
    }
    return pace;
}

}  // namespace

TEST_CASE("somebody who reads off the list waits longer and longer for the next name") {
    SearchPace pace = after_eight();
    std::int64_t now_ms = 1'000;
    int person = 9;
    for (const std::int64_t delay_ms : {2'000, 4'000, 8'000, 15'000, 15'000}) {
        INFO(delay_ms);
        const DoorSearch held = pace.pace(finding({person}), now_ms + delay_ms - 1);
        CHECK(held.state == DoorSearchState::slowed);
        CHECK(held.matches.empty());
        CHECK(pace.wait_ms(now_ms) == delay_ms);
        now_ms += delay_ms;
        CHECK(pace.pace(finding({person++}), now_ms).state == DoorSearchState::found);
    }
}

TEST_CASE("whoever was shown already is shown at once, alone or among others") {
    SearchPace pace = after_eight();
    CHECK(pace.pace(finding({3}), 1'001).state == DoorSearchState::found);
    CHECK(pace.pace(finding({3, 4}), 1'001).matches.size() == 2);
    CHECK(pace.pace(finding({3, 99}), 1'001).state == DoorSearchState::slowed);
}

TEST_CASE("one person who types their name letter by letter makes one search of it") {
    SearchPace pace;
    for (int letters = 0; letters < 30; ++letters) {
        CHECK(pace.pace(finding({1, 2, 3}), letters).state == DoorSearchState::found);
    }
    CHECK(pace.wait_ms(30) <= 0);
}

TEST_CASE("a search that shows nobody is never held up") {
    SearchPace pace = after_eight();
    CHECK(pace.pace({DoorSearchState::nothing, {}}, 1'001).state == DoorSearchState::nothing);
    CHECK(pace.pace({DoorSearchState::too_many, {}}, 1'001).state == DoorSearchState::too_many);
}

TEST_CASE("whoever guesses at somebody's association waits as for new names, right or wrong") {
    SearchPace pace = after_eight();
    const DoorSearch wrong{DoorSearchState::nothing, {}};
    CHECK(pace.pace_guess({}, "Bo Ek\nm", 1'001).state == DoorSearchState::waiting);
    CHECK(pace.pace_guess(wrong, "Bo Ek\nmo", 1'001).state == DoorSearchState::slowed);
    CHECK(pace.pace_guess(finding({1}), "Bo Ek\neg", 1'001).state == DoorSearchState::slowed);
    CHECK(pace.pace_guess(wrong, "Bo Ek\nmo", 3'000).state == DoorSearchState::nothing);
    // What was told once is told again at once.
    CHECK(pace.pace_guess(wrong, "Bo Ek\nmo", 3'001).state == DoorSearchState::nothing);
    CHECK(pace.pace(finding({9}), 3'001).state == DoorSearchState::slowed);
}

TEST_CASE("a check-in, or ten quiet minutes, begin it anew") {
    SearchPace pace = after_eight();
    pace.restart();
    CHECK(pace.pace(finding({50}), 1'001).state == DoorSearchState::found);
    SearchPace quiet = after_eight();
    for (int person = 50; person < 58; ++person) {
        CHECK(quiet.pace(finding({person}), 601'000).state == DoorSearchState::found);
    }
}

}  // namespace stormote
