#include "tests/journeys/scene.h"

namespace stormote {

namespace {

void make_event(Harness& harness, SceneNote& note) {
    note.who = "organiser";
    note.did = "makes the event with 104 invited people";
    harness.run_stormote("demo", {"--people", "104", "--seed", "7", "--no-passphrase"});
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

std::vector<Scene> opening_scenes() {
    return {{"The event is made", make_event},
            {"The tickets are printed", print_tickets},
            {"The kiosk opens", open_kiosk}};
}

}  // namespace stormote
