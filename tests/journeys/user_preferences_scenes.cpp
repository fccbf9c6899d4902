// Scenes of those who need the screen otherwise: explained, in English, larger, in stronger
// colours.
#include <fmt/format.h>

#include "tests/journeys/steps.h"

namespace stormote {

namespace {

void expect_language(const ScreenDescription& seen, std::string_view language) {
    if (seen.language == language) return;
    throw ExpectationFailure(fmt::format("Expected the screen in \"{}\"; saw it in \"{}\": {}.",
                                         language, seen.language, seen.summary()));
}

void expect_theme(const ScreenDescription& seen, std::string_view theme) {
    if (seen.theme == theme) return;
    throw ExpectationFailure(
        fmt::format("Expected the screen's colours to be \"{}\"; they are "
                    "\"{}\".",
                    theme, seen.theme));
}

// One tap on Contrast leads to the next set of colours.
void tap_contrast(KioskDriver& kiosk, std::string_view next_theme) {
    kiosk.tap("Kontrast");
    static_cast<void>(wait_until([&] { return kiosk.look().theme == next_theme; }));
    expect_theme(kiosk.look(), next_theme);
}

void read_help(Harness& harness, SceneNote& note) {
    note.who = "somebody who has never seen such a screen";
    note.did = "taps Help, reads, and goes back";
    KioskDriver& kiosk = harness.kiosk_at_welcome();
    const Answer answer = harness.tap(kiosk.wait_for_widget("Hjälp"), screen(harness, "help"));
    note_answer(harness, note, answer, "help");
    expect_words(answer.screen, "Utan biljett");
    kiosk.tap("Jag förstår");
    kiosk.wait_for_screen("welcome");
}

// Nobody who asks has to begin again.
void read_help_while_typing(Harness& harness, SceneNote& note) {
    note.who = "somebody who has typed half of a name";
    note.did = "taps Help, reads, and goes on typing";
    KioskDriver& kiosk = type_name(harness, "kar");
    kiosk.tap("Hjälp");
    kiosk.wait_for_screen("help");
    const Answer answer =
        harness.tap(kiosk.wait_for_widget("Jag förstår"), screen(harness, "name"));
    note_answer(harness, note, answer, "back-from-help");
    expect_words(answer.screen, "Kar");
}

void choose_english(Harness& harness, SceneNote& note) {
    const Guest& guest = harness.next_guest();
    note.who = guest.name;
    note.did = "chooses English, scans, and walks on; nobody touches the screen after that";
    KioskDriver& kiosk = harness.kiosk_at_welcome();
    kiosk.tap("English");
    expect_language(kiosk.wait_for_text("Check in here"), "en");
    note_picture(harness, note, "welcome-english");
    const Answer answer = harness.scan(guest.ticket, verdict(harness));
    harness.admitted_names.push_back(guest.name);
    note_answer(harness, note, answer, "admitted-english");
    expect_words(answer.screen, "Table ");
    expect_language(kiosk.wait_for_screen("welcome"), "sv");
}

// Whoever comes next must not meet a screen that they cannot read.
void leave_english_behind(Harness& harness, SceneNote& note) {
    // Half a minute, and some more on a busy machine.
    constexpr Milliseconds limit{60'000};
    note.who = "somebody who chooses English and large letters";
    note.did = "walks away without more ado";
    KioskDriver& kiosk = harness.kiosk_at_welcome();
    kiosk.tap("English");
    kiosk.tap("Larger text");
    kiosk.wait_for_text("Check in here");
    static_cast<void>(wait_until([&] { return kiosk.look().language == "sv"; }, limit));
    const ScreenDescription seen = kiosk.look();
    note.screen_said = seen.joined_texts();
    note_picture(harness, note, "welcome-by-itself");
    expect_language(seen, "sv");
}

void see_more_clearly(Harness& harness, SceneNote& note) {
    const Guest& guest = harness.next_guest();
    note.who = guest.name;
    note.did = "chooses larger letters and stronger contrast, and scans";
    KioskDriver& kiosk = harness.kiosk_at_welcome();
    kiosk.tap("Större text");
    kiosk.tap("Större text");
    tap_contrast(kiosk, "high_contrast");
    note_picture(harness, note, "welcome-high-contrast");
    const Answer answer = harness.scan(guest.ticket, verdict(harness));
    harness.admitted_names.push_back(guest.name);
    note_answer(harness, note, answer, "admitted-high-contrast");
    expect_theme(answer.screen, "high_contrast");
    expect_words(answer.screen, guest.name);
    kiosk.tap("Klar");
    expect_theme(kiosk.wait_for_screen("welcome"), "light");
}

void see_in_the_dark(Harness& harness, SceneNote& note) {
    note.who = "somebody whom bright screens blind";
    note.did = "taps Contrast twice, and types a name";
    KioskDriver& kiosk = harness.kiosk_at_welcome();
    tap_contrast(kiosk, "high_contrast");
    tap_contrast(kiosk, "dark");
    kiosk.tap("Skriv ditt namn i stället");
    kiosk.wait_for_screen("name");
    kiosk.type_on_screen("and");
    const ScreenDescription seen = kiosk.look();
    note.screen_said = seen.joined_texts();
    note_picture(harness, note, "name-dark");
    expect_theme(seen, "dark");
}

}  // namespace

std::vector<Scene> comfort_scenes() {
    return {{"Somebody asks for help", read_help},
            {"Somebody asks for help while typing", read_help_while_typing},
            {"Somebody chooses English", choose_english},
            {"Somebody leaves English behind", leave_english_behind},
            {"Somebody needs larger letters and contrast", see_more_clearly},
            {"Somebody needs a dark screen", see_in_the_dark}};
}

}  // namespace stormote
