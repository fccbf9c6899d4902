// The conflict page on the organiser's page, with a real desk behind it.
#include <catch2/catch.hpp>

#include "kiosk/ui/screens/organiser/organiser_presenter.h"
#include "tests/support/screens/screen_at_desk.h"

namespace stormote {

using testing::EventDesk;

namespace {

// A table of one chair with two people, which is still a conflict when it has been looked at.
class TwoOnOneChair : public testing::ScreenAtDesk {
  public:
    TwoOnOneChair() {
        for (const char *name : {"Åsa", "Bo"}) event.come(event.add({name, "Ek", "Eken"}));
        event->plan_groups(1, 7, EventDesk::staff);
        event.describe(1, GroupField::capacity, "1");
        // High enough for the whole page at once.
        driver.resize({1080, 4000});
        open_desk();
        presenter.emplace(*desk, nullptr, event.clock);
        presenter->open();
        show(presenter);
        REQUIRE(comes_to_say("Settle · 1"));
    }

    std::optional<OrganiserPresenter> presenter;
};

}  // namespace

TEST_CASE("the organiser's list leads to what does not fit together, and settles it") {
    TwoOnOneChair page;
    page.tap("open_conflicts");
    REQUIRE(page.comes_to_say("Group 1 has 2 people and 1 chair."));
    CHECK(page.screen() == "conflicts");
    page.tap("The table has 2 chairs: Group 1 has 2 people and 1 chair.");
    REQUIRE(page.comes_to_say("Settled."));
    CHECK(page.comes_to_say("Nothing. Everything fits together."));
    page.tap("back");
    page.settle();
    CHECK(page.screen() == "organiser");
    CHECK(page.driver.record().find_target("open_conflicts") == nullptr);
}

TEST_CASE("what somebody settles elsewhere meanwhile is said, and nothing is recorded twice") {
    TwoOnOneChair page;
    page.tap("open_conflicts");
    REQUIRE(page.comes_to_say("Group 1 has 2 people and 1 chair."));
    page.do_at_desk([](Desk& desk) {
        const Body body{
            {},
            ActingRole::organiser,
            GroupDescribed{1, FieldSetter<GroupField>{}.set(GroupField::capacity, "12").take()}};
        desk.record(std::span(&body, 1));
    });
    page.tap("The table has 2 chairs: Group 1 has 2 people and 1 chair.");
    CHECK(page.comes_to_say("It is not as it was any more. Look again."));
    CHECK(page.desk->read(
              [](const Desk& desk) { return capacity_of(desk.state().groups().at(1)); }) == 12);
}

}  // namespace stormote
