// What people leave behind on the way out: what is kept at once, what waits, and until when.
#include <algorithm>

#include <catch2/catch.hpp>

#include "kiosk/desk/evening/meeting_end.h"
#include "sync/base/local_time.h"
#include "sync/journal/drafts/waiting_queue.h"
#include "tests/support/record/central_harness.h"
#include "tests/support/record/event_desk.h"
#include "tests/support/record/operation_maker.h"
#include "tests/support/record/replica.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

constexpr Actor attendee{ActingRole::attendee};
constexpr std::int64_t hour_ms = 3'600'000;

class Evening {
  public:
    Evening() {
        ask(1, {{1, "Hur var kvällen?"}, {2, "scale"}});
        ask(2, {{1, "Kommer du igen?"}, {2, "yes_no"}});
        ask(3, {{1, "Vad tar du med dig?"}, {2, "text"}});
        FieldSetter<SettingField> fields;
        fields.set(SettingField::agreement, "Lokal överenskommelse")
            .set(SettingField::departments, "Kultur och fritid\n\n Skola \n");
        event.record(SettingsDescribed{fields.take()});
        asa = event.add({"Åsa", "Öberg", "Hembygdsföreningen"});
    }

    void ask(SurveyNumber number, FieldTexts fields) {
        event.record(SurveyQuestionDescribed{number, std::move(fields)});
    }
    // Everybody answers otherwise.
    void answer(int times) {
        for (int i = 0; i < times; ++i) {
            REQUIRE(event->give_answers({{3, "Svar " + std::to_string(i)}}, attendee) ==
                    FeedbackOutcome::kept);
        }
    }
    void pass(std::int64_t duration_ms) { event.clock.advance_ms(duration_ms); }
    // To the event's end, whatever the zone of the machine.
    void end() { event.clock.advance_ms(*instant_of("2022-10-12T21:00") - event.clock.wall_ms()); }
    [[nodiscard]] std::size_t waiting() { return event->journal().waiting().count(); }
    [[nodiscard]] std::size_t sheets() { return event.state().answer_sheets().size(); }
    [[nodiscard]] std::uint64_t recorded() { return event->journal().heads()[0].head.sequence; }

    EventDesk event;
    AttendeeId asa;
};

std::vector<SurveyAnswer> only_sheet(const EventState& state) {
    REQUIRE(state.answer_sheets().size() == 1);
    return state.answer_sheets().begin()->second.answers;
}

}  // namespace

TEST_CASE("the way out offers the survey, the agreement and the departments") {
    Evening evening;
    const WayOut offer = way_out(evening.event.state());
    REQUIRE(offer.questions.size() == 3);
    REQUIRE(offer.agreement == "Lokal överenskommelse");
    REQUIRE(offer.agreement_text.empty());
    REQUIRE(offer.departments == std::vector<std::string>{"Kultur och fritid", "Skola"});
    REQUIRE(way_out(EventState{}).questions.empty());
}

TEST_CASE("answers are kept on the disk and are not in the record before the end") {
    Evening evening;
    const std::uint64_t before = evening.recorded();
    REQUIRE(evening.event->give_answers({{2, "yes"}, {1, "4"}}, attendee) == FeedbackOutcome::kept);
    REQUIRE(evening.recorded() == before);
    REQUIRE(evening.sheets() == 0);
    evening.event.reopen();
    REQUIRE(evening.waiting() == 1);
    REQUIRE(evening.sheets() == 0);
    evening.end();
    evening.event.reopen();
    REQUIRE(evening.waiting() == 0);
    REQUIRE(only_sheet(evening.event.state()) == std::vector<SurveyAnswer>{{1, "4"}, {2, "yes"}});
    REQUIRE(evening.recorded() == before + 1);
}

TEST_CASE("answers to what is not asked, and what is no answer, are left out") {
    Evening evening;
    REQUIRE(evening.event->give_answers({}, attendee) == FeedbackOutcome::empty);
    REQUIRE(evening.event->give_answers({{1, "6"}, {2, "ja"}, {3, "  "}, {9, "5"}}, attendee) ==
            FeedbackOutcome::empty);
    REQUIRE(evening.waiting() == 0);
    const std::string longest(longest_answer, 'a');
    REQUIRE(evening.event->give_answers({{3, longest + "a"}}, attendee) ==
            FeedbackOutcome::too_long);
    REQUIRE(evening.event->give_answers({{9, "5"}, {3, "x"}, {3, " " + longest + " "}}, attendee) ==
            FeedbackOutcome::kept);
    evening.end();
    REQUIRE(evening.event->release_waiting(Occasion::opening) == 1);
    REQUIRE(only_sheet(evening.event.state()) == std::vector<SurveyAnswer>{{3, longest}});
}

TEST_CASE("staff who closes the kiosk before the end releases more than five answers, not fewer") {
    Evening evening;
    REQUIRE(evening.event->release_waiting(Occasion::by_staff) == 0);
    evening.answer(5);
    REQUIRE(evening.event->release_waiting(Occasion::by_staff) == 0);
    REQUIRE(evening.waiting() == 5);
    evening.answer(1);
    REQUIRE(evening.event->release_waiting(Occasion::opening) == 0);
    REQUIRE(evening.event->release_waiting(Occasion::running) == 0);
    REQUIRE(evening.event->release_waiting(Occasion::by_staff) == 6);
    REQUIRE(evening.sheets() == 6);
    evening.answer(1);
    REQUIRE(evening.event->release_waiting(Occasion::by_staff) == 0);
    evening.end();
    REQUIRE(evening.event->release_waiting(Occasion::by_staff) == 1);
    REQUIRE(evening.sheets() == 7);
}

TEST_CASE("what waits is released once an organiser has ended the meeting before its time") {
    Evening evening;
    evening.answer(1);
    const std::int64_t ended_ms = *instant_of("2022-10-12T20:00");
    evening.pass(ended_ms - evening.event.clock.wall_ms());
    end_meeting(*evening.event, ended_ms, EventDesk::staff);
    evening.pass(hour_ms / 4);
    REQUIRE(evening.event->release_waiting(Occasion::running) == 0);
    REQUIRE(evening.event->release_waiting(Occasion::by_staff) == 1);
    evening.answer(1);
    reopen_meeting(*evening.event, EventDesk::staff);
    REQUIRE(evening.event->release_waiting(Occasion::by_staff) == 0);
}

TEST_CASE("a kiosk that runs on releases what waits an hour after the end") {
    Evening evening;
    evening.answer(1);
    evening.end();
    REQUIRE(evening.event->release_waiting(Occasion::running) == 0);
    evening.pass(hour_ms - 1);
    REQUIRE(evening.event->release_waiting(Occasion::running) == 0);
    evening.pass(1);
    REQUIRE(evening.event->release_waiting(Occasion::running) == 1);
}

TEST_CASE("an event without an end releases when it is opened or closed, never while it runs") {
    const EventState state;
    REQUIRE(is_release_due(state, Occasion::opening, 0, 1));
    REQUIRE(is_release_due(state, Occasion::by_staff, 0, 1));
    REQUIRE_FALSE(is_release_due(state, Occasion::running, 1'000'000'000'000'000, 9));
}

TEST_CASE("what is released stands in another order than it was given in") {
    std::size_t in_order = 0;
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        EventDesk event("2022-10-12T18:00", seed);
        event.record(SurveyQuestionDescribed{3, {{1, "Vad?"}, {2, "text"}}});
        std::vector<std::string> given;
        for (int i = 0; i < 6; ++i) {
            given.push_back(std::to_string(i));
            event->give_answers({{3, given.back()}}, attendee);
        }
        const DeviceHead head = event->journal().heads()[0];
        REQUIRE(event->release_waiting(Occasion::by_staff) == 6);
        std::vector<std::string> recorded;
        for (const Operation& operation :
             event->journal().operations_after(head.device, head.head.sequence, 10)) {
            const auto body = decode_body(operation.header.kind, operation.body->bytes);
            recorded.push_back(std::get<AnswersGiven>(body->content).answers.front().text);
        }
        if (recorded == given) ++in_order;
        std::sort(recorded.begin(), recorded.end());
        REQUIRE(recorded == given);
    }
    REQUIRE(in_order < 2);
}

TEST_CASE("a file restored from a backup releases its answers again, and they count once") {
    const TemporaryFolder folder;
    CentralHarness central(folder / "central.db", 1);
    Replica replica(folder / "entrance", 1, EventDesk::evening_ms);
    StoreClient client(central.connection(), replica.desk().event(),
                       central.enrol(replica.desk().event(), "Entré"));
    const std::vector<Body> bodies{
        {{}, ActingRole::organiser, SettingsDescribed{{{3, "2022-10-12T21:00"}}}},
        {{}, ActingRole::organiser, SurveyQuestionDescribed{1, {{1, "Vad?"}, {2, "text"}}}}};
    replica.desk().record(bodies);
    for (int i = 0; i < 6; ++i) {
        replica.desk().give_answers({{1, std::to_string(i)}}, attendee);
    }
    const DiskCopy backup = replica.back_up();
    REQUIRE(replica.desk().release_waiting(Occasion::by_staff) == 6);
    REQUIRE(replica.exchange(client));
    replica.restore_file(backup);
    REQUIRE(replica.desk().state().answer_sheets().empty());
    REQUIRE(replica.desk().release_waiting(Occasion::by_staff) == 6);
    REQUIRE(replica.exchange(client));
    const auto operations = replica.operations();
    REQUIRE(std::count_if(operations.begin(), operations.end(), [](const auto& operation) {
                return operation.header.kind == OperationKind::answers_given;
            }) == 12);
    REQUIRE(replica.desk().state().answer_sheets().size() == 6);
}

TEST_CASE("a signed comment is recorded at once, with who wrote it and for whom") {
    Evening evening;
    REQUIRE(evening.event->leave_message(
                {MessageKind::comment, evening.asa, " Bra kväll!\n\nTack. \n", "", "Skola"},
                attendee) == FeedbackOutcome::kept);
    REQUIRE(evening.waiting() == 0);
    REQUIRE(evening.event.state().messages().size() == 1);
    const auto& [key, message] = *evening.event.state().messages().begin();
    REQUIRE(key.person == evening.asa);
    REQUIRE(message.content.text == "Bra kväll!\n\nTack.");
    REQUIRE(message.content.department == "Skola");
    REQUIRE(message.wall_ms == evening.event.clock.wall_ms());
}

TEST_CASE("an anonymous comment waits like an answer, without anybody in it") {
    Evening evening;
    REQUIRE(evening.event->leave_message({MessageKind::comment, {}, "För kallt", "", ""},
                                         attendee) == FeedbackOutcome::kept);
    REQUIRE(evening.event.state().messages().empty());
    evening.end();
    REQUIRE(evening.event->release_waiting(Occasion::by_staff) == 1);
    const auto& [key, message] = *evening.event.state().messages().begin();
    REQUIRE_FALSE(key.person);
    REQUIRE(message.content.text == "För kallt");
}

TEST_CASE("a message that says nothing, too much, or comes from nobody, is refused") {
    Evening evening;
    const auto leave = [&](const NewMessage& message) {
        return evening.event->leave_message(message, attendee);
    };
    REQUIRE(leave({MessageKind::comment, evening.asa, " \n ", "", ""}) == FeedbackOutcome::empty);
    REQUIRE(leave({MessageKind::comment, {}, "", "", ""}) == FeedbackOutcome::empty);
    REQUIRE(leave({MessageKind::comment, {}, std::string(longest_message + 1, 'a'), "", ""}) ==
            FeedbackOutcome::too_long);
    REQUIRE(leave({MessageKind::contact, evening.asa, "", std::string(longest_reach + 1, '0'),
                   ""}) == FeedbackOutcome::too_long);
    REQUIRE(leave({MessageKind::contact, {}, "Ring", "070", ""}) == FeedbackOutcome::nobody);
    REQUIRE(leave({MessageKind::comment, small_id<AttendeeId>(9), "Hej", "", ""}) ==
            FeedbackOutcome::nobody);
    REQUIRE(evening.event.state().messages().empty());
    REQUIRE(evening.waiting() == 0);
}

TEST_CASE("who wants to be contacted says how, unless it is registered") {
    Evening evening;
    const auto ask = [&](const AttendeeId& person, const char *reach) {
        return evening.event->leave_message({MessageKind::contact, person, "", reach, ""},
                                            attendee);
    };
    REQUIRE(ask(evening.asa, " ") == FeedbackOutcome::unreachable);
    REQUIRE(ask(evening.asa, "070-123 45 67") == FeedbackOutcome::kept);
    TestPerson omar{"Omar", "Ek"};
    omar.email = "omar@example.org";
    REQUIRE(ask(evening.event.add(omar), "") == FeedbackOutcome::kept);
    REQUIRE(evening.event.state().messages().size() == 2);
}

TEST_CASE("an organisation joins by one of its people, on the day, and once") {
    Evening evening;
    const AttendeeId omar = evening.event.add({"Omar", "Ek", "Hembygdsföreningen"});
    const OrganisationId organisation = evening.event->organisation_id("Hembygdsföreningen");
    REQUIRE(joining_of(evening.event.state(), evening.asa) == Joining::joined);
    REQUIRE(evening.event->join_agreement(evening.asa, attendee) == Joining::joined);
    REQUIRE(evening.event.state().organisation(organisation, OrganisationField::joined) ==
            "2022-10-12");
    const auto& [key, message] = *evening.event.state().messages().begin();
    REQUIRE(key.person == evening.asa);
    REQUIRE(message.content.kind == MessageKind::joining);
    REQUIRE(message.content.text == "Lokal överenskommelse");
    const std::uint64_t recorded = evening.recorded();
    REQUIRE(evening.event->join_agreement(omar, attendee) == Joining::joined_already);
    REQUIRE(evening.recorded() == recorded);
    REQUIRE(evening.event->take_back_joining(organisation, attendee));
    REQUIRE_FALSE(evening.event->take_back_joining(organisation, attendee));
    REQUIRE(evening.event->join_agreement(omar, attendee) == Joining::joined);
}

TEST_CASE(
    "nobody joins without an organisation, for the municipality, or where nothing is to join") {
    Evening evening;
    const AttendeeId alone = evening.event.add({"Bo", "Ek"});
    const AttendeeId official =
        evening.event.add({"Eva", "Ek", "Ekbackens kommun", AttendeeRole::official});
    const auto join = [&](const AttendeeId& person) {
        return evening.event->join_agreement(person, attendee);
    };
    REQUIRE(join(alone) == Joining::no_organisation);
    REQUIRE(join(official) == Joining::municipality);
    REQUIRE(join(small_id<AttendeeId>(9)) == Joining::nobody);
    evening.event.record(SettingsDescribed{{{number(SettingField::agreement), ""}}});
    REQUIRE(join(evening.asa) == Joining::no_agreement);
    REQUIRE(evening.event.state().messages().empty());
}
