// What an organiser has to see to, by the clock of the event.
#include "kiosk/desk/evening/evening_report.h"

#include <catch2/catch.hpp>

#include "kiosk/desk/evening/meeting_end.h"
#include "sync/base/local_time.h"
#include "sync/model/presence.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

namespace {

using testing::EventDesk;

constexpr std::int64_t minute_ms = 60'000;

// Doors at 17.30, begins at 18.00, questions from 18.10 to 19.00, ends at 21.00. Eight people in
// two groups of four.
class Evening {
  public:
    Evening() {
        event.record(SettingsDescribed{FieldSetter<SettingField>{}
                                           .set(SettingField::doors, "2022-10-12T17:30")
                                           .set(SettingField::ends, "2022-10-12T21:00")
                                           .take()});
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
        go_to("16:00");
    }

    void go_to(const std::string& time) {
        event.clock.set_wall_ms(*instant_of("2022-10-12T" + time));
    }
    [[nodiscard]] EveningReport report() {
        return report_evening(event.state(), event.clock.wall_ms()).value();
    }
    // Of those who sit there, by their places in the list of people.
    [[nodiscard]] std::vector<AttendeeId> at_table(GroupNumber group) const {
        std::vector<AttendeeId> sitting;
        for (const AttendeeId& id : people) {
            if (group_of(event.state(), id) == group) sitting.push_back(id);
        }
        return sitting;
    }
    void come(GroupNumber group) {
        for (const AttendeeId& id : at_table(group)) event.come(id);
    }

    EventDesk event;
    std::vector<AttendeeId> people;
};

std::vector<GroupNumber> groups_of(const std::vector<TableCare>& tables) {
    std::vector<GroupNumber> groups;
    for (const TableCare& table : tables) groups.push_back(table.group);
    return groups;
}

using Groups = std::vector<GroupNumber>;

EveningPhase phase_at_instant(const EventDesk& event, const std::string& local_time) {
    return report_evening(event.state(), *instant_of(local_time)).value().phase;
}

}  // namespace

TEST_CASE("the evening goes from the doors to its end by the times of the event") {
    Evening evening;
    const auto phase_at = [&](const char *time) {
        evening.go_to(time);
        return evening.report().phase;
    };
    CHECK(phase_at("17:29") == EveningPhase::before);
    CHECK(phase_at("17:30") == EveningPhase::arrival);
    CHECK(phase_at("17:54") == EveningPhase::arrival);
    CHECK(phase_at("17:55") == EveningPhase::start);
    // The first question has just begun.
    CHECK(phase_at("18:14") == EveningPhase::start);
    CHECK(phase_at("18:15") == EveningPhase::talks);
    CHECK(phase_at("20:44") == EveningPhase::talks);
    CHECK(phase_at("20:45") == EveningPhase::closing);
    CHECK(phase_at("23:59") == EveningPhase::closing);
    evening.event.clock.advance_ms(minute_ms);
    CHECK(evening.report().phase == EveningPhase::over);
    // Whoever comes early opens the doors.
    evening.go_to("17:00");
    evening.event.come(evening.people[0]);
    CHECK(evening.report().phase == EveningPhase::arrival);
}

TEST_CASE("an event that does not say when it starts has no hours") {
    EventDesk event("");
    CHECK_FALSE(report_evening(event.state(), event.clock.wall_ms()));
}

TEST_CASE("without doors, an end or an agenda the hours go by the beginning") {
    EventDesk event;
    event.record(SettingsDescribed{FieldSetter<SettingField>{}.set(SettingField::ends, "").take()});
    const auto phase_at = [&](const char *time) {
        return phase_at_instant(event, std::string("2022-10-12T") + time);
    };
    CHECK(phase_at("17:59") == EveningPhase::before);
    CHECK(phase_at("18:00") == EveningPhase::start);
    CHECK(phase_at("18:05") == EveningPhase::talks);
    // Nobody has said when it ends.
    CHECK(phase_at("21:50") == EveningPhase::talks);
    CHECK(phase_at_instant(event, "2022-10-13T01:00") == EveningPhase::over);
}

TEST_CASE("an evening that goes on past midnight ends after it") {
    EventDesk event("2022-10-12T22:00");
    event.record(SettingsDescribed{
        FieldSetter<SettingField>{}.set(SettingField::ends, "2022-10-13T00:30").take()});
    const auto phase_at = [&](const char *time) { return phase_at_instant(event, time); };
    CHECK(phase_at("2022-10-12T23:59") == EveningPhase::talks);
    CHECK(phase_at("2022-10-13T00:14") == EveningPhase::talks);
    CHECK(phase_at("2022-10-13T00:15") == EveningPhase::closing);
}

TEST_CASE("what a device's clock says is corrected as what it records is") {
    EventDesk event;
    CHECK(corrected_now_ms(*event, 1'000) == 1'000);
    event.record(ClockMeasured{event->device(), 720'000});
    CHECK(corrected_now_ms(*event, 1'000) == 721'000);
}

TEST_CASE("a facilitator who is named and has not come is missed, and one who has is not") {
    Evening evening;
    CHECK(evening.report().facilitators == 0);
    const AttendeeId first = evening.at_table(1).front();
    const AttendeeId second = evening.at_table(2).front();
    evening.event.describe(1, GroupField::facilitator, to_string(first));
    evening.event.describe(2, GroupField::facilitator, to_string(second));
    evening.go_to("17:40");
    evening.event.come(second);
    EveningReport report = evening.report();
    CHECK(report.facilitators == 2);
    REQUIRE(groups_of(report.without_facilitator) == Groups{1});
    CHECK(report.without_facilitator[0].facilitator ==
          evening.event.state().find_attendee(first)->full_name());
    CHECK(report.without_facilitator[0].here == 0);
    CHECK(report.without_facilitator[0].expected == 4);
    evening.event.come(first);
    CHECK(evening.report().without_facilitator.empty());
    static_cast<void>(evening.event->check_out(first, EventDesk::staff));
    CHECK(groups_of(evening.report().without_facilitator) == Groups{1});
}

TEST_CASE("a table where fewer than four are is small, unless it is the only one") {
    Evening evening;
    evening.go_to("17:50");
    evening.come(1);
    for (std::size_t i = 0; i < 3; ++i) evening.event.come(evening.at_table(2)[i]);
    REQUIRE(groups_of(evening.report().small) == Groups{2});
    CHECK(evening.report().small[0].here == 3);
    // A table that nobody sits at is no other.
    evening.event.describe(3, GroupField::name, "Eken");
    CHECK(groups_of(evening.report().small) == Groups{2});
    evening.event.describe(1, GroupField::closed, "closed");
    CHECK(evening.report().small.empty());
}

TEST_CASE("a table that was opened for those who come late misses its facilitator, too") {
    Evening evening;
    evening.event.describe(3, GroupField::facilitator, to_string(evening.people[0]));
    const EveningReport report = evening.report();
    CHECK(groups_of(report.without_facilitator) == Groups{3});
    CHECK(report.tables == 2);
}

TEST_CASE("a table is silent ten minutes into a question, or ten minutes after its last note") {
    Evening evening;
    evening.come(1);
    evening.come(2);
    evening.go_to("18:19");
    CHECK(evening.report().silent.empty());
    evening.go_to("18:20");
    CHECK(groups_of(evening.report().silent) == Groups{1, 2});
    evening.event->write_note({1, 1, NoteKind::proposal, "Fika"}, EventDesk::staff);
    REQUIRE(groups_of(evening.report().silent) == Groups{2});
    evening.event.clock.advance_ms(10 * minute_ms);
    const EveningReport report = evening.report();
    REQUIRE(groups_of(report.silent) == Groups{1, 2});
    CHECK(report.silent[0].last_note_ms == *instant_of("2022-10-12T18:20"));
    CHECK_FALSE(report.silent[1].last_note_ms);
    CHECK(report.is_question_running);
    // In the break nobody is expected to write.
    evening.go_to("19:00");
    CHECK(evening.report().silent.empty());
    CHECK_FALSE(evening.report().is_question_running);
}

TEST_CASE("a question that does not say when it ends lasts until the next, or until the end") {
    Evening evening;
    evening.come(1);
    const auto ask = [&](QuestionNumber number, const char *starts) {
        evening.event.record(QuestionDescribed{number, FieldSetter<QuestionField>{}
                                                           .set(QuestionField::title, "Mer")
                                                           .set(QuestionField::starts, starts)
                                                           .take()});
    };
    ask(2, "2022-10-12T19:30");
    ask(3, "2022-10-12T20:00");
    evening.go_to("19:45");
    CHECK(groups_of(evening.report().silent) == Groups{1});
    // The next has just begun.
    evening.go_to("20:05");
    CHECK(evening.report().silent.empty());
    evening.go_to("20:44");
    CHECK(groups_of(evening.report().silent) == Groups{1});
}

TEST_CASE("a table where nobody is, is not silent") {
    Evening evening;
    evening.come(1);
    evening.go_to("18:30");
    CHECK(groups_of(evening.report().silent) == Groups{1});
}

TEST_CASE("those who came lately, are still to come, are here and have gone are counted") {
    Evening evening;
    evening.go_to("17:40");
    evening.event.come(evening.people[0]);
    evening.event.come(evening.people[1]);
    evening.go_to("17:46");
    evening.event.come(evening.people[2]);
    static_cast<void>(evening.event->check_out(evening.people[0], EventDesk::staff));
    const EveningReport report = evening.report();
    CHECK(report.came == 1);
    CHECK(report.still_to_come == 5);
    CHECK(report.here == 2);
    CHECK(report.gone == 1);
}

TEST_CASE("who is here stands in Swedish order, with their tables, until they go home") {
    EventDesk event;
    const AttendeeId oesten = event.add({"Östen", "Ek", "Eken"});
    const AttendeeId asa = event.add({"Åsa", "Ek", "Eken"});
    event.add({"Zita", "Ek", "Eken"});
    event->plan_groups(1, 1, EventDesk::staff);
    event.come(oesten);
    event.come(asa);
    const auto names = [&] {
        std::vector<std::string> found;
        for (const PersonHere& person : people_here(event.state(), event.clock.wall_ms()).people) {
            found.push_back(person.name);
        }
        return found;
    };
    CHECK(names() == std::vector<std::string>{"Åsa Ek", "Östen Ek"});
    const PersonHere first = people_here(event.state(), event.clock.wall_ms()).people[0];
    CHECK(first.organisation == "Eken");
    CHECK(first.group == 1);
    static_cast<void>(event->check_out(asa, EventDesk::staff));
    CHECK(names() == std::vector<std::string>{"Östen Ek"});
}

TEST_CASE("what people left behind is counted by people, while the evening ends") {
    Evening evening;
    evening.come(1);
    const AttendeeId asker = evening.at_table(1).front();
    for (const char *text : {"Lokaler?", "Bidrag?"}) {
        REQUIRE(evening.event->leave_message({MessageKind::contact, asker, text, "070", ""},
                                             EventDesk::staff) == FeedbackOutcome::kept);
    }
    evening.go_to("20:44");
    CHECK(evening.report().contacts == 0);
    evening.go_to("20:50");
    CHECK(evening.report().contacts == 1);
    CHECK(evening.report().joined == 0);
}

TEST_CASE("it says when all will be here at the pace of the last five minutes") {
    Evening evening;
    evening.go_to("17:40");
    CHECK_FALSE(evening.report().all_here_ms);
    evening.come(1);
    // Four came, four are still to come: five minutes more.
    CHECK(evening.report().all_here_ms == instant_of("2022-10-12T17:45"));
    // Nobody came lately.
    evening.go_to("17:50");
    CHECK_FALSE(evening.report().all_here_ms);
    evening.come(2);
    CHECK_FALSE(evening.report().all_here_ms);
}

TEST_CASE("a message to the tables ends by itself after half an hour, or before") {
    Evening evening;
    evening.go_to("18:20");
    const auto message = [&] {
        return table_message(evening.event.state(), evening.event.clock.wall_ms());
    };
    CHECK_FALSE(message());
    say_to_tables(*evening.event, " Fem minuter kvar ", evening.event.clock.wall_ms(),
                  actor::organiser);
    REQUIRE(message());
    CHECK(message()->text == "Fem minuter kvar");
    CHECK(message()->time_text == "18.20");
    evening.go_to("18:49");
    CHECK(message());
    evening.go_to("18:50");
    CHECK_FALSE(message());
    evening.go_to("18:30");
    say_to_tables(*evening.event, "  ", evening.event.clock.wall_ms(), actor::organiser);
    CHECK_FALSE(message());
}

TEST_CASE("what is no message to the tables says nothing") {
    Evening evening;
    evening.go_to("18:20");
    for (const char *setting : {"", "Hej", "2022-10-12T18:20", "2022-13-45T18:20 Hej"}) {
        CAPTURE(setting);
        evening.event.record(SettingsDescribed{{{number(SettingField::table_message), setting}}});
        CHECK_FALSE(table_message(evening.event.state(), evening.event.clock.wall_ms()));
    }
}

TEST_CASE("a meeting is ended once, whatever the clock says, and can be opened again") {
    Evening evening;
    evening.go_to("20:52");
    end_meeting(*evening.event, evening.event.clock.wall_ms(), actor::organiser);
    CHECK(evening.report().phase == EveningPhase::ended);
    CHECK(clock_text(evening.report().times.ended_ms.value()) == "20.52");
    evening.go_to("23:59");
    // Who ends it twice means the first time.
    end_meeting(*evening.event, evening.event.clock.wall_ms(), actor::organiser);
    CHECK(evening.event.state().setting(SettingField::ended) == "2022-10-12T20:52");
    reopen_meeting(*evening.event, actor::organiser);
    CHECK(evening.report().phase == EveningPhase::closing);
    CHECK_FALSE(evening.report().times.ended_ms);
}

TEST_CASE("a rehearsal that was ended before the evening does not end the evening") {
    Evening evening;
    evening.go_to("20:52");
    evening.event.record(SettingsDescribed{
        FieldSetter<SettingField>{}.set(SettingField::ended, "2022-10-11T15:00").take()});
    CHECK(evening.report().phase == EveningPhase::closing);
    end_meeting(*evening.event, evening.event.clock.wall_ms(), actor::organiser);
    CHECK(evening.report().phase == EveningPhase::ended);
}

TEST_CASE(
    "before the end it is told who is here, which tables chose nothing, and what is half-written") {
    Evening evening;
    evening.come(1);
    evening.go_to("20:30");
    evening.event->write_note({1, 1, NoteKind::proposal, "Fika"}, EventDesk::staff);
    const NoteId chosen =
        evening.event->write_note({2, 1, NoteKind::proposal, "Bänkar"}, EventDesk::staff);
    evening.event.record(NoteMarked{chosen, {{number(FollowUpField::chosen), "chosen"}}});
    evening.event->drafts().save("table 1", "1\n1\nHalvskrivet");
    const OpenAtEnd open = open_at_end(*evening.event, evening.event.clock.wall_ms());
    CHECK(open.here.count() == 4);
    CHECK(open.not_chosen == std::vector<GroupNumber>{1});
    CHECK(open.drafts == 1);
}

}  // namespace stormote
