#include "sync/model/agenda.h"

#include <catch2/catch.hpp>

#include "sync/base/assets.h"
#include "sync/base/local_time.h"
#include "sync/model/operation_limits.h"
#include "tests/support/record/operation_maker.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const AttendeeId asa = small_id<AttendeeId>(1);

AgendaQuestion question(QuestionNumber number, const std::string& starts, const std::string& ends,
                        RoundNumber round = 1) {
    const auto at = [](const std::string& clock) {
        return clock.empty() ? "" : "2022-10-12T" + clock;
    };
    return {number, "Fråga " + std::to_string(number), "", at(starts), at(ends), round};
}

// An evening from 18:00 to 21:00, with doors at 17:30.
class Evening {
  public:
    Evening() {
        FieldSetter<SettingField> fields;
        fields.set(SettingField::starts, "2022-10-12T18:00")
            .set(SettingField::ends, "2022-10-12T21:00")
            .set(SettingField::doors, "2022-10-12T17:30");
        say(SettingsDescribed{fields.take()});
    }
    void say(BodyContent content) { state.fold(device_.make(std::move(content))); }
    // Everything that has to be said so that the agenda is this one; how many things those are.
    std::size_t become(const Agenda& agenda) {
        const std::vector<Body> bodies = change_agenda(state, agenda);
        for (const Body& body : bodies) say(body.content);
        return bodies.size();
    }
    [[nodiscard]] std::vector<std::string> faults(const Agenda& agenda) const {
        std::vector<std::string> sentences;
        for (const AgendaFault& fault : check_agenda(state, agenda)) {
            sentences.push_back(fault.message.english());
        }
        return sentences;
    }
    void plan_rounds(std::size_t count) {
        GroupsPlanned plan;
        for (std::size_t i = 0; i < count; ++i) {
            plan.rounds.push_back({{asa, static_cast<GroupNumber>(i + 1)}});
        }
        say(plan);
    }
    [[nodiscard]] RoundTime at(const std::string& clock) const {
        return round_time(state, *instant_of("2022-10-12T" + clock));
    }

    EventState state;

  private:
    OperationMaker device_{1};
};

using Sentences = std::vector<std::string>;

}  // namespace

TEST_CASE("an agenda becomes another one, and saying it again changes nothing") {
    Evening evening;
    Agenda agenda{{question(1, "18:50", "19:15"), question(2, "19:15", "19:40", 2)},
                  {{"17:30", "Mingelfika"}, {"18:30", "Inledning"}}};
    CHECK(evening.become(agenda) == 3);
    CHECK(agenda_of(evening.state).questions == agenda.questions);
    CHECK(agenda_of(evening.state).programme == agenda.programme);
    CHECK(evening.become(agenda) == 0);
    agenda.questions.erase(agenda.questions.begin());
    agenda.programme.clear();
    CHECK(evening.become(agenda) == 2);
    CHECK(agenda_questions(evening.state) == agenda.questions);
    CHECK(programme_of(evening.state).empty());
    CHECK(evening.become(agenda) == 0);
}

TEST_CASE("a question without a round of its own is discussed in that of the one before") {
    Evening evening;
    evening.say(QuestionDescribed{1, {{1, "A"}}});
    evening.say(QuestionDescribed{2, {{1, "B"}, {5, "2"}}});
    evening.say(QuestionDescribed{3, {{2, "C?"}, {5, "x"}}});
    const auto questions = agenda_questions(evening.state);
    REQUIRE(questions.size() == 3);
    CHECK(questions[0].round == 1);
    CHECK(questions[1].round == 2);
    CHECK(questions[2].round == 2);
    CHECK(questions[2].name() == "C?");
    CHECK(questions[2].numbered() == "3 C?");
}

TEST_CASE("an agenda that cannot be kept is told apart by question, and what is wrong with it") {
    const Evening evening;
    CHECK(evening.faults({{question(1, "18:50", "19:15")}, {{"17:30", "Mingelfika"}}}).empty());
    CHECK(evening.faults({{question(1, "19:15", "18:50")}, {}}) ==
          Sentences{"The question ends at 18:50, before it begins at 19:15."});
    CHECK(evening.faults({{question(1, "17:00", "18:50")}, {}}) ==
          Sentences{"17:00 to 18:50 is outside the event, which is from 17:30 to 21:00."});
    CHECK(evening.faults({{question(1, "18:50", "")}, {}}) ==
          Sentences{"A question that has a time has both a beginning and an end."});
    CHECK(evening.faults({{question(1, "18:50", "19:15"), question(2, "19:10", "19:40")}, {}}) ==
          Sentences{"Question 2 begins at 19:10, before question 1 ends at 19:15. Number the "
                    "questions in the order of the evening."});
    CHECK(evening.faults({{question(1, "", "", 2), question(2, "", "", 1)}, {}}) ==
          Sentences{"Question 2 is discussed in round 1, after question 1 in round 2. Number the "
                    "questions in the order of the evening."});
    CHECK(evening.faults({{AgendaQuestion{1, "", "", "", "", 1}}, {{"", "Fika"}, {"18:00", ""}}}) ==
          Sentences{"The question is missing.",
                    "A programme item needs the time at which it begins.",
                    "The programme item has no name."});
    CHECK(evening.faults({{question(1, "", "", 10)}, {}}) ==
          Sentences{"An evening has at most 9 rounds."});
    Agenda long_one;
    for (QuestionNumber number = 1; number <= 13; ++number) {
        long_one.questions.push_back(question(number, "", ""));
    }
    long_one.questions.back().title = std::string(61, 'x');
    CHECK(evening.faults(long_one) ==
          Sentences{"There are 13 questions, but the agenda takes at most 12.",
                    "The text is longer than 60 characters: it has 61. Make it shorter."});
}

TEST_CASE("a question that groups have written under cannot be left out") {
    Evening evening;
    evening.become({{question(1, "", ""), question(2, "", "")}, {}});
    const NoteId note = small_id<NoteId>(1);
    evening.say(NoteWritten{note, 1, 2, NoteKind::point, NoteState::standing, "En punkt", {}});
    CHECK(evening.faults({{question(1, "", "")}, {}}) ==
          Sentences{"Question 2 is left out, but the groups have written under it: 1. Keep it."});
    CHECK(evening.faults({{question(2, "", "")}, {}}).empty());
}

TEST_CASE("the round of a moment follows the times of the questions") {
    Evening evening;
    evening.become({{question(1, "18:50", "19:15", 1), question(2, "19:15", "19:40", 1),
                     question(3, "20:00", "20:30", 2), question(4, "20:30", "20:55", 3)},
                    {}});
    CHECK(evening.at("20:45").now == 1);  // nobody has a seat in another round
    evening.plan_rounds(3);
    CHECK(evening.at("17:30").now == 1);
    CHECK(evening.at("19:39").now == 1);
    CHECK_FALSE(evening.at("19:39").changing_from);
    // The break belongs to the second round: people go where they are to sit.
    CHECK(evening.at("19:40").now == 2);
    CHECK(evening.at("19:40").changing_from == 1);
    CHECK(evening.at("19:40").starts == "2022-10-12T20:00");
    CHECK(evening.at("20:04").changing_from == 1);
    CHECK_FALSE(evening.at("20:05").changing_from);
    CHECK(evening.at("20:29").now == 2);
    CHECK(evening.at("20:30").now == 3);
    CHECK(evening.at("20:30").changing_from == 2);
    CHECK(evening.at("23:00").now == 3);
    CHECK_FALSE(evening.at("23:00").changing_from);
    CHECK(round_start(evening.state, 3) == "2022-10-12T20:30");
    CHECK(round_start(evening.state, 4).empty());
}

TEST_CASE("rounds beyond those of the plan are talked through in its last one") {
    Evening evening;
    evening.become({{question(1, "18:50", "19:15", 1), question(2, "19:15", "19:40", 2),
                     question(3, "19:40", "20:00", 3)},
                    {}});
    evening.plan_rounds(2);
    CHECK(evening.at("19:50").now == 2);
    CHECK_FALSE(evening.at("19:50").changing_from);
}

TEST_CASE("times that another device wrote in another way are no times, and break nothing") {
    Evening evening;
    evening.say(QuestionDescribed{1, {{1, "A"}, {3, "18:50"}, {4, "x"}}});
    REQUIRE(agenda_questions(evening.state).size() == 1);
    CHECK(agenda_questions(evening.state)[0].starts.empty());
    EventState bare;
    CHECK(check_agenda(bare, {{question(1, "18:50", "19:15")}, {}}).empty());
}

TEST_CASE("an evening that goes on past midnight has the times of two days") {
    Evening evening;
    CHECK(time_of_evening(evening.state, "17:30") == "2022-10-12T17:30");
    CHECK(time_of_evening(evening.state, "00:15") == "2022-10-12T00:15");
    FieldSetter<SettingField> fields;
    fields.set(SettingField::ends, "2022-10-13T01:00");
    evening.say(SettingsDescribed{fields.take()});
    CHECK(time_of_evening(evening.state, "00:15") == "2022-10-13T00:15");
    CHECK(time_of_evening(evening.state, "18:50") == "2022-10-12T18:50");
}

TEST_CASE("a question is asked in a further language until its own words are changed") {
    Evening evening;
    AgendaQuestion first = question(1, "18:00", "19:00");
    first.titles[0] = "Question 1";
    REQUIRE(evening.become({{first}, {}}) == 1);
    const auto asked = [&](std::string_view language) {
        return agenda_questions(evening.state).front().in(language).title;
    };
    CHECK(asked("en") == "Question 1");
    CHECK(asked("fi") == "Fråga 1");
    CHECK(asked("sv") == "Fråga 1");
    CHECK(asked("xx") == "Fråga 1");
    CHECK(evening.become(agenda_of(evening.state)) == 0);
    // Somebody who knows of no languages says it otherwise.
    evening.say(QuestionDescribed{1, {{number(QuestionField::title), "Nytt"}}});
    CHECK(asked("en") == "Nytt");
    CHECK(evening.state.questions().at(1).all().back().first < fields_of_a_language);
    evening.become({{first}, {}});
    CHECK(asked("en") == "Question 1");
}

TEST_CASE("the translations of a programme go with its items when the evening is put off") {
    Evening evening;
    ProgrammeItem coffee{"17:30", "Fika"};
    coffee.titles[1] = "Kahvit";
    REQUIRE(evening.become({{}, {coffee, {"18:30", "Inledning"}}}) == 1);
    const auto before = programme_of(evening.state);
    CHECK(before[0].title_in("fi") == "Kahvit");
    CHECK(before[0].title_in("en") == "Fika");
    CHECK(before[1].title_in("fi") == "Inledning");
    coffee.starts = "17:35";
    evening.become({{}, {coffee, {"18:35", "Inledning"}}});
    CHECK(programme_of(evening.state)[0].title_in("fi") == "Kahvit");
    CHECK(programme_of(evening.state)[0].starts == "17:35");
    CHECK(evening.become(agenda_of(evening.state)) == 0);
    evening.say(
        SettingsDescribed{{{number(SettingField::programme), "17:35 Mingel\n18:35 Start"}}});
    CHECK(programme_of(evening.state)[0].title_in("fi") == "Mingel");
}

TEST_CASE("a field in a further language has a number that no field of ours has") {
    const SettingField name = translated(SettingField::name, further_languages.size() - 1);
    CHECK(number(name) <= largest_field_number);
    CHECK(is_translation(name));
    CHECK_FALSE(is_translation(SettingField::table_message));
    CHECK(original_of(name) == SettingField::name);
    CHECK(further_language("sv") == std::nullopt);
    // Every language of the screens beside Swedish.
    CHECK(further_languages.size() + 1 == screen_languages.size());
    for (const std::string_view tag : screen_languages) {
        CHECK((tag == "sv" || further_language(tag).has_value()));
    }
}

TEST_CASE("a meeting that was ended before it starts was a rehearsal, and goes on") {
    Evening evening;
    CHECK_FALSE(meeting_ended_ms(evening.state));
    const auto end_at = [&](const char *when) {
        evening.say(
            SettingsDescribed{FieldSetter<SettingField>{}.set(SettingField::ended, when).take()});
        return meeting_ended_ms(evening.state);
    };
    CHECK(end_at("2022-10-12T20:52") == instant_of("2022-10-12T20:52"));
    CHECK(end_at("2022-10-12T18:00") == instant_of("2022-10-12T18:00"));
    CHECK_FALSE(end_at("2022-10-11T20:52"));
    CHECK_FALSE(end_at(""));
}
