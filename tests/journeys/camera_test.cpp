// The kiosk's camera, played from a file of pictures: tickets that are held up, and a camera that
// is not there.
#include <catch2/catch.hpp>

#include "tests/journeys/steps.h"
#include "tests/support/devices/camera_pictures.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote {

namespace {

using testing::HeldTicket;
using testing::TemporaryFolder;

// A hand that shakes a little, in four pictures that come again and again.
constexpr std::size_t shaking_pictures = 4;
// The camera looks fifteen times a second.
constexpr Milliseconds many_pictures{1'500};

void make_event(Harness& harness) {
    harness.run_stormote("demo", {"--people", "24", "--seed", "5", "--no-passphrase"});
    harness.load_guests();
}

KioskDriver& open_before(Harness& harness, const std::vector<HeldTicket>& tickets) {
    std::vector<GreyFrame> film;
    for (std::size_t i = 0; i < shaking_pictures; ++i) {
        std::vector<HeldTicket> shaken = tickets;
        for (HeldTicket& ticket : shaken) {
            ticket.x += static_cast<float>(i % 2) * 3;
            ticket.turn_degrees += static_cast<float>(i);
        }
        film.push_back(testing::photograph(shaken, {.seed = static_cast<unsigned>(i + 1)}));
    }
    const auto path = harness.directory() / "film.mjpeg";
    testing::write_file(path, testing::join_jpegs(film));
    harness.set_kiosk_arguments({"--camera", path.string()});
    harness.open_kiosk();
    return harness.kiosk();
}

[[nodiscard]] bool stays_for(KioskDriver& kiosk, std::string_view screen, Milliseconds duration) {
    return !wait_until([&] { return kiosk.look().screen != screen; }, duration);
}

}  // namespace

TEST_CASE("a ticket held up to the camera is checked in, and held still it is so once") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    make_event(harness);
    const Guest& guest = harness.next_guest();
    KioskDriver& kiosk = open_before(
        harness, {{.text = guest.ticket, .x = 600, .turn_degrees = 6, .tilt_degrees = 20}});
    CHECK(kiosk.wait_for_screen("verdict").says(guest.name));
    static_cast<void>(harness.kiosk_at_welcome());
    CHECK(kiosk.wait_for_text("så läser vi koden").says("båda går bra"));
    CHECK(stays_for(kiosk, "welcome", many_pictures));
    static_cast<void>(harness.take_picture("camera"));
    // Scanned by hand it is known already: the camera's check-in was a check-in.
    kiosk.scan(guest.ticket);
    CHECK(kiosk.wait_for_screen("notice").says("redan"));
}

TEST_CASE("of two tickets held up together, both are checked in, each with an answer") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    make_event(harness);
    const Guest near = harness.next_guest();
    const Guest far = harness.next_guest();
    KioskDriver& kiosk =
        open_before(harness, {{.text = near.ticket, .side_px = 260, .x = 380},
                              {.text = far.ticket, .side_px = 130, .x = 900, .turn_degrees = -12}});
    CHECK(kiosk.wait_for_text(near.name).screen == "verdict");
    CHECK(kiosk.wait_for_text(far.name).screen == "verdict");
}

TEST_CASE("a camera that is not there is said to be silent, and the kiosk works without it") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    make_event(harness);
    harness.set_kiosk_arguments({"--camera", "Kamera som ingen har"});
    harness.open_kiosk();
    CHECK(harness.kiosk().wait_for_text("Kameran svarar inte").says("Använd handläsaren"));
    static_cast<void>(harness.take_picture("camera-lost"));
    const Guest& guest = harness.next_guest();
    harness.kiosk().scan(guest.ticket);
    CHECK(harness.kiosk().wait_for_screen("verdict").says(guest.name));
}

TEST_CASE("a film that is no film is refused before anything opens") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    make_event(harness);
    testing::write_file(folder / "film.mjpeg", std::string_view("no pictures"));
    const Finished finished =
        run_program({(program_directory() / "stormote-kiosk").string(), harness.event().string(),
                     "--camera", (folder / "film.mjpeg").string()},
                    {});
    CHECK(finished.status == 1);
    CHECK(finished.errors.find("innehåller inga bilder") != std::string::npos);
}

}  // namespace stormote
