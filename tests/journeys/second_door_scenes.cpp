// Scenes of a second machine at another door: apart for a while, then the same record on both.
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "tests/journeys/acting.h"

namespace stormote {

namespace {

std::filesystem::path event_there(const Stage& stage) {
    return stage.second_machine() / "evening.event";
}

// What is run while it lives is run on the second machine.
class Elsewhere {
  public:
    explicit Elsewhere(Stage& stage) : stage_(stage) {
        stage_.set_environment("STORMOTE_STATE", (stage.second_machine() / "state").string());
    }
    ~Elsewhere() {
        stage_.set_environment("STORMOTE_STATE", (stage_.directory() / "state").string());
    }
    Elsewhere(const Elsewhere&) = delete;
    Elsewhere& operator=(const Elsewhere&) = delete;

  private:
    Stage& stage_;
};

std::string store(const Stage& stage) {
    return "sqlite:" + (stage.second_machine() / "central.db").string();
}

// The one-time text by which a device comes to the central store.
std::string enrol(Stage& stage, const std::string& device) {
    const Finished enrolled =
        run_program({(program_directory() / "stormote-central").string(), "enrol", "--store",
                     store(stage), "--event", stage.event().string(), "--device", device});
    if (enrolled.status != 0) {
        throw ExpectationFailure("Expected a pairing text; saw: " + enrolled.errors);
    }
    return enrolled.output.substr(0, enrolled.output.find('\n'));
}

void open_central_store(Stage& stage, SceneNote& note) {
    note.who = "organiser";
    note.did = "opens a central store, sends the event there, and joins it from another machine";
    std::filesystem::create_directories(stage.second_machine());
    stage.open_central_store(store(stage));
    // One program at a time writes to an event.
    stage.close_kiosk();
    const auto pairing_file = stage.second_machine() / "pairing.txt";
    std::ofstream(pairing_file) << enrol(stage, "the first door") << '\n';
    stage.run_stormote("sync",
                       {"--central", stage.central_url(), "--token-file", pairing_file.string()});
    const std::string pairing = enrol(stage, "the second door");
    const Elsewhere elsewhere(stage);
    stage.run_stormote_on(
        event_there(stage), "join",
        {"--central", stage.central_url(), "--pairing", pairing, "--no-passphrase"});
}

void check_in_at_both_doors(Stage& stage, SceneNote& note) {
    const Guest& one = stage.next_guest();
    const Guest& both = stage.next_guest();
    note.who = fmt::format("{} and {}", one.name, both.name);
    note.did = "come by another door; the second of them scans at the first door too";
    stage.open_kiosk();
    TouchDisplay display;
    KioskDriver there(display, stage.second_kiosk());
    there.scan(one.ticket);
    there.wait_for_text(one.name);
    there.scan(both.ticket);
    there.wait_for_text(both.name);
    // The doors are apart: this one cannot know.
    const Answer answer = stage.scan(both.ticket, verdict(stage));
    note_answer(stage, note, answer, "at-the-other-door");
    stage.admitted_names.push_back(one.name);
    stage.admitted_names.push_back(both.name);
}

std::string operations_of(Stage& stage, const std::filesystem::path& event,
                          const std::filesystem::path& file) {
    stage.run_stormote_on(event, "export", {"operations", "--format", "json", "-o", file.string()});
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void become_one_record(Stage& stage, SceneNote& note) {
    note.who = "organiser";
    stage.close_kiosk();
    const auto synchronise_there = [&stage] {
        const Elsewhere elsewhere(stage);
        stage.run_stormote_on(event_there(stage), "sync", {"--central", stage.central_url()});
    };
    synchronise_there();
    stage.run_stormote("sync", {"--central", stage.central_url()});
    synchronise_there();
    const std::string here =
        operations_of(stage, stage.event(), stage.directory() / "operations.json");
    const std::string there =
        operations_of(stage, event_there(stage), stage.directory() / "operations-there.json");
    note.did = fmt::format(
        "synchronises both machines and exports all operations, {} bytes: "
        "[here](operations.json), [there](operations-there.json)",
        here.size());
    if (here.empty() || here != there) {
        throw ExpectationFailure(
            fmt::format("Expected the same operations on both machines; saw "
                        "{} and {} bytes that differ.",
                        here.size(), there.size()));
    }
}

}  // namespace

std::vector<Scene> second_door_scenes() {
    return {{"A second machine joins", open_central_store},
            {"Guests come by both doors", check_in_at_both_doors}};
}

std::vector<Scene> reunion_scenes() {
    return {{"Both machines hold the same record", become_one_record}};
}

}  // namespace stormote
