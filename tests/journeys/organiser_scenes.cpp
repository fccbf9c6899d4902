// Scenes on the organiser's page: the door in numbers while another door is open, what needs a
// look, the groups, all notes, and files to take along.
#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <map>

#include <fmt/format.h>

#include "kiosk/lists/spreadsheet/workbook.h"
#include "tests/journeys/steps.h"
#include "tests/support/machine/json.h"
#include "tests/support/machine/wait.h"

namespace stormote {

namespace {

std::filesystem::path home(const Harness& harness) {
    return harness.directory() / "home";
}

// The number above "har kommit"; 0 where it is not shown.
int arrived_count(const ScreenDescription& seen) {
    int count = 0;
    for (std::size_t i = 1; i < seen.texts.size(); ++i) {
        const std::string& number = seen.texts[i - 1];
        if (seen.texts[i] != "har kommit") continue;
        std::from_chars(number.data(), number.data() + number.size(), count);
    }
    return count;
}

// Asks for an exchange with the central store again and again, until `condition` holds for what
// shows of the page.
template <typename Condition>
ScreenDescription synchronise_until(KioskDriver& kiosk, std::string_view expected,
                                    Condition condition) {
    return find_in_list(kiosk, expected, [&](const ScreenDescription& seen) {
        if (condition(seen)) return true;
        if (seen.find("Synka nu") != nullptr) kiosk.tap("Synka nu");
        return false;
    });
}

void open_page(Harness& harness, SceneNote& note) {
    note.who = "organiser";
    note.did = "opens the organiser's page with the PIN, in step with the central store";
    std::filesystem::create_directories(home(harness));
    harness.set_environment("HOME", home(harness).string());
    harness.open_kiosk({"--station", "organiser", "--central", harness.central_url()});
    KioskDriver& kiosk = harness.kiosk();
    kiosk.wait_for_screen("pin");
    kiosk.type_on_screen(demo_pin);
    const Answer answer =
        harness.tap(kiosk.wait_for_widget("Lås upp"), screen(harness, "organiser"));
    const ScreenDescription page = kiosk.wait_for_text("av 104 anmälda, och ");
    for (const std::string_view words : {"Allt skickades ", "den här skärmen"}) {
        find_in_list(kiosk, words,
                     [words](const ScreenDescription& seen) { return seen.says(words); });
    }
    note_answer(harness, note, {page, answer.after}, "organiser-door");
}

void follow_other_door(Harness& harness, SceneNote& note) {
    const Guest& guest = harness.next_guest();
    note.who = "organiser, and " + guest.name;
    note.did = "watches the numbers while the guest comes by the other door";
    TouchDisplay display;
    KioskDriver there(display, harness.second_kiosk({"--central", harness.central_url()}));
    KioskDriver& kiosk = harness.kiosk();
    // One guest has shown the same ticket at both doors while they were apart.
    const ScreenDescription before = synchronise_until(
        kiosk, "what the other door has written",
        [](const ScreenDescription& seen) { return seen.says("är incheckad vid två skärmar"); });
    note_picture(harness, note, "organiser-conflict");
    expect_words(before, "Att titta på · ");
    const int count =
        arrived_count(find_in_list(kiosk, "har kommit", [](const ScreenDescription& seen) {
            return arrived_count(seen) > 0;
        }));
    there.scan(guest.ticket);
    there.wait_for_text(guest.name);
    harness.admitted_names.push_back(guest.name);
    const ScreenDescription after = synchronise_until(
        kiosk, fmt::format("{} people at the door", count + 1),
        [&](const ScreenDescription& seen) { return arrived_count(seen) == count + 1; });
    note.screen_said = after.joined_texts();
    note_picture(harness, note, "organiser-one-more");
}

// How many people of that name sit in a group, as the program exports them.
std::ptrdiff_t exported_count(Harness& harness, const std::string& name, int group) {
    const auto rows = testing::parse_json(
        harness.run_stormote("export", {"groups", "--format", "json", "--output", "-"}));
    return std::count_if(rows.begin(), rows.end(), [&](const nlohmann::json& row) {
        return row.at("name") == name && row.at("group") == group;
    });
}

// A card in the first column that is shown, of somebody who has not come.
const Widget& first_waiting_card(const ScreenDescription& seen) {
    const auto cards = seen.find_containing(", har inte kommit");
    const auto leftmost = std::min_element(
        cards.begin(), cards.end(),
        [](const Widget *left, const Widget *right) { return left->x < right->x; });
    if (leftmost != cards.end()) return **leftmost;
    throw ExpectationFailure("Expected a card of somebody who has not come; saw " + seen.summary());
}

// The groups come as tables of the room; whoever taps one sees who sits there.
void look_around_room(Harness& harness, SceneNote& note) {
    KioskDriver& kiosk = harness.kiosk();
    kiosk.wait_for_text("Tryck på ett bord");
    note_picture(harness, note, "organiser-room");
    kiosk.tap(kiosk.wait_for_widget_containing("Grupp 2, "));
    kiosk.wait_for_text("Stäng");
    note_picture(harness, note, "organiser-table");
    kiosk.tap("Stäng");
    kiosk.wait_for_text("Tryck på ett bord");
}

void move_somebody(Harness& harness, SceneNote& note) {
    note.who = "organiser";
    note.did =
        "opens a table of the room, then drags somebody who has not come to the group beside "
        "theirs, and takes it back";
    KioskDriver& kiosk = harness.kiosk();
    kiosk.tap("Grupper");
    kiosk.wait_for_screen("organiser_groups");
    look_around_room(harness, note);
    kiosk.tap("Kolumner");
    const ScreenDescription board = kiosk.wait_for_text(", har inte kommit");
    note_picture(harness, note, "organiser-groups");
    const Widget card = first_waiting_card(board);
    const std::string name = card.label.substr(0, card.label.find(", "));
    // Namesakes stay where they are: so many of that name are in each group.
    std::map<int, std::ptrdiff_t> before;
    for (int group = 1; group <= 5; ++group) before[group] = exported_count(harness, name, group);
    kiosk.display().slide(card.centre(), {card.centre().x + card.width * 1.1, card.centre().y});
    const std::string moved = name + " sitter nu i grupp ";
    note.screen_said = kiosk.wait_for_text(moved).joined_texts();
    const std::size_t at = note.screen_said.find(moved) + moved.size();
    int group = 0;
    std::from_chars(note.screen_said.data() + at, note.screen_said.data() + note.screen_said.size(),
                    group);
    if (exported_count(harness, name, group) != before[group] + 1) {
        throw ExpectationFailure(
            fmt::format("Expected {} in group {} in the export of the groups.", name, group));
    }
    note_picture(harness, note, "organiser-moved");
    kiosk.tap("Ångra");
    if (!wait_until([&] { return exported_count(harness, name, group) == before[group]; })) {
        throw ExpectationFailure(fmt::format("Expected {} back from group {}.", name, group));
    }
}

// In the panel beside the groups, further down where it does not show; once the screen has come to
// rest, as what has just happened may move the buttons.
void tap_in_panel(Harness& harness, std::string_view label) {
    KioskDriver& kiosk = harness.kiosk();
    find_in_list(kiosk, label, [&](const ScreenDescription& seen) {
        return !seen.find_containing(label).empty();
    });
    kiosk.tap(kiosk.wait_for_widget_containing(label));
}

// Those expected and here, by group.
std::map<int, int> exported_sizes(Harness& harness) {
    std::map<int, int> sizes;
    for (const auto& row : testing::parse_json(
             harness.run_stormote("export", {"groups", "--format", "json", "--output", "-"}))) {
        const std::string status = row.at("status");
        if (status == "expected" || status == "present") ++sizes[row.at("group").get<int>()];
    }
    return sizes;
}

// Of the group that has just opened.
void name_its_table(Harness& harness, SceneNote& note, int group) {
    KioskDriver& kiosk = harness.kiosk();
    tap_in_panel(harness, "Namnge bordet");
    kiosk.wait_for_screen("table_name");
    kiosk.type_on_screen("Ek");
    kiosk.tap("Var det står");
    kiosk.type_on_keyboard("Vid scenen");
    kiosk.wait_for_text(fmt::format("Grupp {} · Bord Ek · Vid scenen", group));
    note_picture(harness, note, "organiser-name-table");
    kiosk.tap("Spara");
    kiosk.wait_for_screen("organiser_groups");
    kiosk.wait_for_text(fmt::format("Grupp {} · Bord Ek", group));
}

void open_and_close_groups(Harness& harness, SceneNote& note) {
    note.who = "organiser";
    note.did =
        "opens a group and names its table, closes another over its people, and takes all back";
    KioskDriver& kiosk = harness.kiosk();
    const std::map<int, int> before = exported_sizes(harness);
    const int next = before.rbegin()->first + 1;
    tap_in_panel(harness, "Mer …");
    tap_in_panel(harness, "Ny grupp");
    kiosk.wait_for_text(fmt::format("Öppna grupp {}?", next));
    note_picture(harness, note, "organiser-open-group");
    kiosk.tap(fmt::format("Öppna grupp {}", next));
    kiosk.wait_for_text(fmt::format("Grupp {} är öppen.", next));
    name_its_table(harness, note, next);
    tap_in_panel(harness, "Mer …");
    tap_in_panel(harness, "Stäng grupp");
    kiosk.wait_for_text("Vilken grupp ska stängas?");
    tap_in_panel(harness, "Grupp 2 · ");
    const ScreenDescription question = kiosk.wait_for_text("personer får en annan grupp.");
    note.screen_said = question.joined_texts();
    expect_words(question, "Stänga grupp 2?");
    note_picture(harness, note, "organiser-close-group");
    if (exported_sizes(harness) != before) {
        throw ExpectationFailure("Expected nobody to be moved before the organiser says so.");
    }
    tap_in_panel(harness, "Stäng grupp 2");
    kiosk.wait_for_text("Grupp 2 är stängd.");
    note_picture(harness, note, "organiser-closed-group");
    const std::map<int, int> closed = exported_sizes(harness);
    if (closed.contains(2) || !closed.contains(next)) {
        throw ExpectationFailure(
            fmt::format("Expected the people of group 2 in others, some in group {}.", next));
    }
    tap_in_panel(harness, "Ångra");
    kiosk.wait_for_text("Grupp 2 är öppen.");
    tap_in_panel(harness, "Ångra");
    kiosk.wait_for_text(fmt::format("Grupp {}: inget namn nu", next));
    tap_in_panel(harness, "Ångra");
    kiosk.wait_for_text(fmt::format("Grupp {} är stängd.", next));
    if (exported_sizes(harness) != before) {
        throw ExpectationFailure("Expected everybody back in the groups of before.");
    }
}

void read_all_notes(Harness& harness, SceneNote& note) {
    note.who = "organiser";
    note.did = "reads what the tables have noted";
    KioskDriver& kiosk = harness.kiosk();
    const Answer answer =
        harness.tap(kiosk.wait_for_widget("Anteckningar"), screen(harness, "organiser_notes"));
    const ScreenDescription notes = kiosk.wait_for_text(": Fika och te");
    note_answer(harness, note, {notes, answer.after}, "organiser-notes");
    expect_words(notes, "Grupp 2");
    expect_words(notes, ": Buss");
}

// What stands in the first column of the spreadsheet that was saved there.
std::vector<std::string> names_in_spreadsheet(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        if (file.path().extension() != ".xlsx") continue;
        std::ifstream stream(file.path(), std::ios::binary);
        const auto workbook =
            read_workbook(std::string(std::istreambuf_iterator<char>(stream), {}));
        if (!workbook) throw ExpectationFailure(workbook.error().english());
        for (const SheetRow& row : workbook->sheets.front().rows) {
            names.push_back(row.cells.front());
        }
    }
    return names;
}

void take_files_along(Harness& harness, SceneNote& note) {
    note.who = "organiser";
    note.did = "saves the attendance as a file, and locks the page";
    KioskDriver& kiosk = harness.kiosk();
    kiosk.tap("Filer");
    kiosk.wait_for_screen("organiser_files");
    const Answer answer =
        harness.tap(kiosk.wait_for_widget("Spara närvaron"), words(harness, "Sparat: "));
    note_answer(harness, note, answer, "organiser-export");
    const std::string& name = harness.admitted_names.back();
    const auto names = names_in_spreadsheet(home(harness));
    if (std::find(names.begin(), names.end(), name) == names.end()) {
        throw ExpectationFailure(fmt::format(
            "Expected a spreadsheet that names {}; saw {} other names.", name, names.size()));
    }
    kiosk.tap("Lås");
    kiosk.wait_for_screen("pin");
    harness.open_kiosk();
}

}  // namespace

std::vector<Scene> organiser_scenes() {
    return {{"The organiser opens their page", open_page},
            {"The page follows the other door", follow_other_door},
            {"The organiser moves somebody to another group", move_somebody},
            {"The organiser opens a group and closes another", open_and_close_groups},
            {"The organiser reads all notes", read_all_notes},
            {"The organiser takes a file along", take_files_along}};
}

}  // namespace stormote
