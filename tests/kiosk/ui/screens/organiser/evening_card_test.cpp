// The card of what is to be seen to at this hour, on the organiser's page, with a real desk behind
// it.
#include <cstdlib>
#include <map>

#include <catch2/catch.hpp>

#include "kiosk/ui/screens/organiser/evening_views.h"
#include "kiosk/ui/screens/organiser/organiser_presenter.h"
#include "sync/base/local_time.h"
#include "sync/model/presence.h"
#include "tests/support/devices/fake_printer.h"
#include "tests/support/machine/full_disk.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/machine/wait.h"
#include "tests/support/screens/screen_at_desk.h"

namespace stormote {

namespace {

using testing::EventDesk;

// From 18.00 to 21.00, a question from 18.10 to 19.00. Eight people in two groups, each with a
// facilitator; all but the second one's are here.
class EveningPage : public testing::ScreenAtDesk {
  public:
    explicit EveningPage(PaperPrinter *printer = nullptr) {
        event.clock.set_wall_ms(*instant_of("2022-10-12T18:00"));
        event.record(SettingsDescribed{
            FieldSetter<SettingField>{}.set(SettingField::ends, "2022-10-12T21:00").take()});
        event.record(QuestionDescribed{1, FieldSetter<QuestionField>{}
                                              .set(QuestionField::title, "Kontakt")
                                              .set(QuestionField::starts, "2022-10-12T18:10")
                                              .set(QuestionField::ends, "2022-10-12T19:00")
                                              .take()});
        for (int i = 0; i < 8; ++i) {
            const std::string number = std::to_string(i);
            people.push_back(event.add({"Person" + number, "Ek", "Förening " + number}));
        }
        event->plan_groups(2, 1, EventDesk::staff);
        for (const AttendeeId& id : people) {
            const GroupNumber group = group_of(event.state(), id).value();
            facilitators.try_emplace(group, id);
        }
        for (const auto& [group, id] : facilitators) {
            event.describe(group, GroupField::facilitator, to_string(id));
        }
        for (const AttendeeId& id : people) {
            if (id != facilitators.at(2)) event.come(id);
        }
        missing = event.state().find_attendee(facilitators.at(2))->full_name();
        open_desk();
        presenter.emplace(*desk, nullptr, event.clock, nullptr, nullptr, nullptr, printer);
        presenter->open();
        show(presenter);
    }

    void go_to(const std::string& time) {
        event.clock.set_wall_ms(*instant_of("2022-10-12T" + time));
        look_again();
    }

    // The page reads once a second, where nothing is being read.
    void look_again() {
        settle();
        driver.advance_ms(1'000);
        settle();
    }

    std::vector<AttendeeId> people;
    std::map<GroupNumber, AttendeeId> facilitators;
    std::string missing;
    std::optional<OrganiserPresenter> presenter;
};

}  // namespace

TEST_CASE("as people come, a facilitator who is missing leads to those at that table") {
    EveningPage page;
    page.go_to("17:45");
    REQUIRE(page.comes_to_say("1 facilitator is missing"));
    CHECK(page.says("Group 2 · " + page.missing));
    CHECK(page.says("3 of 4 are here"));
    page.tap("Find somebody else: Group 2");
    // Somebody who is there, and not whoever is missing.
    REQUIRE(page.comes_to_say("Leads group 2"));
    CHECK(page.screen() == "organiser_groups");
    page.tap("Leads group 2");
    page.settle();
    const auto leader = page.desk->read(
        [](const Desk& desk) { return facilitator_of(desk.state(), GroupNumber{2}); });
    REQUIRE(leader);
    CHECK(leader != page.facilitators.at(2));
    page.tap("tab_door");
    CHECK(page.comes_to_say("All facilitators are here"));
}

TEST_CASE("nobody is made to lead a table where nobody else is") {
    EveningPage page;
    page.do_at_desk([&](Desk& desk) {
        for (const AttendeeId& id : page.people) {
            if (group_of(desk.state(), id) == GroupNumber{2}) {
                static_cast<void>(desk.check_out(id, EventDesk::staff));
            }
        }
    });
    page.go_to("17:45");
    REQUIRE(page.comes_to_say("1 facilitator is missing"));
    page.tap("Find somebody else: Group 2");
    CHECK(page.comes_to_say("Nobody else is at group 2 yet."));
}

TEST_CASE("before the talks begin, a small table leads to the question of who goes where") {
    EveningPage page;
    REQUIRE(page.comes_to_say("Ready to begin?"));
    CHECK(page.says("7 of 8 are here."));
    CHECK(page.says("Group 2: only 3 are here"));
    page.tap("Close the group …: Group 2");
    REQUIRE(page.comes_to_say("Close group 2?"));
    CHECK(page.screen() == "organiser_groups");
}

TEST_CASE("a table is not closed where another screen has closed all others meanwhile") {
    EveningPage page;
    REQUIRE(page.comes_to_say("Group 2: only 3 are here"));
    page.desk->do_quietly([](Desk& desk) {
        const Body body{
            {},
            ActingRole::organiser,
            GroupDescribed{1, FieldSetter<GroupField>{}.set(GroupField::closed, "closed").take()}};
        desk.record(std::span(&body, 1));
    });
    page.tap("Close the group …: Group 2");
    CHECK(page.comes_to_say("No other group is open."));
}

TEST_CASE("while the tables talk, those that write nothing lead to the notes") {
    EveningPage page;
    page.do_at_desk([](Desk& desk) {
        desk.write_note({1, 1, NoteKind::proposal, "Fika"}, EventDesk::staff);
    });
    page.go_to("18:25");
    REQUIRE(page.comes_to_say("2 tables have written nothing for ten minutes"));
    CHECK(page.says("last note at 18.00"));
    CHECK(page.says("no note yet"));
    page.tap("See the notes: Group 1");
    REQUIRE(page.comes_to_say("Fika"));
    CHECK(page.screen() == "organiser_notes");
}

TEST_CASE("between the questions nobody is said to talk") {
    EveningPage page;
    page.do_at_desk([&](Desk& desk) {
        static_cast<void>(
            desk.check_in(page.facilitators.at(2), CheckInMethod::name, EventDesk::staff));
    });
    page.go_to("18:19");
    CHECK(page.comes_to_say("The tables are talking"));
    page.go_to("19:30");
    CHECK(page.comes_to_say("Between the questions"));
}

TEST_CASE("who is here is listed at any hour, by table, and the numbers agree") {
    EveningPage page;
    for (const char *time : {"17:45", "18:00", "18:25", "20:50"}) {
        page.go_to(time);
        REQUIRE(page.comes_to_say("Show who is here"));
        page.tap("Show who is here");
        REQUIRE(page.comes_to_say("7 people are here"));
        CHECK(page.screen() == "people_here");
        CHECK(page.says("Group 1"));
        CHECK_FALSE(page.says(page.missing));
        page.tap("back");
        page.settle();
        CHECK(page.screen() == "organiser");
    }
}

namespace {

// A list on paper: what prints it, how soon it gives up, and where files are saved instead.
struct ListOnPaper {
    explicit ListOnPaper(PrinterCondition condition = PrinterCondition::ready)
        : fake(condition),
          printer(
              [this] {
                  return PaperQueue{"Kontoret", fake.connect()};
              },
              [] {}, clock, {Milliseconds{1}, Milliseconds{1}, patience}) {
        ::setenv("HOME", home.path().c_str(), 1);
    }

    // Taps, and goes on until the card says so.
    [[nodiscard]] static bool prints(EveningPage& page, std::string_view outcome) {
        page.driver.resize({1080, 4000});
        page.go_to("20:50");
        if (!page.comes_to_say("Who is still here?")) return false;
        page.tap("evening_print");
        return wait_until([&] {
            page.settle();
            return page.says(outcome);
        });
    }

    testing::TemporaryFolder home;
    testing::FakePrinter fake;
    ManualClock clock{*instant_of("2022-10-12T20:50")};
    PaperPrinter printer;
};

}  // namespace

TEST_CASE("who is still here is printed by one tap, and the page says when") {
    ListOnPaper paper;
    EveningPage page(&paper.printer);
    page.driver.resize({1080, 4000});
    page.go_to("20:50");
    REQUIRE(page.comes_to_say("Who is still here?"));
    page.tap("evening_print");
    REQUIRE(wait_until([&] {
        page.settle();
        return paper.fake.waiting() == 1;
    }));
    CHECK(page.comes_to_say("The list is on its way to the printer."));
    paper.fake.print_all();
    CHECK(wait_until([&] {
        page.settle();
        return page.says("The list was printed at 20.50, on Kontoret.");
    }));
    CHECK(paper.fake.last().starts_with("%PDF-"));
    CHECK(paper.fake.taken == 1);
    CHECK(std::filesystem::is_empty(paper.home.path()));
}

TEST_CASE("where there is no printer, who is still here is saved, and the page says where") {
    const ListOnPaper paper;
    EveningPage page;
    CHECK(ListOnPaper::prints(page, "No printer is set up here. The list is saved instead: "));
    CHECK(std::filesystem::exists(paper.home.path() / "2022-10-12-people-here.pdf"));
}

TEST_CASE("a printer that does not answer, or does not print, leads to a file and keeps no names") {
    SECTION("it is switched off") {
        ListOnPaper paper(PrinterCondition::absent);
        EveningPage page(&paper.printer);
        CHECK(ListOnPaper::prints(page,
                                  "The printer Kontoret is switched off, not connected or not "
                                  "set up. The list is saved instead: "));
        // It was given its time, in case it only slept.
        CHECK(paper.fake.taken == 1);
        CHECK(paper.fake.waiting() == 0);
        CHECK(std::filesystem::exists(paper.home.path() / "2022-10-12-people-here.pdf"));
    }
    SECTION("it stands open") {
        ListOnPaper paper(PrinterCondition::open);
        EveningPage page(&paper.printer);
        CHECK(ListOnPaper::prints(page, "The list is saved instead: "));
        CHECK(paper.fake.taken == 0);
    }
    SECTION("the printing system gives it up") {
        ListOnPaper paper;
        EveningPage page(&paper.printer);
        page.driver.resize({1080, 4000});
        page.go_to("20:50");
        REQUIRE(page.comes_to_say("Who is still here?"));
        page.tap("evening_print");
        REQUIRE(wait_until([&] {
            page.settle();
            return paper.fake.waiting() == 1;
        }));
        paper.fake.abort_all();
        CHECK(wait_until([&] {
            page.settle();
            return page.says("The printer Kontoret does not print it. The list is saved instead: ");
        }));
        CHECK(std::filesystem::exists(paper.home.path() / "2022-10-12-people-here.pdf"));
    }
    SECTION("it runs out of paper") {
        ListOnPaper paper;
        EveningPage page(&paper.printer);
        page.driver.resize({1080, 4000});
        page.go_to("20:50");
        REQUIRE(page.comes_to_say("Who is still here?"));
        page.tap("evening_print");
        REQUIRE(wait_until([&] {
            page.settle();
            return paper.fake.waiting() == 1;
        }));
        paper.fake.condition = PrinterCondition::out_of_paper;
        CHECK(wait_until([&] {
            page.settle();
            return page.says("The printer Kontoret is out of paper or labels.");
        }));
        CHECK(paper.fake.waiting() == 0);
    }
}

TEST_CASE("a list was printed when the printer was done, not when the page is seen again") {
    ListOnPaper paper;
    EveningPage page(&paper.printer);
    page.driver.resize({1080, 4000});
    page.go_to("20:50");
    REQUIRE(page.comes_to_say("Who is still here?"));
    page.tap("evening_print");
    REQUIRE(wait_until([&] {
        page.settle();
        return paper.fake.waiting() == 1;
    }));
    paper.fake.print_all();
    REQUIRE(wait_until([&] { return paper.printer.status().step == PaperStep::printed; }));
    page.go_to("20:57");
    CHECK(page.comes_to_say("The list was printed at 20.50, on Kontoret."));
}

TEST_CASE("a list that does not print once the page was locked is not saved for anybody") {
    ListOnPaper paper;
    EveningPage page(&paper.printer);
    page.driver.resize({1080, 4000});
    page.go_to("20:50");
    REQUIRE(page.comes_to_say("Who is still here?"));
    page.tap("evening_print");
    REQUIRE(wait_until([&] {
        page.settle();
        return paper.fake.waiting() == 1;
    }));
    page.tap("lock");
    REQUIRE(page.led_to<GoHome>() != nullptr);
    paper.fake.abort_all();
    REQUIRE(wait_until([&] { return paper.printer.status().step == PaperStep::failed; }));
    page.presenter->open();
    page.look_again();
    CHECK(page.comes_to_say("The printer Kontoret does not print it."));
    CHECK_FALSE(page.says("The list is saved instead"));
    CHECK(std::filesystem::is_empty(paper.home.path()));
}

TEST_CASE("the page of who is here prints them, too") {
    ListOnPaper paper;
    EveningPage page(&paper.printer);
    page.go_to("20:50");
    REQUIRE(page.comes_to_say("Show who is here"));
    page.tap("Show who is here");
    REQUIRE(page.comes_to_say("7 people are here"));
    page.tap("Print the list");
    CHECK(wait_until([&] {
        page.settle();
        paper.fake.print_all();
        return page.says("The list was printed at 20.50, on Kontoret.");
    }));
}

TEST_CASE("at the end it says what people left behind, once there is any, and leads to the files") {
    EveningPage page;
    page.go_to("20:50");
    REQUIRE(page.comes_to_say("The evening comes to its end"));
    CHECK(page.says("7 are here, 0 have gone home."));
    CHECK_FALSE(page.says("survey"));
    const AttendeeId asker = page.people[0];
    page.do_at_desk([asker](Desk& desk) {
        static_cast<void>(desk.leave_message({MessageKind::contact, asker, "Lokaler?", "070", ""},
                                             EventDesk::staff));
    });
    page.look_again();
    REQUIRE(page.comes_to_say("1 person wants to be contacted"));
    page.tap("See the files");
    page.settle();
    CHECK(page.screen() == "organiser_files");
}

TEST_CASE("the organiser ends the meeting after a question, and opens it again") {
    EveningPage page;
    page.driver.resize({1080, 4000});
    const auto ended = [&] {
        return page.desk->read(
            [](const Desk& desk) { return desk.state().setting(SettingField::ended); });
    };
    page.do_at_desk([](Desk& desk) {
        desk.write_note({1, 1, NoteKind::proposal, "Fika"}, EventDesk::staff);
    });
    page.go_to("20:50");
    REQUIRE(page.comes_to_say("Is the meeting over?"));
    page.tap("evening_end");
    REQUIRE(page.comes_to_say("7 people have not checked out"));
    CHECK(page.screen() == "end_meeting");
    CHECK(page.says("1 table has chosen nothing for the wall"));
    CHECK(page.says("nobody is checked in"));
    page.tap("keep_open");
    page.look_again();
    CHECK(page.screen() == "organiser");
    CHECK(ended().empty());
    page.tap("evening_end");
    REQUIRE(page.comes_to_say("7 people have not checked out"));
    page.tap("end_meeting");
    page.look_again();
    REQUIRE(page.comes_to_say("The meeting is over"));
    CHECK(ended() == "2022-10-12T20:50");
    CHECK(page.says("Ended at 20.50."));
    // What comes after it is a tap away.
    page.tap("after_data");
    page.settle();
    page.driver.frame();
    CHECK(page.screen() == "remaining_data");
    page.tap("back");
    page.tap("tab_door");
    page.look_again();
    REQUIRE(page.comes_to_say("Open the meeting again"));
    page.tap("evening_reopen");
    page.look_again();
    CHECK(page.comes_to_say("The evening comes to its end"));
    CHECK(ended().empty());
}

TEST_CASE("once the meeting is ended, the page that was turned says so at its top") {
    EveningPage page;
    page.driver.resize({1280, 800});
    page.go_to("20:50");
    REQUIRE(page.comes_to_say("The evening comes to its end"));
    const auto is_there = [&] { return page.driver.record().find_target("evening_end"); };
    for (int taps = 0; taps < 20 && is_there() == nullptr; ++taps) page.tap("door_down");
    page.tap("evening_end");
    REQUIRE(page.comes_to_say("7 people have not checked out"));
    page.tap("end_meeting");
    page.look_again();
    CHECK(page.comes_to_say("The meeting is over"));
}

TEST_CASE(
    "a meeting that comes to its end early is ended while the tables talk, and the card stays") {
    EveningPage page;
    page.driver.resize({1080, 4000});
    page.go_to("18:25");
    REQUIRE(page.comes_to_say("Is the meeting over?"));
    page.tap("evening_end");
    REQUIRE(page.comes_to_say("End the meeting?"));
    page.tap("end_meeting");
    page.look_again();
    REQUIRE(page.comes_to_say("Ended at 18.25."));
    page.event.clock.advance_ms(24 * 3'600'000);
    page.look_again();
    CHECK(page.comes_to_say("The meeting is over"));
    CHECK(page.says("Open the meeting again"));
}

TEST_CASE("where the disk is full, the card says why the meeting was not opened again") {
    EveningPage page;
    page.driver.resize({1080, 4000});
    page.do_at_desk(
        [&](Desk& desk) { end_meeting(desk, *instant_of("2022-10-12T20:50"), actor::organiser); });
    page.go_to("20:52");
    REQUIRE(page.comes_to_say("Ended at 20.50."));
    {
        const testing::FullDisk full;
        page.tap("evening_reopen");
        CHECK(page.comes_to_say("event.stormote"));
    }
    CHECK(page.says("The meeting is over"));
}

TEST_CASE("hours after the end there is nothing to be seen to") {
    EveningPage page;
    page.go_to("20:50");
    REQUIRE(page.comes_to_say("The evening comes to its end"));
    page.event.clock.advance_ms(4 * 3'600'000);
    page.look_again();
    CHECK_FALSE(page.says("The evening comes to its end"));
}

TEST_CASE("what the organiser writes to all tables stands there until it is taken away") {
    EveningPage page;
    page.go_to("18:25");
    REQUIRE(page.comes_to_say("Message to all tables"));
    page.tap("Write");
    REQUIRE(page.screen() == "table_message");
    page.write(U"Fem minuter kvar");
    page.tap("send_to_tables");
    page.look_again();
    CHECK(page.screen() == "organiser");
    REQUIRE(page.comes_to_say("At all tables since 18.25"));
    CHECK(page.says("Fem minuter kvar"));
    const auto told = [&] {
        return page.desk->read([&](const Desk& desk) {
            return table_message(desk.state(), page.event.clock.wall_ms());
        });
    };
    CHECK(told()->text == "Fem minuter kvar");
    page.tap("Take the message away");
    page.look_again();
    CHECK_FALSE(told());
    CHECK(page.comes_to_say("Message to all tables"));
}

TEST_CASE("a message to the tables that is longer than a glance is not sent") {
    EveningPage page;
    page.go_to("18:25");
    REQUIRE(page.comes_to_say("Message to all tables"));
    page.tap("Write");
    page.write(std::u32string(longest_table_message + 1, U'x'));
    CHECK(page.comes_to_say("At most 100 characters"));
    page.tap("send_to_tables");
    page.settle();
    CHECK(page.screen() == "table_message");
}

TEST_CASE("at the end it counts what the tables chose for the wall") {
    EveningPage page;
    page.do_at_desk([](Desk& desk) {
        const NoteId note = desk.write_note({1, 1, NoteKind::proposal, "Fika"}, EventDesk::staff);
        const Body body{{},
                        ActingRole::facilitator,
                        NoteMarked{note, {{number(FollowUpField::chosen), "chosen"}}}};
        desk.record(std::span(&body, 1));
    });
    page.go_to("20:50");
    CHECK(page.comes_to_say("1 note is chosen for the wall"));
    CHECK(page.says("from 1 of 2 tables"));
}

TEST_CASE("the card leads to the search for a person at any hour") {
    EveningPage page;
    // High enough for the whole page at once.
    page.driver.resize({1080, 4000});
    page.look_again();
    for (const char *time : {"17:45", "18:00", "18:25", "20:50"}) {
        page.go_to(time);
        REQUIRE(page.comes_to_say("Find a person"));
        page.navigation.reset();
        page.tap("Search");
        CHECK(page.led_to<FindPerson>() != nullptr);
    }
}

TEST_CASE("who did what is read on the organiser's page, the newest first") {
    EveningPage page;
    // High enough for the whole page at once.
    page.driver.resize({1080, 4000});
    page.look_again();
    page.do_at_desk([](Desk& desk) {
        const NoteId note = desk.write_note({1, 1, NoteKind::proposal, "Fika"}, actor::facilitator);
        const Body order{
            {}, actor::facilitator.role, NoteMarked{note, {{number(FollowUpField::rank), "5"}}}};
        desk.record(std::span(&order, 1));
    });
    page.tap("tab_files");
    page.settle();
    page.tap("open_event_log");
    page.settle();
    page.driver.frame();
    CHECK(page.screen() == "event_log");
    REQUIRE(page.comes_to_say("2022-10-12"));
    CHECK(page.says("Wrote a note"));
    CHECK_FALSE(page.says("Changed the order of the notes"));
    CHECK(page.says("Person0 Ek"));
    page.do_at_desk([](Desk& desk) { desk.name_device("Entré 7", actor::organiser); });
    CHECK_FALSE(page.says("Named the screen"));
    page.tap("read_again");
    page.settle();
    CHECK(page.comes_to_say("Named the screen"));
    page.tap("back");
    page.settle();
    CHECK(page.screen() == "organiser_files");
}

TEST_CASE("how people are expected to come goes on in the chart, as long as that can be told") {
    EveningPage page;
    page.go_to("18:02");
    REQUIRE(page.comes_to_say("Expected: all here at about 18.02"));
    CHECK(page.says("Have come so far"));
    CHECK(page.says("Arrivals: 7 had come by 18.05. At this pace all are here at about 18.02."));
    CHECK(page.says("18.10"));
    // Seven minutes later nobody has come lately.
    page.go_to("18:09");
    REQUIRE(page.comes_to_say("Arrivals: 7 had come by 18.10."));
    CHECK_FALSE(page.says("Expected"));
}

TEST_CASE("the parts of the evening stand above the numbers, with the one of this moment") {
    EveningPage page;
    const auto now = [&](const char *time) {
        page.go_to(time);
        std::string found;
        const auto report = page.desk->read([&](const Desk& desk) {
            return report_evening(desk.state(), page.event.clock.wall_ms());
        });
        for (const EveningStep& step : evening_steps(report, Texts())) {
            if (step.is_now) found += step.title + " " + step.time_text;
        }
        return found;
    };
    CHECK(now("17:57") == "Start 18.00–18.10");
    CHECK(now("18:25") == "Talks 18.10–20.45");
    CHECK(now("20:50") == "The end 20.45–21.00");
    CHECK(page.comes_to_say("20.45–21.00"));
}

}  // namespace stormote
