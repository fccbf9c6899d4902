// A comment, a wish to be contacted and the word of an association, with a real desk behind them.
#include <future>

#include <catch2/catch.hpp>

#include "tests/support/machine/full_disk.h"
#include "tests/support/screens/on_the_way_out.h"

namespace stormote {

using testing::EventDesk;
using testing::FullDisk;
using testing::OnTheWayOut;

TEST_CASE("whoever is not known comments without a name") {
    OnTheWayOut kiosk;
    kiosk.open();
    kiosk.tap("comment");
    CHECK_FALSE(kiosk.driver.record().find_target("next")->enabled);
    kiosk.write(U"Bra kväll");
    // The words stay on the page, and none of them reaches the machine's clipboard.
    kiosk.driver.press(KeyKind::select_all);
    kiosk.driver.press(KeyKind::cut);
    CHECK_FALSE(kiosk.driver.ui().take_copied());
    kiosk.tap("Send");
    REQUIRE(kiosk.comes_to_say("Thank you for your comment!"));
    const auto& [key, message] = kiosk.only_message();
    CHECK_FALSE(key.person);
    CHECK(message.content.text == "Bra kväll");
}

TEST_CASE("whoever is known chooses whether their name stands under the comment") {
    OnTheWayOut kiosk;
    kiosk.open(Respondent{kiosk.asa});
    kiosk.tap("comment");
    kiosk.write(U"Bra kväll");
    kiosk.tap("Next");
    CHECK(kiosk.says("Åsa Öberg"));
    SECTION("with it") {
        kiosk.tap("back");
        CHECK(kiosk.driver.record().find_target("written_text")->value == "Bra kväll");
        kiosk.tap("Next");
        kiosk.tap("send_signed");
        REQUIRE(kiosk.comes_to_say("Thank you for your comment!"));
        const auto& [key, message] = kiosk.only_message();
        CHECK(key.person == kiosk.asa);
    }
    SECTION("without it") {
        kiosk.tap("send_anonymous");
        REQUIRE(kiosk.comes_to_say("Thank you for your comment!"));
        const auto& [key, message] = kiosk.only_message();
        CHECK_FALSE(key.person);
    }
}

TEST_CASE("a wish to be contacted says who, what, whom it is for and how") {
    OnTheWayOut kiosk;
    kiosk.open();
    kiosk.tap("contact");
    CHECK(kiosk.screen() == "name_respondent");
    REQUIRE(kiosk.show_ticket(kiosk.asa));
    CHECK(kiosk.says("Step 1 of 3"));
    kiosk.write(U"En lokal");
    kiosk.tap("next");
    kiosk.tap("Skola");
    // What is registered is used, and is not shown.
    CHECK(kiosk.driver.record().find_target("as_registered")->selected);
    CHECK_FALSE(kiosk.says("asa@eken.example"));
    std::string reach;
    SECTION("as registered") {
        kiosk.tap("Send");
    }
    SECTION("in another way") {
        kiosk.tap("otherwise");
        CHECK_FALSE(kiosk.driver.record().find_target("Send")->enabled);
        kiosk.tap("key_0");
        kiosk.write(U"70");
        kiosk.tap("Send");
        reach = "070";
    }
    REQUIRE(kiosk.comes_to_say("We will get in touch with you."));
    const auto& [key, message] = kiosk.only_message();
    CHECK(key.person == kiosk.asa);
    const MessageLeft& wish = message.content;
    CHECK(wish.kind == MessageKind::contact);
    CHECK(wish.text == "En lokal");
    CHECK(wish.department == "Skola");
    CHECK(wish.reach == reach);
}

TEST_CASE("whoever registered neither number nor address is asked for one") {
    OnTheWayOut kiosk;
    kiosk.open(Respondent{kiosk.siv, true});
    kiosk.tap("contact");
    kiosk.tap("next");
    kiosk.tap("I do not know");
    CHECK_FALSE(kiosk.has("as_registered"));
    CHECK(kiosk.says("Write a telephone number or an e-mail address."));
    kiosk.write(U"siv@eken.example");
    kiosk.tap("Send");
    REQUIRE(kiosk.comes_to_say("We will get in touch with you."));
    const auto& [key, message] = kiosk.only_message();
    CHECK(message.content.reach == "siv@eken.example");
    CHECK(message.content.department.empty());
}

TEST_CASE("an association joins by its representative's ticket") {
    OnTheWayOut kiosk;
    kiosk.open();
    kiosk.tap("joining");
    CHECK(kiosk.screen() == "exit_feedback_ticket");
    REQUIRE(kiosk.show_ticket(kiosk.asa));
    CHECK(kiosk.says("Vi lovar varandra dialog."));
    CHECK(kiosk.says("Ekens scoutkår"));
    CHECK(kiosk.says("Declared by Åsa Öberg"));
    kiosk.tap("join");
    REQUIRE(kiosk.comes_to_say("Your association has joined."));
    CHECK_FALSE(kiosk.has("joining"));
    const EventState& state = kiosk.afterwards();
    CHECK(joining_of(state, kiosk.siv) == Joining::joined_already);
}

TEST_CASE("whoever typed a name neither joins nor learns what is registered by it") {
    OnTheWayOut kiosk;
    kiosk.open();
    kiosk.tap("contact");
    kiosk.choose_name(U"åsa", "Åsa Öberg");
    for (const char *id : {"next", "Skola"}) kiosk.tap(id);
    CHECK(kiosk.screen() == "exit_feedback_reach");
    CHECK_FALSE(kiosk.has("as_registered"));
    kiosk.write(U"0701234567");
    kiosk.tap("Send");
    REQUIRE(kiosk.comes_to_say("We will get in touch with you."));
    kiosk.tap("joining");
    CHECK(kiosk.screen() == "exit_feedback_ticket");
    CHECK_FALSE(kiosk.says("Ekens scoutkår"));
    kiosk.tap("decline");
    CHECK(kiosk.screen() == "exit_feedback");
    CHECK(kiosk.has("joining"));
}

TEST_CASE("Back from a wish leads to the name, which can be corrected") {
    OnTheWayOut kiosk;
    kiosk.open();
    kiosk.tap("contact");
    kiosk.choose_name(U"siv", "Siv Lööf");
    kiosk.write(U"En lokal");
    kiosk.tap("back");
    CHECK(kiosk.screen() == "name_respondent");
    kiosk.choose_name(U"åsa", "Åsa Öberg");
    CHECK(kiosk.driver.record().find_target("written_text")->value == "En lokal");
    for (const char *id : {"next", "Skola"}) kiosk.tap(id);
    kiosk.write(U"070");
    CHECK(kiosk.says("in the name of Åsa Öberg"));
    kiosk.tap("Send");
    REQUIRE(kiosk.comes_to_say("We will get in touch with you."));
    CHECK(kiosk.only_message().first.person == kiosk.asa);
}

TEST_CASE("whoever cannot join is told so kindly") {
    OnTheWayOut kiosk;
    const auto try_as = [&](const AttendeeId& person) {
        kiosk.open(Respondent{person, true});
        kiosk.tap("joining");
        CHECK(kiosk.screen() == "exit_feedback_outcome");
    };
    SECTION("not registered for an association") {
        try_as(kiosk.yusuf);
        CHECK(kiosk.says("You are not registered for an association"));
    }
    SECTION("for the municipality") {
        try_as(kiosk.maj);
        CHECK(kiosk.says("The municipality has already joined"));
    }
    SECTION("for one that has joined") {
        REQUIRE(kiosk.event->join_agreement(kiosk.asa, Actor{}) == Joining::joined);
        try_as(kiosk.siv);
        CHECK(kiosk.says("Your association has joined already"));
        kiosk.tap("understood");
        CHECK_FALSE(kiosk.has("joining"));
        // Nothing was left behind, and nobody is thanked for it.
        kiosk.tap("done");
        CHECK(kiosk.led_to<GoHome>() != nullptr);
        return;
    }
    kiosk.tap("understood");
    CHECK(kiosk.screen() == "exit_feedback");
    CHECK(kiosk.has("joining"));
}

TEST_CASE("somebody who was erased meanwhile is told so, and asked anew who they are") {
    OnTheWayOut kiosk;
    kiosk.open(Respondent{kiosk.asa});
    kiosk.tap("comment");
    kiosk.write(U"Bra kväll");
    kiosk.tap("Next");
    std::promise<void> erased;
    kiosk.desk->do_quietly([&](Desk& desk) {
        const Body body{{kiosk.asa}, ActingRole::organiser, erasure_of(desk.state(), kiosk.asa)};
        desk.record(std::span(&body, 1));
        erased.set_value();
    });
    erased.get_future().wait();
    kiosk.tap("send_signed");
    REQUIRE(kiosk.comes_to_say("You are no longer on our list"));
    kiosk.tap("understood");
    // It is there still, and can be sent without a name.
    CHECK(kiosk.driver.record().find_target("written_text")->value == "Bra kväll");
    kiosk.tap("back");
    CHECK(kiosk.says("Started, not sent yet."));
    kiosk.tap("contact");
    CHECK(kiosk.screen() == "name_respondent");
}

TEST_CASE("a ticket that is shown late signs a comment, and takes nothing of it away") {
    OnTheWayOut kiosk;
    kiosk.open();
    kiosk.tap("comment");
    kiosk.write(U"Bra kväll");
    // Has not been here yet: for the door.
    CHECK_FALSE(kiosk.show_ticket(kiosk.siv));
    REQUIRE(kiosk.show_ticket(kiosk.asa));
    CHECK(kiosk.driver.record().find_target("written_text")->value == "Bra kväll");
    kiosk.tap("Next");
    // The scanner reads the same ticket twice.
    REQUIRE(kiosk.show_ticket(kiosk.asa));
    kiosk.tap("send_signed");
    REQUIRE(kiosk.comes_to_say("Thank you for your comment!"));
    CHECK(kiosk.only_message().first.person == kiosk.asa);
}

TEST_CASE("whoever shows the ticket after the name is known by it, and asked for neither again") {
    OnTheWayOut kiosk;
    kiosk.open();
    kiosk.tap("contact");
    kiosk.choose_name(U"åsa", "Åsa Öberg");
    REQUIRE(kiosk.show_ticket(kiosk.asa));
    kiosk.tap("back");
    CHECK(kiosk.screen() == "exit_feedback");
    kiosk.tap("joining");
    CHECK(kiosk.screen() == "exit_feedback_joining");
}

TEST_CASE("somebody else's ticket, and one of who comes back, is for the door") {
    OnTheWayOut kiosk;
    kiosk.event.come(kiosk.siv);
    kiosk.event->check_out(kiosk.siv, EventDesk::staff);
    kiosk.open();
    CHECK_FALSE(kiosk.show_ticket(kiosk.siv));
    REQUIRE(kiosk.show_ticket(kiosk.asa));
    CHECK_FALSE(kiosk.show_ticket(kiosk.siv));
    // Who has said that they leave is known by it.
    kiosk.open(Respondent{kiosk.siv, true});
    CHECK(kiosk.show_ticket(kiosk.siv));
}

TEST_CASE("what the disk does not take is not said to be kept, and staff is called") {
    OnTheWayOut kiosk;
    kiosk.open();
    kiosk.tap("comment");
    kiosk.write(U"Bra kväll");
    {
        const FullDisk full;
        kiosk.tap("Send");
        kiosk.settle();
    }
    CHECK(kiosk.led_to<Failed>() != nullptr);
    CHECK_FALSE(kiosk.says("Thank you for your comment!"));
    CHECK(kiosk.afterwards().messages().empty());
}

TEST_CASE("a comment is not lost on the way back, until it is sent") {
    OnTheWayOut kiosk;
    kiosk.open();
    kiosk.tap("comment");
    kiosk.write(U"Bra kväll");
    kiosk.tap("back");
    CHECK(kiosk.says("Started, not sent yet."));
    kiosk.tap("comment");
    CHECK(kiosk.driver.record().find_target("written_text")->value == "Bra kväll");
    kiosk.tap("Send");
    REQUIRE(kiosk.comes_to_say("Thank you for your comment!"));
    CHECK_FALSE(kiosk.says("Begun"));
}

}  // namespace stormote
