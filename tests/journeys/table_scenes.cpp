// Scenes at a table: a facilitator sees who is there, writes down what is said, and loses no word.
#include <algorithm>
#include <csignal>

#include <fmt/format.h>

#include "tests/journeys/steps.h"
#include "tests/support/machine/wait.h"

namespace stormote {

namespace {

const std::vector<std::string> the_table{"--station", "group:2"};

// The number that stands behind "Du sitter i grupp", or before somebody who leads, "Du leder
// grupp".
std::string group_of(const ScreenDescription& seen) {
    const auto found =
        std::find_if(seen.texts.begin(), seen.texts.end(), [](const std::string& text) {
            return text == "Du sitter i grupp" || text == "Du leder grupp";
        });
    if (found == seen.texts.end() || found + 1 == seen.texts.end()) {
        throw ExpectationFailure("Expected a group on the verdict; saw " + seen.summary() + ".");
    }
    return *(found + 1);
}

void open_table(Harness& harness, SceneNote& note) {
    const Guest& guest = harness.next_guest();
    note.who = "a facilitator, and " + guest.name;
    note.did = "opens the table where the guest has just been sent";
    harness.kiosk_at_welcome();
    const Answer seated = harness.scan(guest.ticket, verdict(harness));
    harness.admitted_names.push_back(guest.name);
    harness.open_kiosk({"--station", "group:" + group_of(seated.screen)});
    const ScreenDescription table = harness.kiosk().wait_for_text(guest.name);
    note.screen_said = table.joined_texts();
    note_picture(harness, note, "table");
    expect_words(table, "Här nu · ");
    expect_words(table, "Samtalsledare ");
    expect_words(table, "Hur håller vi kontakten med varandra?");
}

void choose_table(Harness& harness, SceneNote& note) {
    note.who = "a facilitator";
    note.did = "takes a screen that belongs to no table yet, and taps the number of the table";
    harness.open_kiosk({"--station", "table"});
    KioskDriver& kiosk = harness.kiosk();
    expect_words(kiosk.wait_for_screen("table_choice"), "Vilket bord leder du?");
    note_picture(harness, note, "table-choice");
    const ScreenDescription choice = kiosk.look();
    const auto cards = choice.find_containing(" Bord ");
    if (cards.empty()) throw ExpectationFailure("Expected tables; saw " + choice.summary() + ".");
    const Answer answer = harness.tap(*cards.front(), screen(harness, "table"));
    note_answer(harness, note, answer, "table-chosen");
    expect_words(answer.screen, "Ny anteckning");
}

// Types into the field that is open, and waits until it is empty again.
void write_note(KioskDriver& kiosk, std::string_view kind, std::string_view text) {
    kiosk.tap(kind);
    kiosk.type_on_screen(text);
    kiosk.tap("Klar");
    if (!wait_until([&] { return kiosk.look().find("Klar") == nullptr; })) {
        throw ExpectationFailure("Expected an empty field for the next note; saw " +
                                 kiosk.look().summary() + ".");
    }
}

void write_notes(Harness& harness, SceneNote& note) {
    note.who = "a facilitator";
    note.did = "writes four notes on the screen, one of each kind";
    harness.open_kiosk(the_table);
    KioskDriver& kiosk = harness.kiosk();
    kiosk.wait_for_screen("table");
    kiosk.tap("Ny anteckning");
    kiosk.wait_for_key("f");
    note_picture(harness, note, "table-writing");
    write_note(kiosk, "Förslag", "fika");
    write_note(kiosk, "Synpunkt", "buss");
    write_note(kiosk, "Fråga", "när?");
    write_note(kiosk, "Åtagande", "vi bjuder");
    kiosk.tap("Dölj tangentbordet");
    for (const std::string_view written : {": Fika", ": Buss", ": När?", ": Vi bjuder"}) {
        static_cast<void>(kiosk.wait_for_widget_containing(written));
    }
    note.screen_said = kiosk.look().joined_texts();
    note_picture(harness, note, "table-notes");
}

void change_note(Harness& harness, SceneNote& note) {
    note.who = "a facilitator";
    note.did = "opens a note, adds two words, and looks at its earlier version";
    KioskDriver& kiosk = harness.kiosk();
    kiosk.tap(kiosk.wait_for_widget_containing(": Fika"));
    kiosk.wait_for_screen("table_note");
    kiosk.tap("Anteckning");
    kiosk.wait_for_key("o");
    kiosk.type_on_screen(" och te");
    note_picture(harness, note, "note-changing");
    kiosk.tap("Spara ändringen");
    kiosk.wait_for_screen("table");
    kiosk.tap(kiosk.wait_for_widget_containing(": Fika och te"));
    const ScreenDescription history = kiosk.wait_for_screen("table_note");
    note.screen_said = history.joined_texts();
    note_picture(harness, note, "note-history");
    const auto versions =
        std::count_if(history.texts.begin(), history.texts.end(), [](const std::string& text) {
            return text.ends_with(": Fika") || text.ends_with(": Fika och te");
        });
    if (versions != 2) {
        throw ExpectationFailure("Expected both versions of the note; saw " + history.summary() +
                                 ".");
    }
    kiosk.tap("Tillbaka");
    kiosk.wait_for_screen("table");
}

void lose_power(Harness& harness, SceneNote& note) {
    note.who = "a facilitator";
    note.did = "is in the middle of a note when the kiosk is killed; it is opened again";
    KioskDriver& kiosk = harness.kiosk();
    kiosk.tap("Ny anteckning");
    kiosk.wait_for_key("h");
    kiosk.type_on_screen("halvt sk");
    kiosk.wait_for_text("Sparat ");
    note_picture(harness, note, "table-half-written");
    kiosk.process().send_signal(SIGKILL);
    static_cast<void>(kiosk.process().wait());
    harness.open_kiosk(the_table);
    const ScreenDescription table = harness.kiosk().wait_for_text("Halvt sk");
    note.screen_said = table.joined_texts();
    note_picture(harness, note, "table-after-the-crash");
    expect_words(table, ": Vi bjuder");
}

}  // namespace

std::vector<Scene> table_scenes() {
    return {{"A facilitator opens the table", open_table},
            {"A facilitator chooses the table", choose_table},
            {"What is said is noted", write_notes},
            {"A note is changed", change_note},
            {"A half-written note survives a crash", lose_power}};
}

}  // namespace stormote
