#include "tests/journeys/scene.h"

namespace stormote {

namespace {

void make_event(Stage& stage, SceneNote& note) {
    note.who = "organiser";
    note.did = "makes the event with 104 invited people";
    stage.run_stormote("demo", {"--people", "104", "--seed", "7", "--no-passphrase"});
}

void print_tickets(Stage& stage, SceneNote& note) {
    note.who = "organiser";
    note.did = "prints the tickets";
    stage.load_guests();
}

void open_kiosk(Stage& stage, SceneNote& note) {
    note.who = "staff";
    note.did = "opens the kiosk at the entrance";
    stage.open_kiosk();
    const ScreenDescription screen = stage.kiosk().wait_for_screen("welcome");
    note.screen_said = screen.joined_texts();
    note.pictures.push_back(stage.take_picture("welcome"));
}

}  // namespace

std::vector<Scene> opening_scenes() {
    return {{"The event is made", make_event},
            {"The tickets are printed", print_tickets},
            {"The kiosk opens", open_kiosk}};
}

}  // namespace stormote
