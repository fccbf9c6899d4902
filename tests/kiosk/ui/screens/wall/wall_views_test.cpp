// What the wall shows at each hour of an evening, and what it never shows.
#include "kiosk/ui/screens/wall/wall_views.h"

#include <catch2/catch.hpp>

#include "kiosk/ui/screens/wall/wall_news.h"
#include "sync/base/local_time.h"
#include "tests/support/record/event_desk.h"
#include "tests/support/record/operation_maker.h"
#include "tests/support/screens/ui_driver.h"

namespace stormote {

using testing::EventDesk;
using testing::small_id;
using testing::TestPerson;

namespace {

// Doors at 17.30, from 18.00 to 21.00; questions from 18.50 to 19.15 and from 19.30 to 20.10.
class Evening : public EventDesk {
  public:
    Evening() {
        clock.set_wall_ms(*instant_of("2022-10-12T18:50"));
        set(SettingField::doors, "2022-10-12T17:30");
        set(SettingField::place, "Matsalen");
        set(SettingField::programme, "17:30 Mingelfika\n18:30 Inledning\n19:15 Kaffe");
        ask(1, "Kontakt", "Hur håller vi kontakten?", "18:50", "19:15");
        ask(2, "Mål", "Vilka mål delar vi?", "19:30", "20:10");
    }

    void set(SettingField field, const std::string& text) {
        record(SettingsDescribed{FieldSetter<SettingField>{}.set(field, text).take()});
    }
    void ask(QuestionNumber number, const char *title, const char *text, const std::string& starts,
             const std::string& ends) {
        FieldSetter<QuestionField> fields;
        fields.set(QuestionField::title, title).set(QuestionField::text, text);
        if (!starts.empty()) {
            fields.set(QuestionField::starts, "2022-10-12T" + starts)
                .set(QuestionField::ends, "2022-10-12T" + ends);
        }
        record(QuestionDescribed{number, fields.take()});
    }
    NoteId say(QuestionNumber question, const std::string& text,
               NoteKind kind = NoteKind::proposal) {
        clock.advance_ms(1'000);
        return (*this)->write_note({1, question, kind, text}, actor::facilitator);
    }
    void let_on(const NoteId& id, WallPlace place = WallPlace::shown) {
        for (const WallNote& note : wall_notes(state())) {
            if (note.id == id) {
                (void)place_on_wall(**this, id, note.version, place, actor::organiser);
            }
        }
    }
    [[nodiscard]] WallView at(const std::string& time) const {
        return wall_view(state(), *instant_of("2022-10-12T" + time), texts);
    }

    Texts texts;
};

std::vector<std::string> texts_of(const WallView& view) {
    std::vector<std::string> texts;
    for (const WallProposal& proposal : view.proposals) texts.push_back(proposal.text);
    return texts;
}

// All that can be read on the wall.
std::string read_aloud(UiDriver& driver, const WallView& view) {
    driver.show([view](Ui& ui) { draw_wall(ui, view); });
    std::string words;
    for (const RecordedItem& item : driver.record().items()) words += item.label + '\n';
    return words;
}

}  // namespace

TEST_CASE("before the doors open, the wall says what it is and when it begins") {
    Evening event;
    const WallView view = event.at("17:00");
    CHECK(view.scene == WallScene::before);
    CHECK(view.title == "Stormöte");
    CHECK(view.detail == "Matsalen");
    CHECK(view.next == "We begin at 18.00");
}

TEST_CASE("beside the questions, the wall says what goes on and what comes then") {
    Evening event;
    WallView view = event.at("17:45");
    CHECK(view.scene == WallScene::pause);
    CHECK(view.title == "Mingelfika");
    CHECK(view.detail == "Until 18.30");
    CHECK(view.next == "Then: Inledning");
    view = event.at("18:40");
    CHECK(view.title == "Inledning");
    CHECK(view.next == "Then: Kontakt");
    view = event.at("19:20");
    CHECK(view.title == "Kaffe");
    CHECK(view.next == "Then: Mål");
}

TEST_CASE("where nothing is planned between two questions, the next one is announced") {
    Evening event;
    event.set(SettingField::programme, "");
    WallView view = event.at("17:45");
    CHECK(view.scene == WallScene::before);
    view = event.at("19:20");
    CHECK(view.scene == WallScene::pause);
    CHECK(view.kicker == "Coming up");
    CHECK(view.title == "Mål");
    CHECK(view.detail == "Begins at 19.30");
}

TEST_CASE("during a question the wall shows it, the time left and its own notes") {
    Evening event;
    const NoteId first = event.say(1, "Fler möten");
    const NoteId second = event.say(1, "Ett brev");
    const NoteId other = event.say(2, "Ett mål");
    event.say(1, "Ingen har släppt fram mig");
    for (const NoteId& note : {second, other, first}) event.let_on(note);
    const WallView view = event.at("18:55");
    CHECK(view.scene == WallScene::question);
    CHECK(view.kicker == "Question 1 of 2");
    CHECK(view.title == "Hur håller vi kontakten?");
    REQUIRE(view.time);
    CHECK(view.time->minutes_left == 20);
    CHECK(view.time->share_left == Approx(0.8));
    CHECK(view.written_count == 3);
    CHECK(texts_of(view) == std::vector<std::string>{"Fler möten", "Ett brev"});
    CHECK(texts_of(event.at("19:40")) == std::vector<std::string>{"Ett mål"});
}

TEST_CASE("the wall changes once a minute where nothing else does") {
    Evening event;
    const auto starts = *instant_of("2022-10-12T18:55");
    const WallView view = wall_view(event.state(), starts, event.texts);
    CHECK(wall_view(event.state(), starts + 59'000, event.texts).time->minutes_left == 20);
    CHECK(wall_view(event.state(), starts + 1'000, event.texts) ==
          wall_view(event.state(), starts + 59'999, event.texts));
    CHECK_FALSE(view == wall_view(event.state(), starts + 60'000, event.texts));
}

TEST_CASE("after the last question the wall shows what was chosen, and how the evening was") {
    Evening event;
    event.come(event.add({"Åsa", "Öberg", "Eken"}));
    event.let_on(event.say(1, "Fler möten"));
    WallView view = event.at("20:30");
    CHECK(view.scene == WallScene::chosen);
    CHECK_FALSE(view.are_chosen);
    CHECK(view.title == "What you proposed");
    CHECK(texts_of(view) == std::vector<std::string>{"Fler möten"});
    event.let_on(event.say(2, "Ett mål", NoteKind::commitment), WallPlace::chosen);
    event.let_on(event.say(1, "Ett brev"), WallPlace::chosen);
    view = event.at("20:30");
    CHECK(view.are_chosen);
    CHECK(view.title == "What you chose");
    CHECK(texts_of(view) == std::vector<std::string>{"Ett mål", "Ett brev"});
    const std::vector<WallFigure> figures{{"1", "Participants"},
                                          {"1", "Associations"},
                                          {"3", "Notes made"},
                                          {"1", "Commitments made"}};
    CHECK(view.figures == figures);
}

TEST_CASE("when the event is over the wall says thanks") {
    Evening event;
    const WallView view = event.at("21:00");
    CHECK(view.scene == WallScene::thanks);
    CHECK(view.title == "Thank you for this evening!");
}

TEST_CASE("a meeting that is ended before its time is thanked for at once") {
    Evening event;
    event.record(SettingsDescribed{
        FieldSetter<SettingField>{}.set(SettingField::ended, "2022-10-12T18:20").take()});
    CHECK(event.at("18:20").scene == WallScene::thanks);
}

TEST_CASE("an agenda without times still has its notes on the wall") {
    EventDesk bare;
    const Texts texts;
    bare.record(QuestionDescribed{
        1, FieldSetter<QuestionField>{}.set(QuestionField::title, "Kontakt").take()});
    const NoteId note =
        bare->write_note({1, 1, NoteKind::proposal, "Ett brev"}, actor::facilitator);
    (void)place_on_wall(*bare, note, wall_notes(bare.state()).front().version, WallPlace::shown,
                        actor::organiser);
    const WallView view = wall_view(bare.state(), *instant_of("2022-10-12T19:00"), texts);
    CHECK(view.scene == WallScene::question);
    CHECK_FALSE(view.time);
    CHECK(view.title == "Stormöte");
    CHECK(texts_of(view) == std::vector<std::string>{"Ett brev"});
}

TEST_CASE("no name of anybody is ever on the wall, whoever let it there") {
    Evening event;
    UiDriver driver;
    const std::vector<TestPerson> people{
        {"Åsa", "Öberg", "Eken"}, {"Omar", "Al-Hamid", "Bron"}, {"Anna-Maria", "von Ek", "Eken"}};
    std::vector<std::string> names;
    for (const TestPerson& person : people) {
        const AttendeeId id = event.add(person);
        event.come(id);
        names.push_back(person.given_name + " " + person.family_name);
        event.describe(static_cast<GroupNumber>(names.size()), GroupField::facilitator,
                       to_string(id));
        event.let_on(event.say(1, "Fråga " + names.back() + "s grannar", NoteKind::question));
        event.let_on(event.say(1, "Utan namn " + std::to_string(names.size())));
        event.let_on(event.say(2, "Hälsa " + names.back()), WallPlace::chosen);
    }
    for (const char *time : {"17:00", "17:45", "18:55", "19:20", "19:40", "20:30", "22:00"}) {
        const std::string words = read_aloud(driver, event.at(time));
        for (const std::string& name : names) {
            INFO(time << ": " << name);
            CHECK(words.find(name) == std::string::npos);
        }
    }
    CHECK(texts_of(event.at("18:55")).size() == people.size());
}

TEST_CASE("what was just let on is new for a minute, and nothing that stood there before") {
    WallNews news;
    WallView view;
    view.scene = WallScene::question;
    view.title = "Hur?";
    const auto add = [&view](std::uint8_t number) {
        WallProposal proposal;
        proposal.id = small_id<NoteId>(number);
        view.proposals.insert(view.proposals.begin(), proposal);
    };
    const auto marked = [&](std::int64_t now_ms) {
        WallView shown = view;
        news.mark(shown, now_ms);
        std::vector<bool> marks;
        for (const WallProposal& proposal : shown.proposals) marks.push_back(proposal.is_new);
        return marks;
    };
    add(1);
    CHECK(marked(0) == std::vector{false});
    add(2);
    CHECK(marked(1'000) == std::vector{true, false});
    CHECK(marked(60'000) == std::vector{true, false});
    CHECK(marked(61'000) == std::vector{false, false});
    add(3);
    view.title = "När?";
    CHECK(marked(62'000) == std::vector{false, false, false});
}

}  // namespace stormote
