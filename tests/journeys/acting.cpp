#include "tests/journeys/acting.h"

#include <fmt/format.h>

#include "tests/support/screens/letters.h"

namespace stormote {

std::string first_name(const Guest& guest) {
    return guest.name.substr(0, guest.name.find(' '));
}

void note_answer(Stage& stage, SceneNote& note, const Answer& answer, std::string_view picture) {
    note.screen_said = answer.screen.joined_texts();
    note.answered_after = answer.after;
    note_picture(stage, note, picture);
}

void note_picture(Stage& stage, SceneNote& note, std::string_view picture) {
    note.pictures.push_back(stage.take_picture(picture));
}

void expect_words(const ScreenDescription& seen, std::string_view words) {
    if (seen.says(words)) return;
    throw ExpectationFailure(
        fmt::format("Expected the screen to say \"{}\"; saw {}.", words, seen.summary()));
}

void expect_no_words(const ScreenDescription& seen, std::string_view words) {
    if (!seen.says(words)) return;
    throw ExpectationFailure(
        fmt::format("Expected the screen not to say \"{}\"; saw {}.", words, seen.summary()));
}

Stage::Wait verdict(Stage& stage) {
    return screen(stage, "verdict");
}

Stage::Wait screen(Stage& stage, std::string_view name) {
    return [&stage, name = std::string(name)] { return stage.kiosk().wait_for_screen(name); };
}

Stage::Wait words(Stage& stage, std::string_view part) {
    return [&stage, part = std::string(part)] { return stage.kiosk().wait_for_text(part); };
}

KioskDriver& type_name(Stage& stage, std::string_view letters) {
    KioskDriver& kiosk = stage.kiosk_at_welcome();
    kiosk.tap("Skriv ditt namn i stället");
    kiosk.wait_for_screen("name");
    kiosk.type_on_screen(letters);
    return kiosk;
}

NameSearchTaps find_name(Stage& stage, std::string_view typed, std::string_view name) {
    KioskDriver& kiosk = type_name(stage, "");
    NameSearchTaps taps{1, {}};
    for (const char32_t letter : letters_of(typed)) {
        kiosk.type_on_screen(to_utf8(letter));
        ++taps.tap_count;
        if (!kiosk.look().find_containing(name).empty()) break;
    }
    taps.hit = kiosk.wait_for_widget_containing(name);
    ++taps.tap_count;
    return taps;
}

}  // namespace stormote
