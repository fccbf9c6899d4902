// Scenes at a table that has notes: words are moved by touch, notes are found again, put in order,
// and chosen for the wall, which then stands on a second screen.
#include <algorithm>

#include <fmt/format.h>

#include "tests/journeys/steps.h"
#include "tests/support/machine/json.h"
#include "tests/support/machine/wait.h"

namespace stormote {

namespace {

const std::vector<std::string> the_table{"--station", "group:2"};

// The table with nothing open upon it.
KioskDriver& open_notes(Harness& harness) {
    harness.open_kiosk(the_table);
    KioskDriver& kiosk = harness.kiosk();
    kiosk.wait_for_screen("table");
    return kiosk;
}

KioskDriver& open_note(Harness& harness, std::string_view words) {
    KioskDriver& kiosk = harness.kiosk();
    find_in_list(kiosk, words, [words](const ScreenDescription& seen) {
        return !seen.find_containing(words).empty();
    });
    kiosk.tap(kiosk.wait_for_widget_containing(words));
    kiosk.wait_for_screen("table_note");
    return kiosk;
}

void move_words(Harness& harness, SceneNote& note) {
    note.who = "a facilitator";
    note.did =
        "taps a word of the half-written note twice, cuts it out, puts it in again, and is done";
    KioskDriver& kiosk = open_notes(harness);
    kiosk.tap("Ny anteckning");
    // The keyboard moves the field.
    kiosk.wait_for_key("h");
    kiosk.wait_for_rest();
    const Widget field = kiosk.wait_for_widget("Ny anteckning");
    const Point word{field.x + 60, field.y + 40};
    kiosk.display().tap(word);
    kiosk.display().tap(word);
    kiosk.wait_for_widget("Klipp ut");
    note_picture(harness, note, "table-word-selected");
    kiosk.tap("Klipp ut");
    kiosk.wait_for_widget("Klistra in");
    expect_no_words(kiosk.look(), "Halvt sk");
    kiosk.tap("Klistra in");
    const ScreenDescription whole = kiosk.wait_for_text("Halvt sk");
    note.screen_said = whole.joined_texts();
    kiosk.tap("Klar");
    kiosk.wait_for_widget_containing(": Halvt sk");
}

void find_note(Harness& harness, SceneNote& note) {
    note.who = "a facilitator";
    note.did = "looks for a note by three letters of a word, and opens it";
    KioskDriver& kiosk = harness.kiosk();
    kiosk.tap("Sök en anteckning");
    kiosk.wait_for_screen("table_search");
    kiosk.type_on_screen("bus");
    const Widget hit = kiosk.wait_for_widget_containing("Buss");
    note_picture(harness, note, "table-search");
    const Answer answer = harness.tap(hit, screen(harness, "table_note"));
    note_answer(harness, note, answer, "table-search-chosen");
    expect_words(answer.screen, "Buss");
    kiosk.tap("Tillbaka");
    kiosk.wait_for_screen("table");
}

// Of the table's notes, as the program exports them.
std::vector<std::string> exported_notes(Harness& harness) {
    std::vector<std::string> texts;
    for (const auto& row : testing::parse_json(
             harness.run_stormote("export", {"notes", "--format", "json", "--output", "-"}))) {
        texts.push_back(row.at("text"));
    }
    return texts;
}

void order_notes(Harness& harness, SceneNote& note) {
    note.who = "a facilitator";
    note.did = "puts the last note before the one above it, there and in the export";
    const std::vector<std::string> before = exported_notes(harness);
    const std::string& last = before.back();
    KioskDriver& kiosk = open_note(harness, ": " + last);
    kiosk.tap("Ordna");
    const std::string chosen = fmt::format("Vald: {}. {}", before.size() - 1, last);
    kiosk.wait_for_screen("table_order");
    kiosk.tap("Flytta upp");
    note.screen_said = kiosk.wait_for_text(chosen).joined_texts();
    note_picture(harness, note, "table-order");
    std::vector<std::string> wanted = before;
    std::iter_swap(wanted.end() - 1, wanted.end() - 2);
    if (!wait_until([&] { return exported_notes(harness) == wanted; })) {
        throw ExpectationFailure(
            fmt::format("Expected \"{}\" before the last of the notes.", last));
    }
    kiosk.tap("Tillbaka");
    kiosk.wait_for_other_screen("table_order");
}

void choose_for_wall(Harness& harness, SceneNote& note) {
    note.who = "a facilitator";
    note.did = "chooses a note for the wall";
    harness.open_kiosk(the_table);
    harness.kiosk().wait_for_screen("table");
    KioskDriver& kiosk = open_note(harness, ": Fika och te");
    const Answer answer = harness.tap(kiosk.wait_for_widget("Till storskärmen"),
                                      words(harness, "Inte till storskärmen"));
    note_answer(harness, note, answer, "table-for-the-wall");
}

// Two screens, as a laptop has with a projector.
void show_wall(Harness& harness, SceneNote& note) {
    note.who = "organiser";
    note.did = "puts the wall on a second screen, with the note on it that the table chose";
    // One program at a time writes to an event.
    harness.close_kiosk();
    TouchDisplay display(DisplayKind{.second = Size{1280, 720}});
    KioskDriver kiosk(display, {harness.event(),
                                harness.directory() / "wall",
                                {"--station", "organiser"},
                                harness.process_options(display).environment});
    kiosk.wait_for_screen("pin");
    kiosk.type_on_screen(demo_pin);
    kiosk.tap("Lås upp");
    kiosk.wait_for_screen("organiser");
    kiosk.tap("Anteckningar");
    kiosk.wait_for_screen("organiser_notes");
    kiosk.tap("Storskärmen");
    kiosk.tap(kiosk.wait_for_widget_containing("Visa storskärmen här: "));
    kiosk.wait_for_text(" just nu.");
    kiosk.tap(kiosk.wait_for_widget_containing("Visa på storskärmen: Fika och te"));
    kiosk.tap("På storskärmen: 1");
    note.screen_said = kiosk.wait_for_text("Fika och te").joined_texts();
    note.pictures.push_back(kiosk.screenshot("wall").lexically_relative(harness.directory()));
    kiosk.tap("Skärm och anteckningar");
    kiosk.tap(kiosk.wait_for_widget_containing("Ta bort från skärmen: "));
    kiosk.wait_for_text("Visas inte på någon skärm än.");
}

}  // namespace

std::vector<Scene> note_scenes() {
    return {{"Words of a note are moved by touch", move_words},
            {"A table finds a note again", find_note},
            {"A table puts its notes in order", order_notes},
            {"A table chooses a note for the wall", choose_for_wall},
            {"The wall is shown", show_wall}};
}

}  // namespace stormote
