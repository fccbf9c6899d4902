// The staff's page at the door with a real desk behind it: who is found there, and what staff does
// for them by hand.
#include "kiosk/ui/screens/staff/staff_presenter.h"

#include <array>

#include <catch2/catch.hpp>

#include "tests/support/devices/fake_printer.h"
#include "tests/support/machine/wait.h"
#include "tests/support/screens/screen_at_desk.h"

namespace stormote {

namespace {

using testing::EventDesk;

// Behind the PIN, on an event of three people: one is here, one is expected, one has cancelled.
class OpenPage : public testing::ScreenAtDesk {
  public:
    enum class Printer { none, without_paper };
    explicit OpenPage(Printer with = Printer::none) {
        if (with == Printer::without_paper) {
            queue.emplace(printer.connect(), LabelStock::narrow, [] {});
            labels.emplace(*queue, texts, CodeOnLabel::none, driver.clock());
        }
        here = event.add({"Åsa", "Öberg", "Eken"});
        expected = event.add({"Bo", "Ek", "Eken"});
        const AttendeeId cancelled = event.add({"Siv", "Lööf", "Eken"});
        FieldSetter<AttendeeField> fields;
        fields.set(AttendeeField::status, "cancelled");
        event.record(cancelled, AttendeeDescribed{fields.take()});
        event->plan_groups(1, 7, EventDesk::staff);
        event.come(here);
        event->set_staff_pin("2580", EventDesk::staff);
        open_desk();
        presenter.emplace(StaffMeans{*desk,
                                     driver.clock(),
                                     problems,
                                     labels ? &*labels : nullptr,
                                     {},
                                     true,
                                     [](const Error&) {}});
        presenter->enter();
        show(presenter);
        driver.type(U"2580");
        driver.press(KeyKind::enter);
        REQUIRE(comes_to_say("Latest check-ins"));
        CHECK(led_to<Unlocked>() != nullptr);
        navigation.reset();
    }

    void search(std::u32string_view typed) {
        tap("search");
        write(typed);
    }
    // The page of whom the search finds first.
    void open(std::u32string_view typed) {
        search(typed);
        tap("entry_0");
    }
    // In the list of what can be corrected, which may have to be moved.
    void tap_field(std::string_view label) {
        for (int i = 0; i < 20 && driver.record().find_target(label) == nullptr; ++i) {
            driver.tap("fields_down");
        }
        tap(label);
    }
    [[nodiscard]] CheckInFact check_in_of(const AttendeeId& person) {
        return desk->read(
            [&](const Desk& at) { return at.state().find_attendee(person)->check_ins.front(); });
    }

    [[nodiscard]] Presence presence(const AttendeeId& person) {
        return desk->read([&](const Desk& at) { return presence_of(at.state(), person); });
    }

    AttendeeId here;
    AttendeeId expected;
    Texts texts;
    testing::FakePrinter printer{PrinterCondition::out_of_paper};
    std::optional<LabelQueue> queue;
    std::optional<DoorLabels> labels;
    DoorProblems problems;
    std::optional<StaffPresenter> presenter;
};

}  // namespace

TEST_CASE("the page lists who is here, and the search finds everybody") {
    OpenPage page;
    CHECK(page.driver.record().says("Åsa Öberg"));
    CHECK_FALSE(page.driver.record().says("Bo Ek"));
    page.search(U"bo");
    CHECK(page.driver.record().says("Bo Ek"));
}

TEST_CASE("staff checks somebody in by hand, and the record says that it was by hand") {
    OpenPage page;
    page.open(U"bo");
    page.tap("check_in");
    REQUIRE(page.comes_to_say("Bo Ek is checked in. Group 1."));
    CHECK(page.check_in_of(page.expected).method == CheckInMethod::staff);
    CHECK(page.check_in_of(page.expected).acting_role == ActingRole::staff);
}

TEST_CASE("who has cancelled is let in only once staff has restored the registration") {
    OpenPage page;
    page.open(U"siv");
    CHECK(page.driver.record().says("The registration was cancelled"));
    CHECK(page.driver.record().find_target("check_in") == nullptr);
    page.tap("restore");
    REQUIRE(page.comes_to_say("The registration of Siv Lööf is restored."));
    page.tap("check_in");
    CHECK(page.comes_to_say("Siv Lööf is checked in."));
}

TEST_CASE("staff cancels a registration after a second question, but not of who has come") {
    OpenPage page;
    page.open(U"bo");
    page.tap("cancel");
    page.tap("keep");
    CHECK(page.driver.record().says("Not here yet"));
    page.tap("cancel");
    page.tap("confirm");
    REQUIRE(page.comes_to_say("The registration of Bo Ek is cancelled."));
    CHECK(page.desk->read(
        [&](const Desk& at) { return is_cancelled(*at.state().find_attendee(page.expected)); }));
    page.tap("Back");
    page.tap("Back");
    page.open(U"åsa");
    CHECK(page.driver.record().find_target("cancel") == nullptr);
}

TEST_CASE("staff checks somebody out, who was here all the same") {
    OpenPage page;
    page.tap("entry_0");
    page.tap("check_out");
    REQUIRE(page.comes_to_say("Åsa Öberg is checked out."));
    CHECK(page.presence(page.here).kind == PresenceKind::left);
    page.tap("Back");
    CHECK(page.comes_to_say("Nobody has checked in yet."));
}

TEST_CASE("staff undoes a check-in only after a second question, and Back keeps it") {
    OpenPage page;
    page.tap("entry_0");
    page.tap("undo");
    page.tap("Back");
    CHECK(page.driver.record().says("Here since"));
    page.tap("undo");
    page.tap("confirm");
    REQUIRE(page.comes_to_say("The check-in of Åsa Öberg is undone."));
    CHECK(page.presence(page.here).kind == PresenceKind::expected);
}

TEST_CASE("staff gives an association's word for who has no ticket, and takes it back") {
    OpenPage page;
    FieldSetter<SettingField> fields;
    fields.set(SettingField::agreement, "Lokal överenskommelse");
    page.do_at_desk([&](Desk& desk) {
        const Body body{{}, ActingRole::organiser, SettingsDescribed{fields.take()}};
        desk.record(std::span(&body, 1));
    });
    page.tap("entry_0");
    page.tap("join");
    REQUIRE(page.comes_to_say("The association of Åsa Öberg has joined."));
    CHECK(page.driver.record().says("The association joined on"));
    page.tap("take_back_joining");
    CHECK(page.driver.record().says("Undo the joining of Eken?"));
    page.tap("keep");
    page.tap("take_back_joining");
    page.tap("confirm");
    REQUIRE(page.comes_to_say("The joining of Eken is undone."));
    CHECK(page.driver.record().find_target("join") != nullptr);
}

TEST_CASE("Back leads from a person to the search that found them, and no further than the list") {
    OpenPage page;
    page.open(U"bo");
    page.tap("Back");
    CHECK(page.driver.record().head().screen == "staff_search");
    page.tap("Back");
    CHECK(page.driver.record().head().screen == "staff");
    CHECK_FALSE(page.navigation);
    page.tap("Back");
    CHECK(page.led_to<GoHome>() != nullptr);
}

TEST_CASE("a name is corrected field by field, and what stood before stays in the record") {
    OpenPage page;
    page.open(U"bo");
    page.tap("correct");
    page.tap("field_0");
    page.tap("field_family");
    page.driver.type(U"e");
    page.driver.frame();
    page.tap("save");
    REQUIRE(page.comes_to_say("The name is now Bo Eke."));
    page.desk->read([&](const Desk& at) {
        const Attendee& attendee = *at.state().find_attendee(page.expected);
        CHECK(attendee.full_name() == "Bo Eke");
        CHECK(at.state().organisation_of(attendee, OrganisationField::name) == "Eken");
        CHECK(at.search("eke", 5).hits.size() == 1);
    });
}

TEST_CASE("a person without any letter of a name is refused in words") {
    OpenPage page;
    page.open(U"bo");
    page.tap("correct");
    page.tap("field_0");
    page.tap("clear_text");
    page.tap("field_family");
    page.tap("clear_text");
    page.tap("save");
    REQUIRE(page.comes_to_say("A person needs a name"));
    page.desk->read([&](const Desk& at) {
        CHECK(at.state().find_attendee(page.expected)->full_name() == "Bo Ek");
    });
}

TEST_CASE("staff corrects a field that is no name, and is told what cannot stand there") {
    OpenPage page;
    page.open(U"bo");
    page.tap("correct");
    page.tap("field_2");
    REQUIRE(page.screen() == "staff_field");
    page.write(U"bo(at)eken.example");
    page.tap("save");
    REQUIRE(page.comes_to_say("\"bo(at)eken.example\" is not an e-mail address"));
    page.tap("Erase all");
    page.write(U"bo@eken.example");
    page.tap("save");
    REQUIRE(page.comes_to_say("Corrected of Bo Ek: E-mail."));
    page.tap("correct");
    page.tap("field_1");
    page.tap("choice_1");
    REQUIRE(page.comes_to_say("Corrected of Bo Ek: Role."));
    page.desk->read([&](const Desk& at) {
        const Attendee& bo = *at.state().find_attendee(page.expected);
        CHECK(bo.get(AttendeeField::email) == "bo@eken.example");
        CHECK(role_of(bo) == AttendeeRole::elected);
    });
}

TEST_CASE("staff sees a language by its name, whatever the record calls it") {
    OpenPage page;
    page.open(U"bo");
    page.tap("correct");
    page.tap("field_4");
    page.write(U"finska");
    page.tap("save");
    REQUIRE(page.comes_to_say("Corrected of Bo Ek: Language."));
    page.desk->read([&](const Desk& at) {
        CHECK(at.state().find_attendee(page.expected)->get(AttendeeField::language) == "fi");
    });
    page.tap("correct");
    page.tap_field("Language");
    CHECK(page.screen() == "staff_field");
    CHECK(page.says("Finnish"));
}

TEST_CASE("Back leads from a field to the person, and corrects nothing") {
    OpenPage page;
    page.open(U"bo");
    page.tap("correct");
    page.tap("field_3");
    page.write(U"070");
    page.tap("Back");
    CHECK(page.screen() == "staff_fields");
    page.tap("Back");
    CHECK(page.screen() == "staff_person");
    page.desk->read([&](const Desk& at) {
        CHECK(at.state().find_attendee(page.expected)->get(AttendeeField::phone).empty());
    });
}

TEST_CASE("two registrations of one person become one, and two again") {
    OpenPage page;
    page.tap("entry_0");
    page.tap("correct");
    page.tap_field("The same person as …");
    CHECK(page.says("Who is the same person as Åsa Öberg?"));
    page.write(U"åsa");
    CHECK_FALSE(page.says("Here since"));
    CHECK(page.driver.record().find_target("entry_0") == nullptr);
    page.tap("Erase all");
    page.write(U"bo");
    page.tap("entry_0");
    REQUIRE(page.says("Are Åsa Öberg and Bo Ek (Eken) the same person?"));
    page.tap("keep");
    CHECK(page.screen() == "staff_person");
    page.tap("correct");
    page.tap_field("The same person as …");
    page.write(U"bo");
    page.tap("entry_0");
    page.tap("confirm");
    REQUIRE(page.comes_to_say("Åsa Öberg and Bo Ek are one person now."));
    page.desk->read(
        [&](const Desk& at) { CHECK(at.state().person_of(page.expected) == page.here); });
    page.tap("correct");
    page.tap_field("Not the same person");
    REQUIRE(page.says("Are Åsa Öberg and Bo Ek (Eken) two people?"));
    page.tap("confirm");
    REQUIRE(page.comes_to_say("Åsa Öberg and Bo Ek are two people again."));
    page.desk->read(
        [&](const Desk& at) { CHECK(at.state().person_of(page.expected) == page.expected); });
}

TEST_CASE("whoever confirms what somebody else did meanwhile is told so") {
    OpenPage page;
    page.tap("entry_0");
    page.tap("correct");
    page.tap_field("The same person as …");
    page.write(U"bo");
    page.tap("entry_0");
    REQUIRE(page.says("Are Åsa Öberg and Bo Ek (Eken) the same person?"));
    page.do_at_desk([&](Desk& desk) {
        static_cast<void>(desk.merge_people(page.expected, page.here, EventDesk::staff));
    });
    page.tap("confirm");
    CHECK(page.comes_to_say("Åsa Öberg and Bo Ek are one person already."));
    page.tap("correct");
    page.tap_field("Not the same person");
    page.do_at_desk([&](Desk& desk) {
        static_cast<void>(desk.part_people(page.expected, page.here, EventDesk::staff));
    });
    page.tap("confirm");
    CHECK(page.comes_to_say("Åsa Öberg and Bo Ek are two people already."));
}

TEST_CASE("a registration that is gone when it is confirmed is told") {
    OpenPage page;
    page.tap("entry_0");
    page.tap("correct");
    page.tap_field("The same person as …");
    page.write(U"bo");
    page.tap("entry_0");
    page.do_at_desk([&](Desk& desk) {
        const Body body{
            {page.expected}, ActingRole::organiser, erasure_of(desk.state(), page.expected)};
        desk.record(std::span(&body, 1));
    });
    page.tap("confirm");
    CHECK(page.comes_to_say("One of the two registrations is gone. Nothing was changed."));
}

TEST_CASE("Back from the search for the same person leads to the person") {
    OpenPage page;
    page.open(U"bo");
    page.tap("correct");
    page.tap_field("The same person as …");
    page.tap("Back");
    CHECK(page.screen() == "staff_person");
    CHECK(page.says("Bo Ek"));
    page.tap("Back");
    CHECK(page.screen() == "staff_search");
}

TEST_CASE("staff registers somebody beside them, who has said yes") {
    OpenPage page;
    page.tap("register");
    page.driver.type(U"Gun Dahl");
    page.driver.frame();
    page.tap("next");
    page.tap("choice_0");
    page.tap("no_organisation");
    page.tap("register");
    REQUIRE(page.comes_to_say("Gun Dahl is registered and checked in, group 1."));
    CHECK(page.driver.record().head().screen == "staff");
    page.desk->read([&](const Desk& at) {
        const auto hits = at.search("gun dahl", 5).hits;
        REQUIRE(hits.size() == 1);
        const Attendee& gun = *at.state().find_attendee(hits.front().attendee);
        CHECK(gun.check_ins.front().acting_role == ActingRole::staff);
        CHECK(gun.get(AttendeeField::consent).starts_with("staff"));
    });
}

TEST_CASE("a label prints for whom staff lets in, and the page says what the printer lacks") {
    OpenPage page(OpenPage::Printer::without_paper);
    page.open(U"bo");
    page.tap("check_in");
    REQUIRE(wait_until([&] {
        page.desk->collect();
        return page.printer.taken == 1;
    }));
    REQUIRE(page.comes_to_say("The printer is out of paper. 1 print waits."));
    const auto one_waits = [&] {
        return page.queue->status() == LabelStatus{PrinterCondition::out_of_paper, 1};
    };
    // It waits already: another would be one too many.
    page.tap("print_label");
    REQUIRE(wait_until(one_waits));
    page.tap("Back");
    page.tap("Back");
    REQUIRE(page.comes_to_say("The printer is out of paper. 1 print waits."));
    page.tap("problems");
    REQUIRE(page.comes_to_say("The print for Bo Ek has not come out."));
    page.tap("print_0");
    REQUIRE(wait_until(one_waits));
    CHECK(page.printer.taken == 1);
    page.printer.print_all();
    page.tap("Back");
    page.open(U"bo");
    page.tap("print_label");
    REQUIRE(wait_until([&] { return page.printer.taken == 2; }));
}

TEST_CASE("what needs a look stays until somebody has seen to it") {
    OpenPage page;
    page.problems.note({ProblemKind::help_called, page.driver.clock().wall_ms()});
    page.problems.note({ProblemKind::check_in_denied, page.driver.clock().wall_ms(), page.here});
    page.driver.frame();
    CHECK(page.driver.record().says("Needs attention · 2"));
    page.tap("problems");
    CHECK(page.driver.record().says("Somebody is calling for help"));
    page.presenter->enter();
    CHECK(page.problems.list({}, {}).size() == 2);
    page.driver.frame();
    page.driver.type(U"2580");
    page.driver.press(KeyKind::enter);
    REQUIRE(page.comes_to_say("Latest check-ins"));
    page.tap("problems");
    page.tap("open_0");
    CHECK(page.driver.record().says("Åsa Öberg"));
    page.tap("Back");
    page.tap("done_0");
    page.tap("done_0");
    CHECK(page.driver.record().says("Nothing needs attention."));
}

TEST_CASE("an organiser looks for somebody without a second PIN, and goes back to their own page") {
    OpenPage page;
    page.presenter->find_person();
    page.settle();
    page.driver.frame();
    CHECK_FALSE(page.navigation);
    page.write(U"bo");
    page.tap("entry_0");
    page.settle();
    REQUIRE(page.comes_to_say("Bo Ek"));
    page.tap("back");
    page.settle();
    CHECK_FALSE(page.navigation);
    page.tap("back");
    page.settle();
    CHECK(page.led_to<Back>() != nullptr);
}

TEST_CASE("staff gives somebody another group, and sees what the others hold") {
    OpenPage page;
    page.do_at_desk([](Desk& desk) {
        const std::array<Body, 2> bodies{
            Body{{}, ActingRole::organiser, GroupDescribed{1, {}}},
            Body{{},
                 ActingRole::organiser,
                 GroupDescribed{2,
                                FieldSetter<GroupField>{}.set(GroupField::capacity, "1").take()}}};
        desk.record(bodies);
    });
    page.open(U"bo");
    page.tap("change_group");
    page.settle();
    REQUIRE(page.screen() == "staff_groups");
    CHECK(page.says("1 of 2 are here · sits here now"));
    CHECK(page.says("0 of 0 are here · 1 chair"));
    page.tap("group_2");
    page.settle();
    CHECK(page.comes_to_say("Bo Ek sits in group 2 now."));
    CHECK(page.desk->read([&](const Desk& at) { return group_of(at.state(), page.expected); }) ==
          GroupNumber{2});
    page.tap("change_group");
    CHECK(page.comes_to_say("1 chair · sits here now"));
    page.tap("group_1");
    CHECK(page.comes_to_say("Bo Ek sits in group 1 now."));
}

TEST_CASE("where there is one group, there is none to change to") {
    OpenPage page;
    page.open(U"bo");
    CHECK(page.driver.record().find_target("change_group") == nullptr);
}

}  // namespace stormote
