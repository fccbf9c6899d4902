#include <algorithm>

#include <catch2/catch.hpp>

#include "kiosk/ui/screens/check_in/help.h"
#include "kiosk/ui/screens/check_in/notice.h"
#include "kiosk/ui/screens/check_in/verdict.h"
#include "kiosk/ui/screens/check_in/welcome.h"
#include "kiosk/ui/screens/common/walk_in.h"
#include "kiosk/ui/screens/staff/pin.h"
#include "kiosk/ui/screens/staff/staff_person.h"
#include "tests/support/screens/shown_screen.h"

namespace stormote {

TEST_CASE("from the welcome one types a name, registers, or changes the look") {
    testing::ShownScreen<WelcomeIntent, WelcomeView> shown(draw_welcome, {});
    shown.driver.tap("type_name");
    REQUIRE(shown.get<TypeName>());
    CHECK(shown.get<TypeName>()->first_letters.empty());
    shown.driver.tap("not_registered");
    CHECK(shown.get<NotRegistered>());
    shown.driver.tap("English");
    REQUIRE(shown.get<FrameIntent>());
    CHECK(std::get<ChooseLanguage>(*shown.get<FrameIntent>()).tag == "en");
    shown.driver.tap("Larger text");
    CHECK(std::holds_alternative<LargerText>(*shown.get<FrameIntent>()));
    shown.driver.tap("Contrast");
    CHECK(std::holds_alternative<ChangeContrast>(*shown.get<FrameIntent>()));
    shown.driver.tap("Help");
    CHECK(std::holds_alternative<OpenHelp>(*shown.get<FrameIntent>()));
    shown.driver.type(U"å");
    REQUIRE(shown.get<TypeName>());
    CHECK(shown.get<TypeName>()->first_letters == "Å");
}

TEST_CASE("where walk-ins are refused, the welcome does not offer it") {
    testing::ShownScreen<WelcomeIntent, WelcomeView> shown(draw_welcome, {{}, false});
    CHECK(shown.driver.record().find_target("not_registered") == nullptr);
}

TEST_CASE("the verdict says group, table, place, facilitator and company") {
    VerdictView view;
    view.first_name = "Åsa";
    view.name = "Åsa Öberg";
    view.seat.group_number = 4;
    view.seat.table_name = "Maple";
    view.seat.place = "By the window";
    view.facilitator = "Maj Norberg";
    view.present_in_group = 1;
    view.countdown = {6000, 6000};
    testing::ShownScreen<VerdictIntent, VerdictView> shown(draw_verdict, view);
    for (const char *words :
         {"Welcome, Åsa!", "Åsa Öberg", "You sit in group", "4", "Table", "Maple", "By the window",
          "Facilitator: Maj Norberg.", "One person in the group"}) {
        INFO(words);
        CHECK(shown.driver.record().says(words));
    }
    CHECK_FALSE(shown.driver.record().says("label"));
    // The ring moves: a frame is asked for.
    CHECK(shown.driver.ui().wake_ms().has_value());
    shown.driver.tap("Done");
    CHECK(shown.get<VerdictDone>());
}

TEST_CASE("a name of one word is said once, and nothing is said of who invites where nobody does") {
    VerdictView view;
    view.frame.event_line = "Open meeting";
    view.first_name = "Åke";
    view.name = "Åke";
    testing::ShownScreen<VerdictIntent, VerdictView> shown(draw_verdict, view);
    CHECK(shown.driver.record().says("Welcome, Åke!"));
    CHECK(shown.driver.record().says("Open meeting"));
    for (const RecordedItem& item : shown.driver.record().items()) {
        CHECK(item.label != "Åke");
        CHECK_FALSE((item.role == Role::text && item.label.empty()));
    }
}

TEST_CASE("whoever leads the group is told so, and who has come") {
    VerdictView view;
    view.first_name = "Maj";
    view.seat.group_number = 4;
    view.leads_group = true;
    testing::ShownScreen<VerdictIntent, VerdictView> shown(draw_verdict, view);
    CHECK(shown.driver.record().says("You lead group"));
    CHECK(shown.driver.record().says("Nobody else in the group has come yet."));
    shown.view.company = {"Ali Hassan", "Bo Norén", "Gun Dahl", "Siv Lööf", "Åsa Öberg"};
    shown.driver.frame();
    CHECK(shown.driver.record().says(
        "Already here: Ali Hassan, Bo Norén, Gun Dahl, Siv Lööf and 1 more."));
}

TEST_CASE("a verdict that stands still asks for no frames") {
    VerdictView view;
    view.first_name = "Åsa";
    testing::ShownScreen<VerdictIntent, VerdictView> shown(draw_verdict, view);
    shown.driver.advance_ms(1000);
    CHECK_FALSE(shown.driver.ui().wake_ms().has_value());
}

TEST_CASE(
    "a verdict slides in within a quarter of a second, and stands at once for who wants calm") {
    for (const Motion motion : {Motion::full, Motion::reduced}) {
        UiDriver driver;
        driver.ui().set_style({theme_of(ThemeKind::light), 100, motion});
        std::vector<float> below;
        driver.show([&](Ui& ui) {
            (void)draw_verdict(ui, {});
            below.push_back(ui.entrance_offset().y);
        });
        CHECK((below.front() > 0) == (motion == Motion::full));
        CHECK(below.back() == 0);
    }
}

TEST_CASE("every notice has a way on, and none speaks in codes") {
    for (int kind = 0; kind <= static_cast<int>(NoticeKind::machine_broken); ++kind) {
        NoticeView view;
        view.kind = static_cast<NoticeKind>(kind);
        INFO(kind);
        testing::ShownScreen<NoticeIntent, NoticeView> shown(draw_notice, view);
        int buttons = 0;
        for (const RecordedItem& item : shown.driver.record().items()) {
            buttons += item.role == Role::button;
            CHECK(item.label.find("rror") == std::string::npos);
        }
        CHECK(buttons >= 1);
        CHECK(buttons <= 4);
    }
}

TEST_CASE("the buttons of every notice keep one order, and the last one ends it") {
    static const std::vector<std::string> order{"print_label", "not_me",    "leave",   "show_way",
                                                "way_out",     "type_name", "walk_in", "check_in",
                                                "call_staff",  "try_again", "done"};
    for (int kind = 0; kind < static_cast<int>(NoticeKind::machine_broken); ++kind) {
        NoticeView view;
        view.kind = static_cast<NoticeKind>(kind);
        view.can_print_label = view.can_leave = view.has_way_out = true;
        INFO(kind);
        testing::ShownScreen<NoticeIntent, NoticeView> shown(draw_notice, view);
        std::vector<std::ptrdiff_t> places;
        for (const RecordedItem& item : shown.driver.record().items()) {
            const auto known = std::find(order.begin(), order.end(), item.id);
            if (known != order.end()) places.push_back(known - order.begin());
        }
        REQUIRE_FALSE(places.empty());
        CHECK(std::is_sorted(places.begin(), places.end()));
        CHECK(order[static_cast<std::size_t>(places.back())] == "done");
    }
}

TEST_CASE("where nothing was done a notice says \"Start over\", and elsewhere \"Done\"") {
    testing::ShownScreen<NoticeIntent, NoticeView> shown(draw_notice, {});
    CHECK(shown.driver.record().find_target("done")->label == "Done");
    for (const NoticeKind kind :
         {NoticeKind::forged, NoticeKind::replaced, NoticeKind::unknown_ticket,
          NoticeKind::cancelled, NoticeKind::declined}) {
        shown.view.kind = kind;
        shown.driver.frame();
        CHECK(shown.driver.record().find_target("done")->label == "Start over");
    }
}

TEST_CASE("somebody who is here already hears when, and may say that it was not them") {
    NoticeView view;
    view.first_name = "Åsa";
    view.time_text = "17.36";
    view.group_number = 4;
    testing::ShownScreen<NoticeIntent, NoticeView> shown(draw_notice, view);
    CHECK(shown.driver.record().says("17.36"));
    CHECK(shown.driver.record().says("group 4"));
    shown.driver.tap("That was not me");
    REQUIRE(shown.get<NoticeChoice>());
    CHECK(*shown.get<NoticeChoice>() == NoticeChoice::not_me);
}

TEST_CASE("a walk-in goes from question to question") {
    WalkInView view;
    testing::ShownScreen<WalkInIntent, WalkInView> shown(draw_walk_in, view);
    CHECK_FALSE(shown.driver.record().find_target("next")->enabled);
    shown.driver.tap("key_b");
    CHECK(shown.get<ChangeWalkInText>()->typed == "B");
    shown.view.typed = "Bo Ek";
    shown.driver.frame();
    shown.driver.tap("Next");
    CHECK(shown.get<NextStep>());

    shown.view.step = WalkInStep::organisation;
    shown.view.suggestions = {"Eken", "Ekeby"};
    shown.driver.advance_ms(300);
    shown.driver.advance_ms(300);
    shown.driver.tap("Ekeby");
    REQUIRE(shown.get<ChooseSuggestion>());
    CHECK(shown.get<ChooseSuggestion>()->index == 1);
    shown.driver.tap("no_organisation");
    CHECK(shown.get<NoOrganisation>());

    shown.view.step = WalkInStep::role;
    shown.driver.advance_ms(300);
    shown.driver.advance_ms(300);
    shown.driver.tap("choice_2");
    REQUIRE(shown.get<ChooseRole>());
    CHECK(shown.get<ChooseRole>()->role == WalkInRole::elected);

    shown.view.step = WalkInStep::sector;
    shown.view.options = {"Sports", "Faith"};
    shown.driver.advance_ms(300);
    shown.driver.advance_ms(300);
    shown.driver.tap("Faith");
    REQUIRE(shown.get<ChooseOption>());
    CHECK(shown.get<ChooseOption>()->index == 1);

    shown.view.step = WalkInStep::information;
    shown.view.information = {"Why.", "Until 12 January 2027."};
    shown.driver.advance_ms(300);
    shown.driver.advance_ms(300);
    CHECK(shown.driver.record().says("12 January 2027"));
    shown.driver.tap("decline");
    CHECK(shown.get<DeclineRegistration>());
    shown.driver.tap("register");
    CHECK(shown.get<RegisterOnTheSpot>());
}

TEST_CASE("a PIN is typed on the screen or on keys, and never shown") {
    testing::ShownScreen<PinIntent, PinView> shown(draw_pin, {});
    shown.driver.tap("7");
    REQUIRE(shown.get<ChangePin>());
    CHECK(shown.get<ChangePin>()->typed == "7");
    shown.view.typed = "7314";
    shown.driver.type(U"2");
    CHECK(shown.get<ChangePin>()->typed == "73142");
    shown.driver.tap("Erase");
    CHECK(shown.get<ChangePin>()->typed == "731");
    CHECK_FALSE(shown.driver.record().says("7314"));
    shown.driver.press(KeyKind::enter);
    CHECK(shown.get<SubmitPin>());
    shown.intent.reset();
    shown.view.state = PinState::waiting;
    shown.driver.frame();
    shown.driver.tap("7");
    shown.driver.type(U"7");
    CHECK_FALSE(shown.intent);
}

TEST_CASE("staff undo a check-in, but only when they say so twice") {
    StaffPersonView view;
    view.name = "Bo Ek";
    view.actions = {StaffAction::correct, StaffAction::check_out, StaffAction::undo};
    testing::ShownScreen<StaffPersonIntent, StaffPersonView> shown(draw_staff_person, view);
    shown.driver.tap("undo");
    CHECK(*shown.get<StaffAction>() == StaffAction::undo);
    shown.driver.tap("check_out");
    CHECK(*shown.get<StaffAction>() == StaffAction::check_out);
    shown.view.asked = StaffAction::undo;
    shown.driver.advance_ms(300);
    shown.driver.advance_ms(300);
    CHECK(shown.driver.record().says("Bo Ek"));
    shown.driver.tap("keep");
    CHECK(shown.get<KeepIt>());
    shown.driver.tap("confirm");
    CHECK(shown.get<ConfirmAction>());
}

TEST_CASE("from the staff's page one finds, opens, sees to, registers, and leaves") {
    StaffView view;
    view.entries = {{"Åsa Öberg", "Eken", "17.36", 4}, {"Bo Ek", "", "17.30", 0}};
    testing::ShownScreen<StaffIntent, StaffView> shown(draw_staff, view);
    shown.driver.tap("entry_1");
    REQUIRE(shown.get<ChooseEntry>());
    CHECK(shown.get<ChooseEntry>()->index == 1);
    shown.driver.tap("Find a person");
    CHECK(shown.get<OpenStaffSearch>());
    shown.driver.tap("problems");
    CHECK(shown.get<OpenProblems>());
    shown.driver.tap("register");
    CHECK(shown.get<RegisterSomebody>());
    shown.driver.tap("leave");
    CHECK(shown.get<LeaveKiosk>());
}

TEST_CASE("help leads back, and the staff in") {
    testing::ShownScreen<HelpIntent, HelpView> shown(draw_help, {});
    shown.driver.tap("close_help");
    CHECK(std::holds_alternative<GoBack>(*shown.get<FrameIntent>()));
    shown.driver.tap("For the staff");
    CHECK(shown.get<OpenStaff>());
    shown.driver.tap("call_staff");
    CHECK(shown.get<CallStaff>());
}

TEST_CASE("each card of the help leads to what it tells of") {
    testing::ShownScreen<HelpIntent, HelpView> shown(draw_help, {});
    shown.driver.tap("show_ticket");
    CHECK(shown.get<ShowTicket>());
    shown.driver.tap("type_name");
    CHECK(shown.get<TypeName>());
    shown.driver.tap("not_registered");
    CHECK(shown.get<NotRegistered>());
}

TEST_CASE("where the cards of the help lead nowhere they tell the same, and staff is called") {
    HelpView view;
    view.leads = false;
    testing::ShownScreen<HelpIntent, HelpView> shown(draw_help, view);
    CHECK(shown.driver.record().says("Without a ticket"));
    CHECK(shown.driver.record().find_target("type_name") == nullptr);
    shown.driver.tap("call_staff");
    CHECK(shown.get<CallStaff>());
}

TEST_CASE("the help explains keys to whoever reaches for one, and only to them") {
    testing::ShownScreen<HelpIntent, HelpView> shown(draw_help, {});
    CHECK_FALSE(shown.driver.record().says("F8"));
    shown.driver.press(KeyKind::next);
    CHECK(shown.driver.record().says("F8"));
}

}  // namespace stormote
