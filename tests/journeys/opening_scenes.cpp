#include "sync/base/clock.h"
#include "sync/base/local_time.h"
#include "tests/journeys/scene.h"

namespace stormote {

namespace {

void make_event(Harness& harness, SceneNote& note) {
    note.who = "organiser";
    note.did = "makes the event with 104 invited people";
    harness.run_stormote("demo", {"--people", "104", "--seed", "7", "--no-passphrase"});
}

// As an officer of a municipality would, with the files that they have.
void prepare_event(Harness& harness, SceneNote& note) {
    note.who = "organiser";
    note.did = "makes the event from a page of settings, and reads the lists in";
    const std::filesystem::path files = harness.prepared_lists();
    const std::string today = local_time_of(SystemClock().wall_ms()).substr(0, 10);
    harness.run_stormote("init", {"--template", (files / "installningar.txt").string(), "--starts",
                                  today + "T18:00", "--pin", "2580", "--no-passphrase"});
    for (const auto& [command, list] :
         {std::pair("import", "anmalda.csv"), std::pair("import-tables", "bord.csv"),
          std::pair("import-agenda", "dagordning.csv"), std::pair("import-survey", "enkat.csv")}) {
        harness.run_stormote(command, {(files / list).string()});
    }
    harness.run_stormote("groups", {"--count", "13", "--seed", "7"});
    harness.run_stormote("tickets", {"--pdf", (harness.directory() / "tickets.pdf").string()});
    // The hour may be past the evening's end: what is asked is that nothing of the lists is
    // missing.
    const Finished ready = harness.try_stormote(harness.event(), "ready", {"--json"});
    for (const char *point : {"people", "groups", "tables", "agenda", "tickets", "pin"}) {
        const std::string line = "{\"point\":\"" + std::string(point) + "\",\"ready\":\"yes\"";
        if (ready.output.find(line) == std::string::npos) {
            throw ExpectationFailure("the event is not ready for its doors: " + ready.output);
        }
    }
}

void print_tickets(Harness& harness, SceneNote& note) {
    note.who = "organiser";
    note.did = "prints the tickets";
    harness.load_guests();
}

void open_kiosk(Harness& harness, SceneNote& note) {
    note.who = "staff";
    note.did = "opens the kiosk at the entrance";
    harness.open_kiosk();
    const ScreenDescription screen = harness.kiosk().wait_for_screen("welcome");
    note.screen_said = screen.joined_texts();
    note.pictures.push_back(harness.take_picture("welcome"));
}

}  // namespace

std::vector<Scene> prepared_opening_scenes() {
    return {{"The event is prepared from lists", prepare_event},
            {"The tickets are printed", print_tickets},
            {"The kiosk opens", open_kiosk}};
}

std::vector<Scene> opening_scenes() {
    return {{"The event is made", make_event},
            {"The tickets are printed", print_tickets},
            {"The kiosk opens", open_kiosk}};
}

}  // namespace stormote
