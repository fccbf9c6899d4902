#include "sync/report/likely_same.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "sync/base/texts.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::EventDesk;

namespace {

// Whether two people, added one after the other, are proposed to be one; empty: they are not.
std::string reason(const testing::TestPerson& one, const testing::TestPerson& other) {
    EventDesk event;
    event.add(one);
    event.add(other);
    const auto pairs = likely_same_people(event.state());
    return pairs.empty() ? "" : Texts().get(words_of(pairs.front().reason));
}

bool are_alike(const std::string& one, const std::string& other) {
    EventDesk event;
    event.describe(one, "");
    event.describe(other, "");
    return !likely_same_organisations(event.state()).empty();
}

constexpr AttendeeRole civil = AttendeeRole::civil;

}  // namespace

TEST_CASE("people who are written down twice are found by address, spelling and name") {
    CHECK(reason({"Anna", "Lind", "Eken", civil, "anna@example.org"},
                 {"Anna", "Lind Berg", "Bron", civil, "Anna@example.org"}) ==
          "The same e-mail address, and names that are alike.");
    CHECK(reason({"Anna", "Lindqvist", "Eken", civil, "anna@example.org"},
                 {"Anna", "Lindkvist", "Eken", civil, "a@example.org"}) ==
          "Names that are spelled alike.");
    CHECK(reason({"Lind", "Anna", "Eken", civil, "anna@example.org"},
                 {"Anna", "Lind", "Eken", civil, "a@example.org"}) ==
          "Names that are spelled alike.");
    CHECK(reason({"Anna", "Lind", "Eken"}, {"Anna", "Lind", "Bron"}) == "The same name.");
}

TEST_CASE("people who only share an address, a name or an organisation are two") {
    CHECK(reason({"Anna", "Lind", "Eken", civil, "info@eken.example"},
                 {"Per", "Ek", "Eken", civil, "info@eken.example"})
              .empty());
    CHECK(reason({"Anna", "Andersson", "Eken", civil, "a1@example.org"},
                 {"Anna", "Andersson", "Bron", civil, "a2@example.org"})
              .empty());
    CHECK(reason({"Anna", "", "Eken"}, {"Anna", "", "Bron"}).empty());
    CHECK(reason({"Bo", "Ek", "Eken"}, {"Bo", "Ed", "Eken"}).empty());
}

TEST_CASE("of two people the one registered first stays, and whoever was parted is not proposed") {
    EventDesk event;
    const AttendeeId first = event.add({"Anna", "Lind", "Eken"});
    event.clock.advance_ms(1'000);
    const AttendeeId second = event.add({"Anna", "Lindh", "Eken"});
    const auto pairs = likely_same_people(event.state());
    REQUIRE(pairs.size() == 1);
    CHECK(pairs[0].one == second);
    CHECK(pairs[0].other == first);
    CHECK(event->part_people(second, first, EventDesk::staff) == Merging::done);
    CHECK(event->part_people(second, first, EventDesk::staff) == Merging::needless);
    CHECK(likely_same_people(event.state()).empty());
    CHECK(event->merge_people(second, first, EventDesk::staff) == Merging::done);
    CHECK(event->merge_people(second, first, EventDesk::staff) == Merging::needless);
    CHECK(event->merge_people(second, AttendeeId{}, EventDesk::staff) == Merging::nobody);
    CHECK(event.state().attendees().size() == 1);
}

TEST_CASE("organisations that are shortened, turned round or misspelled are alike") {
    CHECK(are_alike("Ekbackens IF", "Ekbackens idrottsförening"));
    CHECK(are_alike("Ekbackens IF", "Idrottsföreningen Ekbacken"));
    CHECK(are_alike("Hembygdsföreningen i Eken", "Hembygdsförening Eken"));
    CHECK(are_alike("PRO Ekbacken", "Pensionärernas riksorganisation i Ekbacken"));
    CHECK(are_alike("Ekens scoutkår", "Ekens scoutkor"));
}

TEST_CASE("sections, neighbours and namesakes in other trades are two organisations") {
    CHECK_FALSE(are_alike("Scoutkår 1", "Scoutkår 2"));
    CHECK_FALSE(are_alike("Ekbackens IF", "Ekbackens IK"));
    CHECK_FALSE(are_alike("PRO Ekbacken", "SPF Ekbacken"));
    CHECK_FALSE(are_alike("Ekbackens IF", "Bokbackens IF"));
    CHECK_FALSE(are_alike("Föreningen", "Förening"));
}

TEST_CASE("of two organisations the one that more is known of stays") {
    EventDesk event;
    event.describe("Ekbackens idrottsförening", "");
    event.describe("Ekbackens IF", "");
    event.add({"Bo", "Ek", "Ekbackens IF"});
    const auto pairs = likely_same_organisations(event.state());
    REQUIRE(pairs.size() == 1);
    CHECK(pairs[0].other == event->organisation_id("Ekbackens IF"));
    event->part_organisations(pairs[0].one, pairs[0].other, EventDesk::staff);
    CHECK(likely_same_organisations(event.state()).empty());
}

TEST_CASE("who was parted from one record is parted from the person") {
    EventDesk event;
    const AttendeeId first = event.add({"Anna", "Lind", "Eken"});
    const AttendeeId second = event.add({"Anna", "Lindh", "Eken"});
    const AttendeeId third = event.add({"Anna", "Lind", "Bron"});
    event->part_people(second, first, EventDesk::staff);
    event->merge_people(first, third, EventDesk::staff);
    CHECK(likely_same_people(event.state()).empty());
}

}  // namespace stormote
