// Hostile logos: a setting that another device sent may hold anything. Each is a small picture or
// none; none crashes the kiosk. Seeded, so that a failure comes back.
#include <catch2/catch.hpp>

#include "kiosk/documents/house_style.h"
#include "sync/base/random.h"
#include "tests/support/machine/fuzz_rounds.h"

using namespace stormote;
using testing::round_count;

namespace {

// Of noise, so that its bytes mean something everywhere.
Bytes noisy_png(SeededRandom& random) {
    LogoPicture picture{48, 32, std::vector<std::uint32_t>(std::size_t{48} * 32)};
    for (std::uint32_t& pixel : picture.pixels) {
        pixel = 0xFF000000 | static_cast<std::uint32_t>(random.below(0x1000000));
    }
    return write_png(picture);
}

bool is_within_limits(const std::string& setting) {
    const auto logo = logo_of_setting(setting);
    if (!logo) return true;
    return logo->width <= most_logo_side && logo->height <= most_logo_side &&
           logo->pixels.size() ==
               static_cast<std::size_t>(logo->width) * static_cast<std::size_t>(logo->height);
}

// The check sum of a chunk (ISO 3309), so that damage goes deeper than the first look.
std::uint32_t check_sum(ByteView bytes) {
    std::uint32_t sum = 0xFFFFFFFF;
    for (const std::uint8_t byte : bytes) {
        sum ^= byte;
        for (int bit = 0; bit < 8; ++bit) sum = (sum & 1) != 0 ? sum >> 1 ^ 0xEDB88320 : sum >> 1;
    }
    return ~sum;
}

void write_big_endian(Bytes& bytes, std::size_t at, std::uint32_t value) {
    for (std::size_t i = 0; i < 4; ++i) {
        bytes[at + i] = static_cast<std::uint8_t>(value >> (24 - 8 * i));
    }
}

}  // namespace

TEST_CASE("a logo that is cut off anywhere is none") {
    SeededRandom random(31);
    const Bytes png = noisy_png(random);
    REQUIRE(logo_of_setting(setting_of_logo(png)));
    for (std::size_t size = 0; size + 12 < png.size(); size += 7) {
        CAPTURE(size);
        CHECK_FALSE(logo_of_setting(setting_of_logo(ByteView(png).first(size))));
    }
}

TEST_CASE("a logo with flipped bits never crashes and is never large") {
    SeededRandom random(32);
    const Bytes png = noisy_png(random);
    for (int round = 0; round < round_count(2000); ++round) {
        Bytes damaged = png;
        for (auto flips = 1 + random.below(12); flips > 0; --flips) {
            damaged[random.below(damaged.size())] ^=
                static_cast<std::uint8_t>(1U << random.below(8));
        }
        CAPTURE(round);
        REQUIRE(is_within_limits(setting_of_logo(damaged)));
    }
}

TEST_CASE("a logo whose head lies about its size, under a right check sum, is within limits") {
    SeededRandom random(33);
    const Bytes png = noisy_png(random);
    for (int round = 0; round < round_count(500); ++round) {
        Bytes lying = png;
        const bool is_huge = round % 2 == 0;
        const auto side = [&] {
            return static_cast<std::uint32_t>(is_huge ? random.below(0xFFFFFFFF)
                                                      : random.below(600));
        };
        write_big_endian(lying, 16, side());
        write_big_endian(lying, 20, side());
        // Depth, colours, interlacing.
        for (std::size_t at = 24; at < 29; ++at) {
            if (random.below(3) == 0) lying[at] = static_cast<std::uint8_t>(random.below(17));
        }
        write_big_endian(lying, 29, check_sum(ByteView(lying).subspan(12, 17)));
        CAPTURE(round);
        REQUIRE(is_within_limits(setting_of_logo(lying)));
    }
}

TEST_CASE("a setting that is no base 64, or far too long, is no logo") {
    SeededRandom random(34);
    for (int round = 0; round < round_count(500); ++round) {
        std::string setting(random.below(3'000), '\0');
        for (char& letter : setting) letter = static_cast<char>(random.below(256));
        CAPTURE(round);
        REQUIRE_FALSE(logo_of_setting(setting));
    }
    std::string far_too_long;
    far_too_long.resize(10'000'000, 'A');
    CHECK_FALSE(logo_of_setting(far_too_long));
}
