// Scenes of what a hand scanner reads that is no ticket of this evening.
#include <random>

#include <fmt/format.h>

#include "tests/journeys/steps.h"

namespace stormote {

namespace {

void scan_an_unknown_ticket(Harness& harness, SceneNote& note) {
    note.who = "somebody with the code of a train ticket";
    note.did = "scans it";
    harness.kiosk_at_welcome();
    const Answer answer =
        harness.scan("https://example.com/t?no=20221012-7", screen(harness, "notice"));
    note_answer(harness, note, answer, "not-a-ticket");
    expect_words(answer.screen, "Det där var ingen biljett");
}

void type_an_unknown_code(Harness& harness, SceneNote& note) {
    note.who = "somebody with a short code that nobody has";
    note.did = "has it read by the scanner";
    harness.kiosk_at_welcome();
    const Answer answer = harness.scan("0000ZZZZ", screen(harness, "notice"));
    note_answer(harness, note, answer, "unknown-code");
    expect_words(answer.screen, "Vi känner inte igen biljetten");
}

void scan_a_ticket_of_another_event(Harness& harness, SceneNote& note) {
    const auto other = harness.directory() / "other.event";
    harness.run_stormote_on(other, "demo", {"--people", "4", "--seed", "3", "--no-passphrase"});
    const Guest guest = harness.read_guests(other).front();
    note.who = guest.name;
    note.did = "scans a ticket of another event";
    harness.kiosk_at_welcome();
    const Answer answer = harness.scan(guest.ticket, screen(harness, "notice"));
    note_answer(harness, note, answer, "another-event");
    expect_words(answer.screen, "Biljetten gäller ett annat möte");
    expect_no_words(answer.screen, guest.name);
}

// What a scanner can send at all: the keys of its keyboard. It ends with Enter, so that nothing of
// it is still to be read when the next scene begins.
std::string make_noise(std::size_t length) {
    std::mt19937 random(4096);
    std::uniform_int_distribution<int> draw(' ' - 2, '~');
    std::string noise;
    while (noise.size() < length) {
        const int drawn = draw(random);
        noise += drawn == ' ' - 1 ? '\r' : drawn == ' ' - 2 ? '\t' : static_cast<char>(drawn);
    }
    noise.back() = '\r';
    return noise;
}

void scan_noise_while_typing(Harness& harness, SceneNote& note) {
    constexpr std::size_t noise_length = 4096;
    constexpr std::size_t piece = 512;
    constexpr Point header{960, 40};
    note.who = "a broken scanner";
    note.did = fmt::format("types {} random characters while \"Ås\" is half typed", noise_length);
    KioskDriver& kiosk = type_name(harness, "ås");
    const std::string noise = make_noise(noise_length);
    for (std::size_t done = 0; done < noise.size(); done += piece) {
        kiosk.display().type_on_scanner(noise.substr(done, piece));
        // The person is still there.
        kiosk.display().tap(header);
    }
    const ScreenDescription seen = kiosk.look();
    note.screen_said = seen.joined_texts();
    expect_words(seen, "Ås");
    kiosk.type_on_screen("a");
    kiosk.wait_for_text("Åsa");
    note_picture(harness, note, "letters-stay");
}

}  // namespace

std::vector<Scene> stray_scan_scenes() {
    return {{"A code that is no ticket is scanned", scan_an_unknown_ticket},
            {"A short code is scanned that nobody has", type_an_unknown_code},
            {"A ticket of another event is scanned", scan_a_ticket_of_another_event},
            {"A scanner goes mad", scan_noise_while_typing}};
}

}  // namespace stormote
