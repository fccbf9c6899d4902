#include "kiosk/ui/accessibility/screen_reader.h"

#include <catch2/catch.hpp>

#include "kiosk/ui/screens/check_in/verdict.h"
#include "kiosk/ui/screens/check_in/welcome.h"
#include "kiosk/ui/screens/common/name.h"
#include "kiosk/ui/screens/exit/exit_feedback_question.h"
#include "tests/support/screens/ui_driver.h"

namespace stormote {

namespace {

class RecordingSpeaker final : public Speaker {
  public:
    void speak(const Utterance& utterance) override {
        parts = utterance.parts;
        said.clear();
        for (const SpokenPart& part : parts) said += (said.empty() ? "" : " ") + part.text;
        volume_percent = utterance.volume_percent;
    }
    void stop() override { said.clear(); }
    void pause() override { is_paused = true; }
    void go_on() override { is_paused = false; }

    std::string said;  // still in the air
    std::vector<SpokenPart> parts;
    int volume_percent = 0;
    bool is_paused = false;
};

// Somebody who listens to a screen.
class Listener {
  public:
    explicit Listener(Hearing hearing = Hearing::everybody) : reader_(&speaker_, hearing, "sv") {
        reader_.turn_on();
    }

    void show(const std::function<void(Ui&)>& draw) {
        driver_.show(draw);
        reader_.follow(driver_.ui());
    }
    // `press` of the driver draws a second frame, in which the key is up again.
    void press(KeyKind kind) {
        driver_.press_once(kind);
        reader_.follow(driver_.ui());
    }
    void frame() {
        driver_.frame();
        reader_.follow(driver_.ui());
    }
    [[nodiscard]] bool hears(std::string_view words) const {
        return speaker_.said.find(words) != std::string::npos;
    }
    // In which language the first words are said that hold these; empty: they are not said.
    [[nodiscard]] std::string language_of(std::string_view words) const {
        for (const SpokenPart& part : speaker_.parts) {
            if (part.text.find(words) != std::string::npos) return part.language;
        }
        return "";
    }
    [[nodiscard]] const std::string& said() const { return speaker_.said; }
    [[nodiscard]] bool is_paused() const { return speaker_.is_paused; }
    [[nodiscard]] int volume_percent() const { return speaker_.volume_percent; }
    [[nodiscard]] ScreenReader& reader() { return reader_; }

  private:
    UiDriver driver_;
    RecordingSpeaker speaker_;
    ScreenReader reader_;
};

void draw_start(Ui& ui) {
    (void)draw_welcome(ui, {});
}

void draw_arrival(Ui& ui) {
    VerdictView view;
    view.first_name = "Åsa";
    view.name = "Åsa Öberg";
    view.seat.group_number = 4;
    view.seat.table_name = "Lönnen";
    view.facilitator = "Maj Norberg";
    (void)draw_verdict(ui, view);
}

}  // namespace

TEST_CASE("whoever switches speech on hears how to go on, and what stands on the screen") {
    Listener listener;
    listener.show(draw_start);
    CHECK(listener.hears("Arrows move, Enter chooses"));
    CHECK(listener.hears("Check in here."));
    CHECK(listener.hears("We never show a list of who is coming."));
    // What can be chosen is heard when the focus comes to it.
    CHECK_FALSE(listener.hears("I am not registered"));
}

TEST_CASE("speech stops when the person does something, and says where the focus went") {
    Listener listener;
    listener.show(draw_start);
    listener.press(KeyKind::other);
    CHECK(listener.said().empty());
    listener.press(KeyKind::down);
    CHECK(listener.said() == "Type your name instead");
    listener.press(KeyKind::next);
    CHECK(listener.said() == "I am not registered");
    listener.press(KeyKind::repeat);
    CHECK(listener.hears("Check in here."));
    CHECK(listener.hears("I am not registered"));
}

TEST_CASE("speech pauses in the middle, and goes on where it was") {
    Listener listener;
    listener.show(draw_start);
    const std::string said = listener.said();
    listener.press(KeyKind::pause);
    CHECK(listener.is_paused());
    listener.frame();
    CHECK(listener.said() == said);
    listener.press(KeyKind::pause);
    CHECK_FALSE(listener.is_paused());
    CHECK(listener.said() == said);
    // What is said anew is not paused.
    listener.press(KeyKind::pause);
    listener.press(KeyKind::repeat);
    listener.press(KeyKind::pause);
    CHECK(listener.is_paused());
}

TEST_CASE("the result is heard, and the name in it only by who asks for it") {
    Listener listener;
    listener.show(draw_start);
    listener.show(draw_arrival);
    CHECK(listener.hears("You sit in group. 4. Table. Lönnen"));
    CHECK_FALSE(listener.hears("Åsa"));
    CHECK_FALSE(listener.hears("Maj Norberg"));
    CHECK(listener.hears("Press F10"));
    listener.press(KeyKind::repeat);
    CHECK(listener.hears("Welcome, Åsa!"));
    CHECK(listener.hears("Maj Norberg"));
}

TEST_CASE("in headphones names are heard at once") {
    Listener listener(Hearing::headphones);
    listener.show(draw_arrival);
    CHECK(listener.hears("Welcome, Åsa! Åsa Öberg"));
    CHECK_FALSE(listener.hears("Press F10 to hear it."));
}

TEST_CASE("the event's own words are said in the event's language, all others in the reader's") {
    Listener listener;
    listener.show([](Ui& ui) {
        ExitFeedbackQuestionView view;
        view.question = {1, SurveyAnswerKind::scale, "Hur var kvällen?", "Trist", "Givande"};
        view.steps = {1, 3};
        (void)draw_exit_feedback_question(ui, view);
    });
    CHECK(listener.language_of("Step 1 of 3") == "en");
    CHECK(listener.language_of("Hur var kvällen?") == "sv");
    CHECK(listener.language_of("Givande") == "sv");
    CHECK(listener.language_of("Nobody sees who answered.") == "en");
    listener.press(KeyKind::other);
    // Past the way back.
    for (const KeyKind key : {KeyKind::down, KeyKind::next}) listener.press(key);
    CHECK(listener.language_of("1 – Trist") == "sv");
    listener.press(KeyKind::next);
    CHECK(listener.said() == "2");
    CHECK(listener.language_of("2") == "en");
}

TEST_CASE("a number that counts down is not said again and again") {
    Listener listener;
    int seconds = 8;
    listener.show([&](Ui& ui) {
        NameView view;
        view.clears_in_s = seconds;
        (void)draw_name(ui, view);
    });
    CHECK(listener.hears("The text is cleared in 8 s."));
    listener.press(KeyKind::other);
    seconds = 7;
    listener.frame();
    CHECK(listener.said().empty());
}

TEST_CASE("a letter is heard when it is typed, and the whole text only in headphones") {
    for (const Hearing hearing : {Hearing::everybody, Hearing::headphones}) {
        Listener listener(hearing);
        std::string typed = "Å";
        listener.show([&](Ui& ui) {
            NameView view;
            view.typed = typed;
            (void)draw_name(ui, view);
        });
        typed = "Åsö";
        listener.frame();
        CHECK(listener.said() == (hearing == Hearing::headphones ? "Åsö" : "ö"));
    }
}

TEST_CASE("the volume can be turned, and falls back for the next person") {
    Listener listener;
    listener.show(draw_start);
    CHECK(listener.volume_percent() == 100);
    listener.press(KeyKind::louder);
    CHECK(listener.said() == "Volume 4 of 5");
    CHECK(listener.volume_percent() > 100);
    listener.press(KeyKind::quieter);
    listener.press(KeyKind::quieter);
    CHECK(listener.volume_percent() < 100);
    listener.reader().turn_off();
    CHECK_FALSE(listener.reader().is_on());
    listener.press(KeyKind::next);
    CHECK(listener.said().empty());
    listener.reader().turn_on();
    listener.frame();
    CHECK(listener.volume_percent() == 100);
}

TEST_CASE("without a speaker there is nothing to switch on") {
    ScreenReader reader(nullptr, Hearing::everybody, "sv");
    reader.turn_on();
    CHECK_FALSE(reader.is_on());
    CHECK_FALSE(reader.can_speak());
}

}  // namespace stormote
