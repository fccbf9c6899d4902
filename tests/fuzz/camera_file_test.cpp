// Hostile pictures: cut off, flipped, random. Each is a picture or none; none crashes the kiosk.
#include <catch2/catch.hpp>

#include "kiosk/device/camera/code_reader.h"
#include "kiosk/device/camera/mjpeg_file_source.h"
#include "sync/base/random.h"
#include "tests/support/devices/camera_pictures.h"
#include "tests/support/machine/fuzz_rounds.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

Bytes small_film() {
    const Shot shot{.width = 160, .height = 120};
    const auto ticket = [](unsigned number) {
        return HeldTicket{.text = ticket_digits(number), .side_px = 80, .x = 80, .y = 60};
    };
    return join_jpegs({photograph({ticket(1)}, shot), photograph({ticket(2)}, shot)});
}

void flip_bits(Bytes& bytes, SeededRandom& random) {
    for (auto flips = 1 + random.below(20); flips > 0; --flips) {
        bytes[random.below(bytes.size())] ^= static_cast<std::uint8_t>(1U << random.below(8));
    }
}

// A damaged picture may still be one, but never a larger one than is allowed, nor a ticket that
// nobody has. How many pictures there were, and in how many a ticket.
struct Played {
    int pictures = 0;
    int tickets = 0;
};
Played play(ByteView film) {
    Played fake;
    JpegDecoder decoder;
    CodeReader reader;
    for (const ByteView& picture : split_jpegs(film)) {
        const auto frame = decoder.decode(picture);
        if (!frame || frame->pixels.size() > 1'000'000) continue;
        REQUIRE(frame->pixels.size() ==
                static_cast<std::size_t>(frame->width) * static_cast<std::size_t>(frame->height));
        ++fake.pictures;
        for (const FoundCode& code : reader.read(*frame)) {
            CHECK((code.text == ticket_digits(1) || code.text == ticket_digits(2)));
            ++fake.tickets;
        }
    }
    return fake;
}

}  // namespace

TEST_CASE("a film that is cut off anywhere is played up to there") {
    const Bytes film = small_film();
    REQUIRE(split_jpegs(film).size() == 2);
    const std::size_t step = std::max<std::size_t>(1, film.size() / 300);
    for (std::size_t size = 0; size < film.size(); size += step) {
        CAPTURE(size);
        REQUIRE(split_jpegs(ByteView(film).first(size)).size() < 2);
        REQUIRE(play(ByteView(film).first(size)).pictures < 2);
    }
}

TEST_CASE("a film with flipped bits never crashes and never shows a ticket that is none") {
    const Bytes film = small_film();
    SeededRandom random(21);
    Played all;
    for (int round = 0; round < round_count(300); ++round) {
        Bytes damaged = film;
        flip_bits(damaged, random);
        CAPTURE(round);
        const Played fake = play(damaged);
        all.pictures += fake.pictures;
        all.tickets += fake.tickets;
    }
    // Some of it can still be seen, and some of that read.
    CHECK(all.pictures > 0);
    CHECK(all.tickets > 0);
}

TEST_CASE("random bytes behind the beginning of a picture are no film") {
    SeededRandom random(22);
    for (int round = 0; round < round_count(300); ++round) {
        Bytes bytes(2'000);
        random.fill(bytes);
        bytes[0] = 0xFF;
        bytes[1] = 0xD8;
        CAPTURE(round);
        CHECK(play(bytes).pictures == 0);
    }
}
