// Several people of one association, one after another: what is kept of them, and what the screen
// shows.
#include <catch2/catch.hpp>

#include "kiosk/ui/screens/check_in/notice.h"
#include "kiosk/ui/screens/check_in/party_presenter.h"
#include "kiosk/ui/screens/check_in/verdict.h"
#include "tests/support/screens/ui_driver.h"

namespace stormote {

namespace {

PartyMember member(const std::string& name, GroupNumber group) {
    return {{name, group, "Bord Lönnen"}, "Eken", AttendeeRole::civil};
}

}  // namespace

TEST_CASE("a party is the last person's own until they say that others follow") {
    Party party;
    party.add(member("Åsa Öberg", 4));
    party.add(member("Bo Ek", 2));
    REQUIRE(party.lines().size() == 1);
    CHECK(party.lines().front().name == "Bo Ek");
    CHECK_FALSE(party.shared(Texts()));
    party.open();
    CHECK_FALSE(party.is_several());
    party.add(member("Siv Lööf", 7));
    CHECK(party.is_several());
    REQUIRE(party.lines().size() == 2);
    CHECK(party.lines()[1].group_number == 7);
}

TEST_CASE("the next one is registered for the association, which the screen does not name") {
    Party party;
    party.add(member("Bo Ek", 2));
    party.open();
    const auto shared = party.shared(Texts());
    REQUIRE(shared);
    CHECK(shared->organisation == "Eken");
    CHECK(shared->sentence == "From the same association as Bo Ek.");
}

TEST_CASE("nobody follows who comes for themself or from the municipality") {
    const Party party;
    CHECK(party.can_follow(member("Bo Ek", 2)));
    PartyMember alone = member("Bo Ek", 2);
    alone.organisation.clear();
    CHECK_FALSE(party.can_follow(alone));
    PartyMember official = member("Bo Ek", 2);
    official.role = AttendeeRole::official;
    CHECK_FALSE(party.can_follow(official));
}

TEST_CASE("the party's card lists each one's group, and offers three ways on") {
    PartyView view;
    view.members = {{"Bo Ek", 2, "Bord Lönnen"}, {"Siv Lööf", 0, ""}};
    std::optional<PartyIntent> intent;
    UiDriver driver;
    driver.show([&](Ui& ui) {
        if (const auto asked = draw_party(ui, view)) intent = asked;
    });
    for (const char *words :
         {"Bo Ek", "Group 2 · Bord Lönnen", "Siv Lööf", "The staff will show the way"}) {
        INFO(words);
        CHECK(driver.record().says(words));
    }
    const auto chosen = [&] { return std::get<PartyChoice>(intent.value()); };
    driver.tap("next_by_name");
    CHECK(chosen() == PartyChoice::by_name);
    driver.tap("next_not_registered");
    CHECK(chosen() == PartyChoice::not_registered);
    driver.tap("done");
    CHECK(chosen() == PartyChoice::done);
    view.walk_ins = false;
    driver.frame();
    CHECK(driver.record().find_target("next_not_registered") == nullptr);
    driver.tap("done");
    CHECK(chosen() == PartyChoice::done);
}

TEST_CASE("the verdict offers the next one only where one may follow") {
    VerdictView view;
    view.first_name = "Bo";
    std::optional<VerdictIntent> intent;
    UiDriver driver;
    driver.show([&](Ui& ui) {
        if (const auto asked = draw_verdict(ui, view)) intent = asked;
    });
    CHECK(driver.record().find_target("next_of_party") == nullptr);
    view.can_bring_more = true;
    driver.frame();
    driver.tap("Next from the same association");
    REQUIRE(intent);
    CHECK(std::holds_alternative<BringNext>(*intent));
}

}  // namespace stormote
