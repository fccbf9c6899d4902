// Scenes of a second machine at another door: apart for a while, then the same record on both.
#include <fstream>
#include <iterator>

#include <fmt/format.h>

#include "tests/journeys/steps.h"

namespace stormote {

namespace {

std::filesystem::path event_there(const Harness& harness) {
    return harness.second_machine() / "evening.event";
}

// What is run while it lives is run on the second machine.
class Elsewhere {
  public:
    explicit Elsewhere(Harness& harness) : harness_(harness) {
        harness_.set_environment("STORMOTE_STATE", (harness.second_machine() / "state").string());
    }
    ~Elsewhere() {
        harness_.set_environment("STORMOTE_STATE", (harness_.directory() / "state").string());
    }
    Elsewhere(const Elsewhere&) = delete;
    Elsewhere& operator=(const Elsewhere&) = delete;

  private:
    Harness& harness_;
};

std::string store(const Harness& harness) {
    return "sqlite:" + (harness.second_machine() / "central.db").string();
}

// The one-time text by which a device comes to the central store.
std::string enrol(Harness& harness, const std::string& device) {
    const Finished enrolled =
        run_program({(program_directory() / "stormote-central").string(), "enrol", "--store",
                     store(harness), "--event", harness.event().string(), "--device", device});
    if (enrolled.status != 0) {
        throw ExpectationFailure("Expected a pairing text; saw: " + enrolled.errors);
    }
    return enrolled.output.substr(0, enrolled.output.find('\n'));
}

void open_central_store(Harness& harness, SceneNote& note) {
    note.who = "organiser";
    note.did = "opens a central store, sends the event there, and joins it from another machine";
    std::filesystem::create_directories(harness.second_machine());
    harness.open_central_store(store(harness));
    // One program at a time writes to an event.
    harness.close_kiosk();
    const auto pairing_file = harness.second_machine() / "pairing.txt";
    std::ofstream(pairing_file) << enrol(harness, "the first door") << '\n';
    harness.run_stormote(
        "sync", {"--central", harness.central_url(), "--token-file", pairing_file.string()});
    const std::string pairing = enrol(harness, "the second door");
    const Elsewhere elsewhere(harness);
    harness.run_stormote_on(
        event_there(harness), "join",
        {"--central", harness.central_url(), "--pairing", pairing, "--no-passphrase"});
}

void check_in_at_both_doors(Harness& harness, SceneNote& note) {
    const Guest& one = harness.next_guest();
    const Guest& both = harness.next_guest();
    note.who = fmt::format("{} and {}", one.name, both.name);
    note.did = "come by another door; the second of them scans at the first door too";
    harness.open_kiosk();
    TouchDisplay display;
    KioskDriver there(display, harness.second_kiosk());
    there.scan(one.ticket);
    there.wait_for_text(one.name);
    there.scan(both.ticket);
    there.wait_for_text(both.name);
    // The doors are apart: this one cannot know.
    const Answer answer = harness.scan(both.ticket, verdict(harness));
    note_answer(harness, note, answer, "at-the-other-door");
    harness.admitted_names.push_back(one.name);
    harness.admitted_names.push_back(both.name);
}

std::string operations_of(Harness& harness, const std::filesystem::path& event,
                          const std::filesystem::path& file) {
    harness.run_stormote_on(event, "export",
                            {"operations", "--format", "json", "-o", file.string()});
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

void become_one_record(Harness& harness, SceneNote& note) {
    note.who = "organiser";
    harness.close_kiosk();
    const auto synchronise_there = [&harness] {
        const Elsewhere elsewhere(harness);
        harness.run_stormote_on(event_there(harness), "sync", {"--central", harness.central_url()});
    };
    synchronise_there();
    harness.run_stormote("sync", {"--central", harness.central_url()});
    synchronise_there();
    const std::string here =
        operations_of(harness, harness.event(), harness.directory() / "operations.json");
    const std::string there =
        operations_of(harness, event_there(harness), harness.directory() / "operations-there.json");
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
