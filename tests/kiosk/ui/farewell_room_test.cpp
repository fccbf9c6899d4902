// Leaving something behind on the way out, with a real desk behind it: which page follows which,
// what is recorded, and that nothing is left for the next person.
#include "kiosk/ui/farewell_room.h"

#include <future>
#include <map>

#include <catch2/catch.hpp>

#include "tests/support/screen_at_desk.h"

namespace stormote {

namespace {

using testing::EventDesk;

// At an event with a survey of three questions, an agreement and two departments.
class OnTheWayOut : public testing::ScreenAtDesk {
  public:
    OnTheWayOut() {
        asa =
            event.add({"Åsa", "Öberg", "Ekens scoutkår", AttendeeRole::civil, "asa@eken.example"});
        siv = event.add({"Siv", "Lööf", "Ekens scoutkår"});
        yusuf = event.add({"Yusuf", "Ek"});
        maj = event.add({"Maj", "Norberg", "Ekbackens kommun", AttendeeRole::official});
        event.come(asa);
        for (const IssuedTicket& issued : event->issue_tickets(EventDesk::staff)) {
            tickets[issued.attendee] = event->tickets().write(issued.ticket);
        }
        ask_questions();
    }

    void open(std::optional<Leaver> leaver = std::nullopt) {
        if (!desk) open_desk();
        room.emplace(*desk, pace, leaver);
        driver.show([this](Ui& ui) {
            desk->collect();
            (void)room->draw(ui, {});
        });
    }
    void choose_name(std::u32string_view typed, std::string_view name) {
        write(typed);
        tap(name);
    }
    [[nodiscard]] bool has(std::string_view target) const {
        return driver.record().find_target(target) != nullptr;
    }

    // Of the record as it is once the evening is over and what waits is released.
    [[nodiscard]] const EventState& afterwards() {
        room.reset();
        driver.show([](Ui&) {});
        desk.reset();
        event.clock.advance_ms(24LL * 3'600'000);
        event.reopen();
        return event.state();
    }

    AttendeeId asa;
    AttendeeId siv;
    AttendeeId yusuf;
    AttendeeId maj;
    std::map<AttendeeId, std::string> tickets;
    SearchPace pace;
    std::optional<FarewellRoom> room;

  private:
    void ask(SurveyNumber number, FieldTexts fields) {
        event.record(SurveyQuestionDescribed{number, std::move(fields)});
    }
    void ask_questions() {
        ask(1, {{1, "Hur var kvällen?"}, {2, "scale"}, {3, "Trist"}, {4, "Givande"}});
        ask(2, {{1, "Kommer du igen?"}, {2, "yes_no"}});
        ask(3, {{1, "Vad tar du med dig?"}, {2, "text"}});
        FieldSetter<SettingField> fields;
        fields.set(SettingField::agreement, "Lokal överenskommelse")
            .set(SettingField::agreement_text, "Vi lovar varandra dialog.")
            .set(SettingField::departments, "Kultur och fritid\nSkola");
        event.record(SettingsDescribed{fields.take()});
    }
};

}  // namespace

TEST_CASE("the menu offers what the event has, and a comment and contact where it has nothing") {
    OnTheWayOut kiosk;
    SECTION("all of it") {
        kiosk.open();
        CHECK(kiosk.says("Answer 3 questions"));
        CHECK(kiosk.says("Lokal överenskommelse"));
    }
    SECTION("nothing") {
        for (const SurveyNumber number : {1, 2, 3}) {
            kiosk.event.record(SurveyQuestionDescribed{number, {{1, ""}}});
        }
        kiosk.event.record(
            SettingsDescribed{FieldSetter<SettingField>().set(SettingField::agreement, "").take()});
        kiosk.open();
        CHECK_FALSE(kiosk.has("survey"));
        CHECK_FALSE(kiosk.has("joining"));
    }
    CHECK(kiosk.has("comment"));
    CHECK(kiosk.has("contact"));
    kiosk.tap("done");
    CHECK(kiosk.room->is_done());
    CHECK_FALSE(kiosk.room->has_left_something());
}

TEST_CASE("answers are given question by question and recorded as one sheet about nobody") {
    OnTheWayOut kiosk;
    kiosk.open(Leaver{kiosk.asa, true});
    kiosk.tap("survey");
    CHECK(kiosk.says("Step 1 of 3"));
    CHECK(kiosk.says("Nobody sees who answered."));
    CHECK(kiosk.has("1 – Trist"));
    CHECK(kiosk.has("5 – Givande"));
    kiosk.tap("answer_4");
    CHECK(kiosk.says("Kommer du igen?"));
    kiosk.tap("answer_yes");
    kiosk.write(U"Kontakter");
    kiosk.tap("next");
    CHECK(kiosk.says("3 of 3 questions are answered."));
    CHECK_FALSE(kiosk.says("Åsa"));
    kiosk.tap("send");
    REQUIRE(kiosk.comes_to_say("Thank you for your answers!"));
    CHECK_FALSE(kiosk.has("survey"));
    CHECK(kiosk.says("Done. Thank you!"));
    CHECK(kiosk.room->has_left_something());
    CHECK_FALSE(kiosk.room->take_recorded());
    const auto& sheets = kiosk.afterwards().answer_sheets();
    REQUIRE(sheets.size() == 1);
    CHECK(sheets.begin()->second.answers ==
          std::vector<SurveyAnswer>{{1, "4"}, {2, "yes"}, {3, "Kontakter"}});
}

TEST_CASE("nothing is kept of answers that are not sent") {
    OnTheWayOut kiosk;
    kiosk.open();
    kiosk.tap("survey");
    kiosk.tap("answer_4");
    kiosk.tap("back");
    CHECK(kiosk.says("Hur var kvällen?"));
    kiosk.tap("back");
    CHECK(kiosk.screen() == "farewell");
    kiosk.tap("survey");
    // The choice was given up, and so the answer is gone.
    CHECK_FALSE(kiosk.has("next"));
    kiosk.room.reset();
    CHECK(kiosk.afterwards().answer_sheets().empty());
}

TEST_CASE("a question is skipped, kept, answered otherwise, or left unanswered after all") {
    OnTheWayOut kiosk;
    kiosk.open();
    kiosk.tap("survey");
    kiosk.tap("answer_2");
    kiosk.tap("back");
    CHECK(kiosk.driver.record().find_target("answer_2")->selected);
    kiosk.tap("next");
    kiosk.tap("skip");
    CHECK(kiosk.has("Skip this question"));
    kiosk.tap("next");
    CHECK(kiosk.says("1 of 3 questions are answered."));
    for (int i = 0; i < 3; ++i) kiosk.tap("back");
    CHECK(kiosk.says("Step 1 of 3"));
    for (const char *id : {"skip", "skip", "next"}) kiosk.tap(id);
    CHECK(kiosk.says("No question is answered"));
    kiosk.tap("leave_out");
    CHECK(kiosk.screen() == "farewell");
    CHECK(kiosk.has("survey"));
}

TEST_CASE("whoever is not known comments without a name") {
    OnTheWayOut kiosk;
    kiosk.open();
    kiosk.tap("comment");
    CHECK_FALSE(kiosk.driver.record().find_target("next")->enabled);
    kiosk.write(U"Bra kväll");
    kiosk.tap("Send");
    REQUIRE(kiosk.comes_to_say("Thank you for your comment!"));
    CHECK_FALSE(kiosk.room->take_recorded());
    const auto& messages = kiosk.afterwards().messages();
    REQUIRE(messages.size() == 1);
    CHECK_FALSE(messages.begin()->first.person);
    CHECK(messages.begin()->second.content.text == "Bra kväll");
}

TEST_CASE("whoever is known chooses whether their name stands under the comment") {
    OnTheWayOut kiosk;
    kiosk.open(Leaver{kiosk.asa});
    kiosk.tap("comment");
    kiosk.write(U"Bra kväll");
    kiosk.tap("Next");
    CHECK(kiosk.says("Åsa Öberg"));
    SECTION("with it") {
        kiosk.tap("back");
        CHECK(kiosk.driver.record().find_target("farewell_text")->value == "Bra kväll");
        kiosk.tap("Next");
        kiosk.tap("send_signed");
        REQUIRE(kiosk.comes_to_say("Thank you for your comment!"));
        CHECK(kiosk.room->take_recorded());
        const auto& messages = kiosk.afterwards().messages();
        REQUIRE(messages.size() == 1);
        CHECK(messages.begin()->first.person == kiosk.asa);
    }
    SECTION("without it") {
        kiosk.tap("send_anonymous");
        REQUIRE(kiosk.comes_to_say("Thank you for your comment!"));
        const auto& messages = kiosk.afterwards().messages();
        REQUIRE(messages.size() == 1);
        CHECK_FALSE(messages.begin()->first.person);
    }
}

TEST_CASE("a wish to be contacted says who, what, whom it is for and how") {
    OnTheWayOut kiosk;
    kiosk.open();
    kiosk.tap("contact");
    CHECK(kiosk.screen() == "name_leaver");
    kiosk.choose_name(U"åsa", "Åsa Öberg");
    CHECK(kiosk.says("Step 1 of 3"));
    kiosk.write(U"En lokal");
    kiosk.tap("next");
    kiosk.tap("Skola");
    // What is registered is used, and is not shown.
    CHECK(kiosk.driver.record().find_target("as_registered")->selected);
    CHECK_FALSE(kiosk.says("asa@eken.example"));
    SECTION("as registered") {
        kiosk.tap("Send");
    }
    SECTION("in another way") {
        kiosk.tap("otherwise");
        CHECK_FALSE(kiosk.driver.record().find_target("Send")->enabled);
        kiosk.tap("key_0");
        kiosk.write(U"70");
        kiosk.tap("Send");
    }
    REQUIRE(kiosk.comes_to_say("We will get in touch with you."));
    CHECK(kiosk.room->take_recorded());
    const auto& messages = kiosk.afterwards().messages();
    REQUIRE(messages.size() == 1);
    CHECK(messages.begin()->first.person == kiosk.asa);
    const MessageLeft& wish = messages.begin()->second.content;
    CHECK(wish.kind == MessageKind::contact);
    CHECK(wish.text == "En lokal");
    CHECK(wish.department == "Skola");
    CHECK((wish.reach.empty() || wish.reach == "070"));
}

TEST_CASE("whoever registered neither number nor address is asked for one") {
    OnTheWayOut kiosk;
    kiosk.open(Leaver{kiosk.siv});
    kiosk.tap("contact");
    kiosk.tap("next");
    kiosk.tap("I do not know");
    CHECK_FALSE(kiosk.has("as_registered"));
    CHECK(kiosk.says("Write a telephone number or an e-mail address."));
    kiosk.write(U"siv@eken.example");
    kiosk.tap("Send");
    REQUIRE(kiosk.comes_to_say("We will get in touch with you."));
    const auto& messages = kiosk.afterwards().messages();
    REQUIRE(messages.size() == 1);
    CHECK(messages.begin()->second.content.reach == "siv@eken.example");
    CHECK(messages.begin()->second.content.department.empty());
}

TEST_CASE("an association joins by its representative's ticket") {
    OnTheWayOut kiosk;
    kiosk.open();
    kiosk.tap("joining");
    REQUIRE(kiosk.room->take_ticket(kiosk.tickets[kiosk.asa]));
    kiosk.driver.advance_ms(Ui::settle_ms);
    kiosk.driver.advance_ms(Ui::settle_ms);
    CHECK(kiosk.says("Vi lovar varandra dialog."));
    CHECK(kiosk.says("Ekens scoutkår"));
    CHECK(kiosk.says("Declared by Åsa Öberg"));
    kiosk.tap("join");
    REQUIRE(kiosk.comes_to_say("Your association has joined."));
    CHECK_FALSE(kiosk.has("joining"));
    CHECK(kiosk.room->take_recorded());
    const EventState& state = kiosk.afterwards();
    CHECK(joining_of(state, kiosk.siv) == Joining::joined_already);
}

TEST_CASE("whoever typed a name does not learn the association by it") {
    OnTheWayOut kiosk;
    kiosk.open();
    kiosk.tap("joining");
    kiosk.choose_name(U"åsa", "Åsa Öberg");
    CHECK(kiosk.screen() == "farewell_joining");
    CHECK_FALSE(kiosk.says("Ekens scoutkår"));
    kiosk.tap("decline");
    CHECK(kiosk.screen() == "farewell");
    CHECK(kiosk.has("joining"));
}

TEST_CASE("whoever cannot join is told so kindly") {
    OnTheWayOut kiosk;
    const auto try_as = [&](const AttendeeId& person) {
        kiosk.open(Leaver{person});
        kiosk.tap("joining");
        CHECK(kiosk.screen() == "farewell_outcome");
    };
    SECTION("for no association") {
        try_as(kiosk.yusuf);
        CHECK(kiosk.says("You are registered for no association"));
    }
    SECTION("for the municipality") {
        try_as(kiosk.maj);
        CHECK(kiosk.says("The municipality is in it already"));
    }
    SECTION("for one that has joined") {
        REQUIRE(kiosk.event->join_agreement(kiosk.asa, Actor{}) == Joining::joined);
        try_as(kiosk.siv);
        CHECK(kiosk.says("Your association has joined already"));
        kiosk.tap("understood");
        CHECK_FALSE(kiosk.has("joining"));
        return;
    }
    kiosk.tap("understood");
    CHECK(kiosk.screen() == "farewell");
    CHECK(kiosk.has("joining"));
}

TEST_CASE("somebody who was erased meanwhile is told so, and asked anew who they are") {
    OnTheWayOut kiosk;
    kiosk.open(Leaver{kiosk.asa});
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
    kiosk.tap("contact");
    CHECK(kiosk.screen() == "name_leaver");
}

TEST_CASE("a ticket says who somebody is only where that is asked, and lets in who arrives") {
    OnTheWayOut kiosk;
    kiosk.open();
    CHECK_FALSE(kiosk.room->take_ticket(kiosk.tickets[kiosk.asa]));
    kiosk.tap("contact");
    // Has not been here yet.
    CHECK_FALSE(kiosk.room->take_ticket(kiosk.tickets[kiosk.siv]));
    CHECK_FALSE(kiosk.room->take_ticket("no ticket"));
    CHECK(kiosk.room->take_ticket(kiosk.tickets[kiosk.asa]));
}

TEST_CASE("what is half written is warned of, kept by a key, and then gone") {
    OnTheWayOut kiosk;
    kiosk.open();
    kiosk.tap("comment");
    kiosk.write(U"Halv");
    kiosk.driver.advance_ms(45'000);
    CHECK(kiosk.says("cleared in"));
    kiosk.driver.press(KeyKind::left);
    CHECK_FALSE(kiosk.says("cleared in"));
    kiosk.driver.advance_ms(60'000);
    CHECK(kiosk.room->is_over());
    CHECK(kiosk.afterwards().messages().empty());
}

TEST_CASE("the menu closes by itself too, and says so before") {
    OnTheWayOut kiosk;
    kiosk.open();
    kiosk.driver.advance_ms(45'000);
    CHECK(kiosk.says("This page closes in"));
    kiosk.driver.advance_ms(20'000);
    CHECK(kiosk.room->is_over());
}

}  // namespace stormote
