// Needs as wishes for the groups.
#include <algorithm>

#include <catch2/catch.hpp>

#include "kiosk/desk/event_mix.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::EventDesk;

namespace {

std::size_t need_count(const MixProblem& problem) {
    return static_cast<std::size_t>(
        std::count_if(problem.wishes.begin(), problem.wishes.end(), [](const Wish& wish) {
            return wish.kind == WishKind::in_group && wish.source == "needs";
        }));
}

AttendeeId add(EventDesk& event, const std::string& name, const std::string& needs,
               const std::string& language = "") {
    const AttendeeId id = event.add({name, "Ek", "Eken"});
    event.record(id, AttendeeDescribed{{{7, language}, {9, needs}}});
    return id;
}

}  // namespace

TEST_CASE("who needs a table sits there, as many as it has chairs, the most pressing first") {
    EventDesk event;
    event.describe(1, GroupField::offers, "accessible\nlanguage ar");
    event.describe(1, GroupField::capacity, "2");
    event.describe(2, GroupField::name, "Utan");
    for (const char *name : {"Ali", "Amal", "Omar"}) add(event, name, "", "ar");
    const AttendeeId siv = add(event, "Siv", "rullstol");
    for (int i = 0; i < 4; ++i) add(event, "Person" + std::to_string(i), "");
    const EventMix mix = event_mix(event.state(), 2);
    CHECK(need_count(mix.problem) == 2);
    const auto place = std::find(mix.attendees.begin(), mix.attendees.end(), siv);
    const int person = static_cast<int>(place - mix.attendees.begin());
    CHECK(std::any_of(mix.problem.wishes.begin(), mix.problem.wishes.end(), [&](const Wish& wish) {
        return wish.people == std::vector{person} && wish.groups == std::vector{0};
    }));
    event->plan_groups(2, 1, EventDesk::staff);
    CHECK(group_of(event.state(), siv) == 1);
}

TEST_CASE("a wish of the organiser's goes before a need") {
    EventDesk event;
    event.describe(1, GroupField::offers, "accessible");
    event.describe(2, GroupField::name, "Utan");
    add(event, "Siv", "rullstol");
    add(event, "Bo", "");
    EventMix mix = event_mix(event.state(), 2);
    REQUIRE(need_count(mix.problem) == 1);
    const int person = mix.problem.wishes.back().people.front();
    mix.problem.wishes.push_back({WishKind::in_group, {person}, {1}, 0, "wishes.csv:1"});
    drop_overruled_needs(mix.problem);
    CHECK(need_count(mix.problem) == 0);
}

}  // namespace stormote
